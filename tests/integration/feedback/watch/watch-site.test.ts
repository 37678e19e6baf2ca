import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { readReport } from "../../../../src/feedback/report/read-report.ts";
import { createMailer, MailError, readMailSettings } from "../../../../src/feedback/watch/mail.ts";
import type { Mailer } from "../../../../src/feedback/watch/mail.ts";
import type { ProbeResult } from "../../../../src/feedback/watch/probe.ts";
import { watchSite } from "../../../../src/feedback/watch/watch-site.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { SITE } from "../../../support/feedback.ts";
import { freePort } from "../../../support/free-port.ts";
import { startMailServer } from "../../../support/mail-server.ts";
import type { MailServer } from "../../../support/mail-server.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const SECRET = "Sono Maria e ho perso la casa";

/** Stores posts of one page, at one time. */
async function stored(
  posts: number,
  time: string,
  rating: number,
  page = "/",
  comment: string | null = null,
) {
  for (let post = 0; post < posts; post += 1)
    await database.query(
      `INSERT INTO feedback (id, page, lang, rating, comment, comment_digest, form_version, page_revision, created_at)
       VALUES ($1, $2, 'it', $3, $4, encode(sha256(convert_to($4, 'UTF8')), 'hex'), '01234567', '0123456789ab', $5)`,
      [randomUUID(), page, rating, comment, time],
    );
}

const mailerTo = (port: number): Mailer => {
  const SMTP_URL = `smtp://127.0.0.1:${port}`;
  const settings = readMailSettings({
    SMTP_URL,
    DIGEST_TO: "sociale@comune.example",
    DIGEST_FROM: "sito@comune.example",
  });
  if (!settings) throw new Error("E-mail is off");
  return createMailer(settings);
};

interface Run {
  answer?: ProbeResult;
  mailer?: Mailer;
  sendsDigestNow?: boolean;
  checkLinks?: NonNullable<Parameters<typeof watchSite>[0]["checkLinks"]>;
}

const run = (time: string, { answer = { answered: true }, ...more }: Run & { mailer: Mailer }) =>
  watchSite({
    driver: database,
    site: SITE.manifest,
    now: new Date(time),
    ask: () => Promise.resolve(answer),
    checkLinks: () => Promise.resolve(new Map()),
    ...more,
  });

async function mailServer(): Promise<MailServer> {
  const server = await startMailServer();
  onTestFinished(server.close);
  return server;
}

const FAILED: ProbeResult = { answered: false, reason: "nessuna risposta entro 8 secondi" };

describe("the digest of a week", () => {
  it("says how the site and its pages went, in text and HTML, and never what anybody wrote", async () => {
    const { port, received } = await mailServer();
    // The week from 23 to 29 November, and the weeks before. The last hour of Sunday is in it.
    await stored(40, "2026-11-10T10:00Z", 5, "/servizi/");
    await stored(9, "2026-11-24T10:00Z", 1, "/servizi/", SECRET);
    await stored(1, "2026-11-29T22:59:59Z", 1, "/servizi/");
    await stored(20, "2026-11-25T10:00Z", 4);
    await stored(5, "2026-11-29T23:00:00Z", 1);
    await database.query(
      `INSERT INTO feedback_alert VALUES ('technical-problems', '/servizi/', '2026-11-24', 'Tre problemi su /servizi/.', '2026-11-24T11:00Z', true)`,
      [],
    );
    expect(await run("2026-11-30T07:00Z", { mailer: mailerTo(port) })).toEqual({
      answered: true,
      alerts: 0,
      digest: true,
      refused: 0,
    });
    const [{ raw, parsed } = { raw: "", parsed: undefined }] = received;
    expect(parsed?.subject).toBe("Sociale: i pareri dal 23 novembre al 29 novembre");
    expect(parsed?.text).toBe(
      `Tutto il sito
- 30 voti. Voti 4 e 5: 67%, cioè 20 su 30 (fra 49% e 81%).
- Nelle 12 settimane prima: 100% (40 su 40).
- «Fra … e …» dice dove sta quasi di sicuro il valore vero: con pochi voti lo spazio è largo.

Pagine cambiate
- Servizi (/servizi/). Voti 4 e 5: 0%, cioè 0 su 10 (fra 0% e 28%); prima 100% (40 su 40).

Pagine da guardare, nelle ultime 13 settimane
- Nessuna va sicuramente peggio del resto del sito.

Segnalazioni della settimana
- Tre problemi su /servizi/.

Commenti da leggere
- 9 commenti aspettano.

I numeri completi sono nel rapporto: https://comune.example/api/report

Questo messaggio arriva dal sito Sociale (https://comune.example). Non contiene i commenti delle persone.
`,
    );
    const html = String(parsed?.html);
    for (const line of ["<h1", "67%, cioè 20 su 30", "<li>9 commenti aspettano.</li>", '<html lang="it">'])
      expect(html).toContain(line);
    expect(html).not.toMatch(/<(?:img|link|script|style)\b/);
    expect(raw + html + String(parsed?.text)).not.toContain("Maria");
  });

  it("is sent once, from Monday in Italy on, also when Monday was missed", async () => {
    const { port, received } = await mailServer();
    const mailer = mailerTo(port);
    for (const time of ["2026-11-24T08:00Z", "2026-11-29T22:59Z", "2026-11-29T23:00Z", "2026-12-09T08:00Z"])
      await run(time, { mailer });
    expect(received.map(({ parsed }) => parsed.subject)).toEqual([
      "Sociale: i pareri dal 16 novembre al 22 novembre",
      "Sociale: i pareri dal 23 novembre al 29 novembre",
      "Sociale: i pareri dal 30 novembre al 6 dicembre",
    ]);
  });

  it("is sent again on request, without taking the place of the weekly one", async () => {
    const { port, received } = await mailServer();
    const mailer = mailerTo(port);
    for (const sendsDigestNow of [true, true, false, false])
      await run("2026-12-02T08:00Z", { mailer, sendsDigestNow });
    expect(received).toHaveLength(3);
  });

  it("says of a quiet week that it was one", async () => {
    const { port, received } = await mailServer();
    const mailer = mailerTo(port);
    for (const monday of ["2026-11-23T07:00Z", "2026-11-30T07:00Z"]) await run(monday, { mailer });
    const text = received.at(-1)?.parsed.text;
    expect(text).toContain("Questa settimana nessun voto.");
    expect(text).toContain("Segnalazioni della settimana\n- Nessuna.");
  });
});

