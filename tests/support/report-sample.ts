/** Reports as a site could have them, the same at every run. */
import type { PageContext } from "../../src/feedback/report/html/document.ts";
import { makeReport } from "../../src/feedback/report/make-report.ts";
import type { ReportRows } from "../../src/feedback/report/make-report.ts";
import type { ReportedPost } from "../../src/feedback/report/posts.ts";
import { STATES } from "../../src/feedback/report/posts.ts";
import type { ReportedSite } from "../../src/feedback/report/rated-pages.ts";
import type { PageCount, WeekCount } from "../../src/feedback/report/read-counts.ts";
import type { Report } from "../../src/feedback/report/report.ts";
import { selectionSchema } from "../../src/feedback/report/selection.ts";
import type { Selection } from "../../src/feedback/report/selection.ts";
import { SUSPECT_REASONS } from "../../src/feedback/store/confirm-suspicion.ts";
import type { SuspectPost } from "../../src/feedback/store/suspects.ts";
import type { Rating } from "../../src/shared/feedback-contract.ts";
import { answersFor } from "../../src/shared/feedback-contract.ts";
import { addDays } from "../../src/shared/opening-hours.ts";

const TODAY = "2026-11-23";
const NOW = new Date("2026-11-23T09:30:00Z");

const TITLES = [
  "Segretariato sociale",
  "Assegno di inclusione",
  "Prenota un appuntamento",
  "Contributo per l’affitto e per le utenze di chi è in difficoltà",
  "Assistenza domiciliare per anziani",
  "Centro antiviolenza",
  "Domande frequenti",
  "Residenza sanitaria assistenziale (RSA)",
  "Mediazione culturale",
  "Note legali",
  "Privacy",
  "Orari degli uffici nei giorni di festa",
];

const COMMENTS = [
  "Non ho capito quali documenti devo portare all’appuntamento.",
  "Tutto chiaro, grazie!",
  "Il numero risponde solo la mattina: chi lavora come fa?\nHo provato tre volte.",
  "لم أفهم أين أذهب (piano 2, Via Example 12)",
  "Ho chiamato [tel.] ma è occupato",
  "The page is good but the form to print is only in Italian.",
];
const COMMENT_LANGUAGES = ["it", "it", "it", "ar", "it", "en"];

/** What a sample has. */
export interface Sample {
  pages?: number;
  /** About how many ratings the most visited page has. */
  ratings?: number;
  weeks?: number;
  selection?: Partial<Selection>;
}

/**
 * Makes a report of invented ratings: pages differ in how clear and how often visited they are,
 * most have few ratings, and some none.
 */
export function sampleReport({ pages = 12, ratings = 90, weeks = 26, selection = {} }: Sample = {}): Report {
  const site = sampleSite(pages);
  const random = seededRandom(pages * 1000 + ratings);
  const counts = [...site.pages].flatMap(([page, { lang, revision }], index): PageCount[] => {
    const clarity = 0.35 + 0.6 * random();
    const visits = Math.floor(((lang === "it" ? 1 : 0.2) * ratings) / (1 + index / 2));
    return [revision, "0".repeat(12)].flatMap((known) =>
      pageCounts({ page, lang, revision: known }, known === revision ? visits : visits / 2, clarity, random),
    );
  });
  const selected = selectionSchema.parse(selection);
  return makeReport(
    site,
    selected,
    {
      ...sampleRows(site, ratings === 0, weeks, random),
      counts: counts.filter(
        ({ page }) => selected.page === undefined || site.pages.get(page)?.source === selected.page,
      ),
    },
    { now: NOW, today: TODAY },
  );
}

function sampleSite(pages: number): ReportedSite {
  const addresses = Array.from({ length: pages }, (_, index) => {
    const title = TITLES[index % TITLES.length] ?? "";
    const number = index < TITLES.length ? "" : ` ${Math.floor(index / TITLES.length) + 1}`;
    return { source: index === 0 ? "/" : `/servizi/pagina-${index}/`, title: title + number };
  });
  return {
    origin: "https://comune.example",
    title: "Segretariato sociale",
    authority: "Società della Salute di Esempio",
    pages: new Map(
      addresses.flatMap(({ source, title }, index) =>
        ["it", "en", "ar"].map((lang) => [
          lang === "it" ? source : `/${lang}${source}`,
          {
            lang,
            source,
            title,
            revision: (index * 3 + ["it", "en", "ar"].indexOf(lang) + 1).toString(16).padStart(12, "0"),
            gulpease: lang === "it" ? 58 + ((index * 7) % 40) : undefined,
            isStale: lang === "ar" && index % 3 === 0,
          },
        ]),
      ),
    ),
  };
}

