import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetUntold, tellOnce } from "../../../../src/feedback/watch/alerts.ts";
import type { Alert } from "../../../../src/feedback/watch/alerts.ts";
import { findAlerts } from "../../../../src/feedback/watch/find-alerts.ts";
import type { ProbeResult } from "../../../../src/feedback/watch/probe.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { SITE } from "../../../support/feedback.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const ANSWERED: ProbeResult = { answered: true };
const FAILED: ProbeResult = { answered: false, reason: "nessuna risposta" };
const HOUR_MS = 3_600_000;

interface Stored {
  page?: string;
  lang?: string;
  rating?: number;
  answer?: string;
  completed?: string;
}

/** Stores ratings at these times. */
async function stored(
  times: readonly string[],
  { page = "/", lang = "it", rating = 1, answer, completed }: Stored = {},
) {
  const params = [page, lang, rating, answer ?? null, completed ?? null];
  const rows = times.map((time) => `('${randomUUID()}'::uuid, '${time}'::timestamptz)`).join(", ");
  await database.query(
    `INSERT INTO feedback (id, page, lang, rating, answer, updated_at, form_version, page_revision, created_at)
     SELECT id, $1, $2, $3::smallint, $4, $5::timestamptz, '01234567', '0123456789ab', time
     FROM (VALUES ${rows}) AS given (id, time)`,
    params,
  );
}

/** What is found at a time, as production finds it. */
const found = (time: string, probe: ProbeResult = ANSWERED) =>
  findAlerts({ driver: database, pages: SITE.manifest.pages, now: new Date(time) }, probe);

/** What is told at a time: found, and claimed by one process. */
async function told(time: string, probe: ProbeResult = ANSWERED): Promise<Alert[]> {
  const alerts: Alert[] = [];
  await tellOnce(database, await found(time, probe), new Date(time), (claimed) => {
    alerts.push(...claimed);
    return Promise.resolve();
  });
  return alerts;
}

const kinds = (alerts: readonly Alert[]) => alerts.map(({ kind, page }) => [kind, page]);

describe("«problemi tecnici»", () => {
  const problem = { answer: "technical-problems" };

  it("three times on a page within 24 hours, in whatever language, is told once", async () => {
    await stored(["2026-11-20T10:00Z", "2026-11-21T09:00Z"], problem);
    expect(await told("2026-11-21T09:59Z")).toEqual([]);
    await stored(["2026-11-21T09:58Z"], { ...problem, page: "/en/", lang: "en" });
    expect(await told("2026-11-21T09:59Z")).toMatchObject([
      {
        kind: "technical-problems",
        page: "/",
        day: "2026-11-21",
        detail: "Home (/): in 24 ore 3 pareri dicono «Ho avuto problemi tecnici».",
      },
    ]);
    expect(await told("2026-11-21T10:00Z")).toEqual([]);
  });

  it("is told again the next day, after three more only", async () => {
    await stored(["2026-11-20T20:00Z", "2026-11-20T21:00Z", "2026-11-20T22:00Z"], problem);
    expect(await told("2026-11-20T22:30Z")).toHaveLength(1);
    await stored(["2026-11-21T01:00Z", "2026-11-21T02:00Z"], problem);
    expect(await told("2026-11-21T03:00Z")).toEqual([]);
    await stored(["2026-11-21T03:30Z"], problem);
    expect(await told("2026-11-21T04:00Z")).toHaveLength(1);
  });

  it("is counted by the time of the answer, which may come a day after the rating", async () => {
    await stored(["2026-11-20T09:00Z"], { ...problem, completed: "2026-11-21T09:00Z" });
    await stored(["2026-11-21T09:00Z", "2026-11-21T09:30Z"], problem);
    expect(kinds(await found("2026-11-21T10:00Z"))).toEqual([["technical-problems", "/"]]);
  });

  it("is nothing on several pages, over more than a day, or on a page that is gone", async () => {
    await stored(["2026-11-21T08:00Z", "2026-11-21T09:00Z", "2026-11-20T08:59Z"], problem);
    await stored(["2026-11-21T08:00Z", "2026-11-21T09:00Z"], { ...problem, page: "/servizi/" });
    await stored(["2026-11-21T08:00Z", "2026-11-21T08:01Z", "2026-11-21T08:02Z"], {
      ...problem,
      page: "/via/",
    });
    await stored(["2026-11-21T08:00Z", "2026-11-21T08:01Z"], { answer: "unclear" });
    expect(await found("2026-11-21T09:00Z")).toEqual([]);
  });
});

