import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../../support/free-port.ts";
import { startMailServer } from "../../support/mail-server.ts";
import type { MailServer } from "../../support/mail-server.ts";
import { SITE } from "../../support/site.ts";
import { type Emulation, startNetlify } from "./emulation.ts";

/** Long enough for the emulation on a busy machine. */
const TIMEOUT_MS = 120_000;
const MANIFEST = "_site/feedback.json";

let netlify: Emulation;
let mail: MailServer;

beforeAll(async () => {
  netlify = await startNetlify(SITE);
  mail = await startMailServer();
  // Nobody answers there, so that the probe fails without a network. No page leads to another site.
  const { pages, ...manifest } = JSON.parse(await readFile(MANIFEST, "utf8")) as {
    pages: Record<string, object>;
  };
  const alone = Object.entries(pages).map(([url, page]): [string, object] => [url, { ...page, links: [] }]);
  const feedbackUrl = `http://127.0.0.1:${await freePort()}/api/feedback`;
  await writeFile(
    MANIFEST,
    JSON.stringify({ ...manifest, pages: Object.fromEntries<object>(alone), feedbackUrl }),
  );
}, TIMEOUT_MS);
afterAll(async () => {
  await mail.close();
  await netlify.stop();
}, TIMEOUT_MS);

it(
  "the scheduled function erases what has had its time and tells what should be noticed, each once",
  async () => {
    await netlify.query(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision, created_at)
       VALUES ('7d9f1c1e-2b3a-4c5d-8e6f-0123456789ab', '/', 'it', 5, '01234567', '0123456789ab', now() - interval '3 years')`,
    );
    process.env["SMTP_URL"] = `smtp://127.0.0.1:${mail.port}`;
    process.env["DIGEST_TO"] = "sociale@comune.example";
    process.env["DIGEST_FROM"] = "sito@comune.example";
    const file = pathToFileURL(resolve("src/functions/watch.ts"));
    const { default: watch, config } = (await import(file.href)) as {
      default: () => Promise<Response>;
      config: unknown;
    };
    // Every hour, and at no address.
    expect(config).toEqual({ schedule: "7 * * * *" });

    expect((await watch()).status).toBe(204);
    expect(await netlify.query("SELECT count(*)::int AS posts FROM feedback")).toEqual([{ posts: 0 }]);
    expect(await netlify.query("SELECT page, rating, posts FROM feedback_day")).toEqual([
      { page: "/", rating: 5, posts: 1 },
    ]);
    expect(await netlify.query("SELECT count(*) > 0 AS known FROM feedback_revision")).toEqual([
      { known: true },
    ]);
    expect(mail.received).toHaveLength(2);
    expect(mail.received[0]?.parsed.text).toContain("Il modulo dei pareri non risponde come deve");

    expect((await watch()).status).toBe(204);
    expect(mail.received).toHaveLength(2);
  },
  TIMEOUT_MS,
);