describe("alerts", () => {
  it("tell of broken links once a week, and the report has them until they are mended", async () => {
    const { port, received } = await mailServer();
    const mailer = mailerTo(port);
    const broken = new Map([["/", [{ url: "https://ente.example/modulo", reason: "risponde 404" }]]]);
    const brokenAt = async (time: string) =>
      (await readReport(database, SITE.manifest, { period: "change" }, new Date(time))).pages.find(
        ({ page }) => page === "/",
      )?.brokenLinks;
    for (const time of ["2026-12-01T07:00Z", "2026-12-02T07:00Z"])
      await run(time, { mailer, checkLinks: () => Promise.resolve(broken) });
    const detail =
      "Home (/): un collegamento non porta più da nessuna parte. https://ente.example/modulo risponde 404.";
    const told = received.filter(({ parsed }) => parsed.text?.includes(detail));
    expect(told.map(({ parsed }) => parsed.subject)).toEqual(["Sociale: una segnalazione"]);
    expect(await brokenAt("2026-12-02T08:00Z")).toBe(detail);
    await run("2026-12-08T07:00Z", { mailer });
    expect(await brokenAt("2026-12-08T08:00Z")).toBeNull();
  });

  it("come in one message at once, and once", async () => {
    const { port, received } = await mailServer();
    const mailer = mailerTo(port);
    await run("2026-11-30T07:00Z", { mailer });
    await stored(30, "2026-11-29T07:00Z", 5);
    expect(await run("2026-12-01T07:00Z", { mailer, answer: FAILED })).toMatchObject({
      answered: false,
      alerts: 2,
      digest: false,
    });
    expect(await run("2026-12-01T08:00Z", { mailer, answer: FAILED })).toMatchObject({ alerts: 0 });
    expect(received).toHaveLength(2);
    const { subject, text } = received[1]?.parsed ?? {};
    expect(subject).toBe("Sociale: 2 segnalazioni");
    expect(text).toContain(
      "- Il modulo dei pareri non risponde come deve: nessuna risposta entro 8 secondi.",
    );
    expect(text).toContain("- Nessun parere su tutto il sito da 48 ore.");
  });

  it("that could not be sent are sent by the next run, and so is the digest", async () => {
    const away = mailerTo(await freePort());
    await expect(run("2026-12-01T07:00Z", { mailer: away, answer: FAILED })).rejects.toThrow(MailError);
    await expect(run("2026-12-01T07:10Z", { mailer: away })).rejects.toThrow(MailError);
    expect(await database.query("SELECT kind FROM feedback_alert WHERE kind <> 'links-checked'", [])).toEqual(
      [],
    );
    const { port } = await mailServer();
    expect(await run("2026-12-01T08:00Z", { mailer: mailerTo(port), answer: FAILED })).toMatchObject({
      alerts: 1,
      digest: true,
    });
  });

  it("are told by one of several that run at once", async () => {
    const { port, received } = await mailServer();
    const mailer = mailerTo(port);
    await Promise.all([1, 2, 3].map(() => run("2026-12-01T07:00Z", { mailer, answer: FAILED })));
    expect(received.map(({ parsed }) => parsed.subject).sort()).toEqual([
      "Sociale: i pareri dal 23 novembre al 29 novembre",
      "Sociale: una segnalazione",
    ]);
  });
});
