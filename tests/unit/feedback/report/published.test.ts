import { describe, expect, it } from "vitest";
import { type PageCounts, publish } from "../../../../src/feedback/report/published.ts";
import type { PublishedPage, PublishedRatings } from "../../../../src/shared/published-ratings.ts";
import { createRandom } from "../../../faults/random.ts";

const PAGE = "/servizi/";
const [EARLIER, DAY] = ["2026-09-30", "2026-10-31"];

function counts(positive: number, negative: number, fresh = positive + negative): PageCounts {
  return { page: PAGE, positive, negative, fresh };
}

/** The published numbers of the page after each of some counts. */
function after(...steps: readonly PageCounts[]): string {
  let published: PublishedRatings | undefined;
  for (const step of steps) published = publish(published, [step], DAY);
  const [page] = published?.pages ?? [];
  return page ? `${page.total}: ${page.positive ?? "?"} + ${page.negative ?? "?"}` : "nothing";
}

describe("one file", () => {
  it.each([
    [0, 4, "nothing"],
    [2, 3, "5: ? + ?"],
    [40, 4, "40: ? + ?"],
    [4, 40, "40: ? + ?"],
    [9, 0, "5: ? + ?"],
    [5, 5, "10: 5 + 5"],
    [44, 13, "50: 40 + 10"],
  ])("of %i good and %i bad ratings shows %s", (positive, negative, shown) => {
    expect(after(counts(positive, negative))).toBe(shown);
  });

  it("names its pages in order, with the last day that counts for each", () => {
    const first = publish(undefined, [{ ...counts(9, 9), page: "/b/" }], EARLIER);
    const next = publish(
      first,
      [
        { ...counts(9, 9, 4), page: "/b/" },
        { ...counts(9, 9), page: "/a/" },
      ],
      DAY,
    );
    expect(next.until).toBe(DAY);
    expect(next.pages.map(({ page, until }) => [page, until])).toEqual([
      ["/a/", DAY],
      ["/b/", EARLIER],
    ]);
  });
});

describe("the next file", () => {
  it("counts a page anew only after five more ratings", () => {
    expect(after(counts(8, 6), counts(12, 6, 4))).toBe("10: 5 + 5");
    expect(after(counts(8, 6), counts(13, 6, 5))).toBe("15: 10 + 5");
  });

  it("shows no number that fell by fewer than five deletions", () => {
    expect(after(counts(12, 15), counts(9, 16, 9))).toBe("25: 10 + 15");
    expect(after(counts(12, 15), counts(5, 15, 9))).toBe("20: 5 + 15");
  });

  it("hides both parts again when one becomes too small, and the page when nothing is left", () => {
    expect(after(counts(12, 5), counts(12, 0, 5))).toBe("15: ? + ?");
    expect(after(counts(12, 5), counts(0, 0, 0))).toBe("nothing");
  });

  it("shows at once that five or more were deleted, although nobody rated", () => {
    expect(after(counts(500, 10), counts(12, 10, 0))).toBe("20: 10 + 10");
  });
});

/** One rating, or the deletion of one, on one of a few pages. */
interface Event {
  page: string;
  positive: boolean;
  deleted: boolean;
}

const PAGES = ["/a/", "/b/", "/c/"] as const;

function events(seed: number, deletions: number): Event[] {
  const random = createRandom(seed);
  const share = random.below(100) / 100;
  return Array.from({ length: 90 }, () => ({
    page: random.pick(PAGES),
    positive: random.chance(share),
    deleted: random.chance(deletions),
  }));
}

/** The files of somebody who publishes after every event. */
function files(stream: readonly Event[]): PublishedRatings[] {
  const truth = new Map<string, Omit<PageCounts, "page">>(
    PAGES.map((page) => [page, { positive: 0, negative: 0, fresh: 0 }]),
  );
  let published: PublishedRatings | undefined;
  return stream.map(({ page, positive, deleted }, index) => {
    const counted = truth.get(page);
    const part = positive ? "positive" : "negative";
    if (counted && !(deleted && counted[part] === 0)) counted[part] += deleted ? -1 : 1;
    if (counted && !deleted) counted.fresh += 1;
    const until = String(index);
    published = publish(
      published,
      [...truth].map(([name, numbers]) => ({ page: name, ...numbers })),
      until,
    );
    for (const shown of published.pages.filter((recounted) => recounted.until === until))
      Object.assign(truth.get(shown.page) ?? {}, { fresh: 0 });
    return published;
  });
}