/** Every so many hours from a time to another, without it. */
function every(hours: number, from: string, to: string): string[] {
  const times: string[] = [];
  for (let time = Date.parse(from); time < Date.parse(to); time += hours * HOUR_MS)
    times.push(new Date(time).toISOString());
  return times;
}

describe("a drop of a page", () => {
  it("is told once, of whole weeks, with the week in which it began", async () => {
    // Ten a week for a year, then four weeks of which the ratings are low.
    await stored(every(16.8, "2025-09-01T00:00Z", "2026-10-19T00:00Z"), { rating: 5 });
    await stored(every(16.8, "2026-10-19T00:00Z", "2026-11-23T00:00Z"), {
      rating: 2,
      page: "/en/",
      lang: "en",
    });
    await stored(every(16.8, "2025-09-01T00:00Z", "2026-11-23T00:00Z"), { rating: 5, page: "/servizi/" });
    expect(await told("2026-10-25T22:00Z")).toEqual([]);
    expect(await told("2026-11-23T08:00Z")).toMatchObject([
      {
        kind: "drop",
        page: "/",
        day: "2026-10-19",
        detail: expect.stringMatching(
          /^Home \(\/\): i voti 4 e 5 sono scesi\. Erano 100% \(\d+ su \d+\); dal 19 ottobre sono 0% \(0 su 50\)\.$/,
        ) as unknown,
      },
    ]);
    await stored(every(16.8, "2026-11-23T00:00Z", "2027-01-20T00:00Z"), { rating: 2 });
    expect(await told("2026-11-30T08:00Z")).toEqual([]);
    expect(await told("2027-01-17T08:00Z")).toEqual([]);
    // Eight weeks later it is still so, and is told again.
    expect(kinds(await told("2027-01-18T08:00Z"))).toEqual([["drop", "/"]]);
  });

  it("counts weeks from Monday in Italy, across the change of the clocks", async () => {
    await stored(every(4, "2025-09-01T00:00Z", "2026-10-18T22:00Z"), { rating: 5 });
    // The last hour of the Sunday on which the clocks went back belongs to its week.
    await stored(every(4, "2026-10-18T22:00Z", "2026-10-25T23:00Z"), { rating: 1 });
    expect(kinds(await found("2026-10-25T22:59Z"))).toEqual([]);
    expect(await found("2026-10-25T23:00Z")).toMatchObject([
      { kind: "drop", day: "2026-10-19", detail: expect.stringContaining("(0 su 43)") as unknown },
    ]);
  });
});

