import type { PublishedRatings } from "../../src/shared/published-ratings.ts";
import type { Edits } from "./fixture-site.ts";

export const RATINGS: PublishedRatings = {
  until: "2026-10-31",
  pages: [
    { page: "/prenota/", until: "2026-09-30", total: 15, positive: null, negative: null },
    { page: "/servizi/aiuto/", until: "2026-10-31", total: 50, positive: 40, negative: 10 },
    { page: "/tolta/", until: "2026-10-31", total: 5, positive: null, negative: null },
  ],
};

/** The edits that make a site publish its ratings, with the page that shows them. */
export const PUBLISHED: Edits = {
  "_data/ratings.json": () => JSON.stringify(RATINGS),
  "content/it/valutazioni.md": () =>
    "---\nlayout: ratings\ntitle: I voti\ndescription: Qui leggi i voti alle pagine del sito.\nupdated: 2026-11-01T10:00\n---\n\n## Che cosa abbiamo fatto\n\nAbbiamo cambiato una pagina.\n",
};