/** Every number that a reader of one file has or can work out, by its name. */
function numbersIn({ pages }: PublishedRatings): Map<string, number> {
  const sum = (key: "total" | "positive" | "negative") =>
    pages.reduce((total, page) => total + (page[key] ?? 0), 0);
  return new Map([
    ...pages.flatMap(({ page, total, positive, negative }): [string, number][] => [
      [`${page} total`, total],
      [`${page} positive`, positive ?? 0],
      [`${page} negative`, negative ?? 0],
      [`${page} total - positive`, total - (positive ?? 0)],
      [`${page} positive - negative`, (positive ?? 0) - (negative ?? 0)],
      [`all but ${page}`, sum("total") - total],
    ]),
    ["all", sum("total")],
    ["all positive", sum("positive")],
    ["all negative", sum("negative")],
    ["all - positive - negative", sum("total") - sum("positive") - sum("negative")],
  ]);
}

/** The smallest difference, except none, of the same number in any two files. */
function smallestDifference(published: readonly PublishedRatings[]): number {
  const seen = new Map<string, Set<number>>();
  // A number that is not in a file counts as 0, so that its coming and going is compared too.
  const names = new Set(published.flatMap((file) => [...numbersIn(file).keys()]));
  for (const file of published) {
    const numbers = numbersIn(file);
    for (const name of names) seen.set(name, (seen.get(name) ?? new Set()).add(numbers.get(name) ?? 0));
  }
  const gaps = [...seen.values()].flatMap((values) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.slice(1).map((value, index) => value - (sorted[index] ?? 0));
  });
  return Math.min(...gaps);
}

const SEEDS = Array.from({ length: 2000 }, (_, index) => index + 1);

describe("an attack by differences", () => {
  it.each([0, 0.05, 0.4])(
    "finds none between 0 and 5 in thousands of streams of which the part %d is deleted",
    (deletions) => {
      const found = SEEDS.map((seed) => smallestDifference(files(events(seed, deletions))));
      expect(Math.min(...found)).toBe(5);
    },
  );

  it("finds no number that falls while nothing is deleted, when parts come into sight either", () => {
    const fallen = SEEDS.flatMap((seed) => {
      const published = files(events(seed, 0));
      return published.slice(1).flatMap((file, index) => {
        const before = new Map(published[index]?.pages.map((page) => [page.page, page]));
        return file.pages.filter(({ page, total }) => total < (before.get(page)?.total ?? 0));
      });
    });
    expect(fallen).toEqual([]);
  });
});

describe("somebody who knows that one person rated, and when", () => {
  /** What changes of a page between two files comes from at least five ratings. */
  it("cannot tell which of five or more ratings changed a page", () => {
    for (const seed of SEEDS.slice(0, 500)) {
      const stream = events(seed, 0);
      const published = files(stream);
      const lastChange = new Map<string, { at: number; page: PublishedPage }>();
      published.forEach((file, at) => {
        for (const page of file.pages) {
          const last = lastChange.get(page.page);
          if (last?.page === page) continue;
          const batch = stream
            .slice((last?.at ?? -1) + 1, at + 1)
            .filter((event) => event.page === page.page);
          expect(batch.length).toBeGreaterThanOrEqual(5);
          lastChange.set(page.page, { at, page });
        }
      });
    }
  });

  it("sees the same files whoever of five had given which of their ratings", () => {
    for (const seed of SEEDS.slice(0, 500)) {
      const stream = events(seed, 0).map((event) => ({ ...event, page: PAGES[0] }));
      const random = createRandom(seed);
      const batches = stream.flatMap((_, at) => (at % 5 === 0 ? [stream.slice(at, at + 5)] : []));
      const shuffled = batches.flatMap((batch) =>
        batch
          .map((event) => ({ event, place: random.below(1000) }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event),
      );
      expect(files(shuffled)).toEqual(files(stream));
    }
  });
});