describe("a silence of the whole site", () => {
  /** Working hours from Monday to Friday, every two hours, for months. */
  const office = every(2, "2026-08-31T07:00Z", "2026-11-20T17:00Z").filter((time) => {
    const date = new Date(time);
    return date.getUTCDay() % 6 !== 0 && date.getUTCHours() >= 7 && date.getUTCHours() <= 15;
  });

  it("is no night and no weekend of a site that has them", async () => {
    await stored(office, { rating: 5 });
    // The last rating was on Friday at 15.
    for (const time of every(1, "2026-11-20T16:00Z", "2026-11-23T15:00Z"))
      expect([time, await found(time)]).toEqual([time, []]);
  });

  it("is told once it is half as long again as the longest pause, with what the probe says", async () => {
    await stored(office, { rating: 5 });
    // From Friday at 15 to Monday at 7 there are 64 hours.
    expect(await told("2026-11-24T15:00Z")).toEqual([]);
    expect(await told("2026-11-24T15:01Z")).toMatchObject([
      {
        kind: "silence",
        page: "",
        day: "2026-11-20",
        detail:
          "Nessun parere su tutto il sito da 4 giorni. Negli ultimi 13 mesi la pausa più lunga è stata di 64 ore. " +
          "Il modulo però risponde: forse sulle pagine non si vede più, o nessuno ci arriva.",
      },
    ]);
    for (const time of every(24, "2026-11-24T16:00Z", "2026-12-10T00:00Z"))
      expect(await told(time)).toEqual([]);
    await stored(["2026-12-10T10:00Z"], { rating: 5 });
    // The pause that was told is the longest now.
    expect(await told("2026-12-20T10:00Z")).toEqual([]);
  });

  it("is no August of a site that was silent in August before", async () => {
    await stored(every(12, "2025-06-01T08:00Z", "2025-08-01T08:00Z"), { rating: 5 });
    await stored(every(12, "2025-08-29T08:00Z", "2026-07-31T08:00Z"), { rating: 5 });
    for (const time of every(24, "2026-08-01T08:00Z", "2026-08-29T08:00Z"))
      expect([time, await found(time)]).toEqual([time, []]);
    // A few days later than last year are no silence either. Six weeks are.
    expect(await found("2026-09-03T08:00Z")).toEqual([]);
    expect(kinds(await found("2026-09-12T08:00Z"))).toEqual([["silence", ""]]);
  });

  it("is nothing of a site that has had fewer than twenty ratings, or none", async () => {
    expect(await found("2026-11-24T15:01Z")).toEqual([]);
    await stored(every(1, "2026-11-01T00:00Z", "2026-11-01T19:00Z"), { rating: 5 });
    expect(await found("2026-11-24T15:01Z")).toEqual([]);
    await stored(["2026-11-01T19:00Z"], { rating: 5 });
    expect(kinds(await found("2026-11-24T15:01Z"))).toEqual([["silence", ""]]);
  });

  it("is never shorter than a day, however busy the site", async () => {
    await stored(every(1, "2026-11-01T00:00Z", "2026-11-20T01:00Z"), { rating: 5 });
    expect(await found("2026-11-21T00:00Z")).toEqual([]);
    expect(kinds(await found("2026-11-21T00:01Z"))).toEqual([["silence", ""]]);
  });
});

describe("a probe without an answer", () => {
  it("is told when the outage begins and when it is over, each once", async () => {
    expect(await told("2026-11-21T09:00Z", FAILED)).toMatchObject([
      { kind: "probe", detail: expect.stringContaining("nessuna risposta") as unknown },
    ]);
    expect(await told("2026-11-21T10:00Z", FAILED)).toEqual([]);
    expect(await told("2026-11-22T10:00Z", FAILED)).toEqual([]);
    expect(kinds(await told("2026-11-22T11:00Z"))).toEqual([["probe-answered", ""]]);
    expect(await told("2026-11-22T12:00Z")).toEqual([]);
    expect(kinds(await told("2026-11-22T13:00Z", FAILED))).toEqual([["probe", ""]]);
  });
});

describe("of several processes that find the same", () => {
  const NOW = "2026-11-21T09:00Z";
  const tell = (work: () => Promise<void>, time = NOW) =>
    found(NOW, FAILED).then((alerts) => tellOnce(database, alerts, new Date(time), work));

  it("one tells it; if it cannot, the next one does", async () => {
    const failing = () => Promise.reject(new Error("no mail server"));
    await expect(tell(failing)).rejects.toThrow("no mail server");
    const alerts = await found(NOW, FAILED);
    const working = [1, 2, 3].map(() => tellOnce(database, alerts, new Date(NOW), () => Promise.resolve()));
    expect((await Promise.all(working)).toSorted()).toEqual([0, 0, 1]);
  });

  it("another tells it a quarter of an hour after one that ended before it could", async () => {
    const [alert] = await found(NOW, FAILED);
    void tell(() => new Promise(() => undefined));
    await expect.poll(() => database.query("SELECT told FROM feedback_alert", [])).toEqual([{ told: false }]);
    await forgetUntold(database, new Date("2026-11-21T09:14Z"));
    expect(await told("2026-11-21T09:14Z", FAILED)).toEqual([]);
    await forgetUntold(database, new Date("2026-11-21T09:16Z"));
    expect(await told("2026-11-21T09:16Z", FAILED)).toEqual([alert]);
    await forgetUntold(database, new Date("2026-11-21T12:00Z"));
    expect(await database.query("SELECT told FROM feedback_alert", [])).toEqual([{ told: true }]);
  });
});