function pageCounts(
  about: Pick<PageCount, "page" | "lang" | "revision">,
  visits: number,
  clarity: number,
  random: () => number,
): PageCount[] {
  return Array.from({ length: Math.floor(visits) }, () => {
    const rating = (random() < clarity ? 4 + Math.round(random()) : 1 + Math.floor(random() * 3)) as Rating;
    const answers = ["", ...answersFor(rating)];
    return { ...about, rating, answer: answers[Math.floor(random() * answers.length)] ?? "", posts: 1 };
  });
}

function sampleRows(
  { pages }: ReportedSite,
  isEmpty: boolean,
  weeks: number,
  random: () => number,
): Omit<ReportRows, "counts"> {
  const [, second = ["/"]] = [...pages].filter(([page, { source }]) => page === source);
  return {
    weeks: isEmpty ? [] : sampleWeeks(weeks, random),
    revisions: [...pages].flatMap(([page, { revision }], index) => [
      { page, revision: "0".repeat(12), firstDay: "2025-12-01" },
      { page, revision, firstDay: addDays(TODAY, -3 * index) },
    ]),
    alerts: isEmpty
      ? []
      : [
          {
            kind: "technical",
            page: second[0],
            day: "2026-11-20",
            detail: "Assegno di inclusione: in 24 ore 3 pareri dicono «Ho avuto problemi tecnici».",
          },
          {
            kind: "silence",
            page: "",
            day: "2026-11-12",
            detail: "Da 9 giorni non arriva nessuna valutazione.",
          },
        ],
    comments: isEmpty
      ? { new: 0, inHand: 0, done: 0, declined: 0 }
      : { new: 12, inHand: 1, done: 31, declined: 4 },
    brokenLinks: new Map(
      isEmpty
        ? []
        : [
            [
              "/",
              "Home (/): un collegamento non porta più da nessuna parte. https://ente.example/modulo risponde 404.",
            ],
          ],
    ),
    newComments: new Map(
      isEmpty ? [] : [...pages.keys()].slice(0, 12).map((page, index) => [page, index % 4]),
    ),
    suspects: isEmpty ? 0 : 7,
  };
}

/** Weeks that get better. In two of them nobody rated. */
function sampleWeeks(weeks: number, random: () => number): WeekCount[] {
  return Array.from({ length: weeks }, (_, index) => {
    const ratings = 4 + Math.floor(random() * 18);
    const share = 0.5 + (0.35 * index) / weeks + 0.1 * random();
    return {
      monday: addDays(TODAY, -7 * (weeks - 1 - index)),
      ratings,
      positive: Math.round(ratings * share),
    };
  }).filter((_, index) => index !== 5 && index !== 6);
}

/** Comments as a queue has them: in every state, in several languages. */
export function sampleComments(count = 12): ReportedPost[] {
  return Array.from({ length: count }, (_, index) => {
    const state = STATES[index % STATES.length] ?? "new";
    const rating = 1 + (index % 5);
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      time: `${addDays(TODAY, -index)}T14:05:00+01:00`,
      moment: `${addDays(TODAY, -index)}T13:05:00.000000Z`,
      page: index % 2 === 0 ? "/" : "/servizi/pagina-1/",
      lang: COMMENT_LANGUAGES[index % COMMENTS.length] ?? "it",
      rating,
      answer: rating >= 4 ? "clear" : "unclear",
      comment: COMMENTS[index % COMMENTS.length],
      revision: index % 3 === 0 ? "000000000001" : "000000000000",
      state,
      reason: state === "declined" ? "Non dipende da noi: decide la Regione." : undefined,
    };
  });
}

/** Suspect posts, some of each reason. */
export function sampleSuspects(count = 8): SuspectPost[] {
  return sampleComments(count).map(({ id, page, rating, answer, comment }, index) => ({
    id,
    time: `${addDays(TODAY, -index)} 03:12`,
    reason: SUSPECT_REASONS[index % SUSPECT_REASONS.length] ?? "flood",
    page,
    rating,
    answer: answer ?? null,
    comment: index % 2 === 0 ? (comment ?? null) : null,
  }));
}

/** What the pages of the report have beside their data. */
export function sampleContext(change: Partial<PageContext> = {}): PageContext {
  const { pages } = sampleReport({ ratings: 0 });
  return {
    style: "",
    problems: [],
    isFile: false,
    siteUrl: "",
    pages: pages.map(({ page, title }) => ({ source: page, title })),
    languages: ["it", "en", "ar"],
    ...change,
  };
}

/** A sequence of numbers from 0 to 1 (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
