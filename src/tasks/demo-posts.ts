import { createHash } from "node:crypto";
import type { PageVersion, RatedPage } from "../feedback/report/rated-pages.ts";
import { NEGATIVE_ANSWERS, POSITIVE_ANSWERS } from "../shared/feedback-contract.ts";

const DAY_MS = 86_400_000;
const DAYS = 365;

/** An invented post, with the columns of the table. */
export interface DemoPost {
  id: string;
  page: string;
  lang: string;
  rating: number;
  answer: string | null;
  comment: string | null;
  page_revision: string;
  created_at: string;
  reason: string | null;
  state: string | null;
}

/** From a day on, a page had these words. */
export interface DemoRevision {
  page: string;
  first_day: string;
  revision: string;
}

export interface Demo {
  posts: DemoPost[];
  revisions: DemoRevision[];
}

/** Invented sentences. Nobody wrote them. */
const COMMENTS: Record<"it" | "other", Record<"good" | "bad", readonly string[]>> = {
  it: {
    good: [
      "Ho capito subito che cosa devo fare.",
      "Finalmente parole semplici, grazie.",
      "Il numero si vede bene, ho chiamato e mi hanno risposto.",
      "Utile anche per chi aiuta gli altri.",
      "L’ho stampata per mia madre.",
    ],
    bad: [
      "Non trovo l’orario del pomeriggio.",
      "Ho chiamato tre volte e non risponde nessuno.",
      "Non si capisce quali documenti servono.",
      "Troppo lunga, sul telefono mi perdo.",
      "Dove devo andare? L’indirizzo non c’è.",
      "Il pulsante per chiamare non funziona sul mio telefono.",
      "Non so se vale anche per chi non ha la residenza.",
    ],
  },
  other: {
    good: ["Clear, thank you.", "Très clair, merci.", "Muy útil."],
    bad: ["I do not know which papers I need.", "Je ne trouve pas l’adresse.", "¿A qué hora abren?"],
  },
};

const SUSPECT_TEXTS = ["Best prices here, visit our shop", "test test test"];

/** How often each state is, of comments that are older than a month. */
const STATES = ["done", "done", "done", "in-hand", null] as const;

/**
 * Invents a year of posts. The same seed gives the same posts, as long before `now`.
 *
 * A third of the pages got other words half a year ago and are clearer since. One page has become
 * less clear in the last weeks, and has technical problems today. Most pages have few posts.
 */
export function inventPosts(pages: readonly RatedPage[], now: Date, seed = 1): Demo {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const posts: DemoPost[] = [];
  const revisions: DemoRevision[] = [];
  const start = now.getTime() - DAYS * DAY_MS;

  pages.forEach(({ versions }, index) => {
    const yearly = Math.ceil(600 / (index + 1) ** 1.1);
    const isReworded = index % 3 === 0;
    const isWorse = index === 1;
    const clarity = isWorse ? 0.85 : 0.45 + 0.5 * random();
    const changedAt = start + (0.4 + 0.2 * random()) * DAYS * DAY_MS;
    for (const version of versions) {
      revisions.push({
        page: version.page,
        first_day: dayOf(start),
        revision: isReworded ? formerOf(version) : version.revision,
      });
      if (isReworded)
        revisions.push({ page: version.page, first_day: dayOf(changedAt), revision: version.revision });
    }
    for (let count = 0; count < yearly; count++) {
      const version = random() < 0.75 ? versions[0] : pick(versions);
      if (!version) continue;
      const time = workingTime(start + random() * DAYS * DAY_MS, random);
      if (time > now.getTime()) continue;
      const isFormer = isReworded && time < changedAt;
      const isRecent = now.getTime() - time < 42 * DAY_MS;
      const chance = clarity - (isFormer ? 0.25 : 0) - (isWorse && isRecent ? 0.6 : 0);
      posts.push(post(version, { time, isGood: random() < chance, isFormer }));
    }
    if (isWorse && versions[0]) {
      for (const minutes of [50, 35, 5]) {
        const time = now.getTime() - minutes * 60_000;
        posts.push({
          ...post(versions[0], { time, isGood: false, isFormer: false }),
          rating: 1,
          answer: "technical-problems",
        });
      }
    }
  });
  for (let count = 0; count < 12; count++) {
    const version = pages[0]?.versions[0];
    if (!version) break;
    const time = now.getTime() - Math.floor(random() * 60) * DAY_MS;
    posts.push({
      ...post(version, { time, isGood: true, isFormer: false }),
      comment: pick(SUSPECT_TEXTS),
      reason: pick(["honeypot", "flood", "repeated"]),
      state: null,
    });
  }
  return { posts, revisions };

  function post(
    { page, lang, revision, ...version }: PageVersion,
    { time, isGood, isFormer }: { time: number; isGood: boolean; isFormer: boolean },
  ): DemoPost {
    const texts = COMMENTS[lang === "it" ? "it" : "other"][isGood ? "good" : "bad"];
    const comment = random() < 0.18 ? pick(texts) : null;
    const isOld = now.getTime() - time > 30 * DAY_MS;
    return {
      id: uuid(random),
      page,
      lang,
      rating: isGood ? pick([4, 5, 5]) : pick([1, 2, 3, 3]),
      answer: random() < 0.6 ? pick(isGood ? POSITIVE_ANSWERS : NEGATIVE_ANSWERS) : null,
      comment,
      page_revision: isFormer ? formerOf({ page, lang, revision, ...version }) : revision,
      created_at: new Date(time).toISOString(),
      reason: null,
      state: comment !== null && isOld ? pick(STATES) : null,
    };
  }
}

/** A number from 0 to 1, by the mixing of MurmurHash3, that the seed decides. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Moves a time to the hours in which people use such pages, mostly. */
function workingTime(time: number, random: () => number): number {
  const midnight = Math.floor(time / DAY_MS) * DAY_MS;
  return midnight + (7 + 5 * random() + 5 * random()) * 3_600_000;
}

function formerOf({ page }: PageVersion): string {
  return createHash("sha256").update(page).digest("hex").slice(0, 12);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A version 4 UUID. */
function uuid(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(random() * 16).toString(16));
}
