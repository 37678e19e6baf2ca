/**
 * `npm run bench:report` fills PostgreSQL with a million posts, and measures how long the report
 * takes to answer while new posts come in, as a time and as a multiple of counting the rows. Then
 * it exports all of them, and looks at the server's memory.
 *
 *   --rows 1000000
 *   --requests 40   of each address
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openDatabase } from "../../src/feedback/store/open-database.ts";
import { createClient } from "../faults/client.ts";
import { createServerProcess } from "../faults/server-process.ts";
import { MANIFEST_JSON, writeBuiltSite } from "../support/feedback.ts";
import { freePort } from "../support/free-port.ts";
import { findOrInstallPostgres } from "../support/postgres-installation.ts";
import { startPostgres } from "../support/postgres.ts";

const TOKEN = "5f2c9d0b7a41e83c6d1f4b29";
const PAGES = 300;
const POSTS_PER_SECOND = 20;

const { values } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, requests: { type: "string", default: "40" } },
});
const rows = Number(values.rows);

const LANGUAGES = ["it", "en", "fr"] as const;

const addressOf = (page: number, lang: string) => `${lang === "it" ? "" : `/${lang}`}/servizi/p${page}/`;
const revisionOf = (page: number, version: number) => (page * 2 + version).toString(16).padStart(12, "0");

const pages = Array.from({ length: PAGES }, (_, page) =>
  LANGUAGES.map((lang): [string, unknown] => [
    addressOf(page, lang),
    { lang, revision: revisionOf(page, 1), source: addressOf(page, "it"), title: `Pagina ${page}` },
  ]),
).flat();

/** A year of posts. In its second half each page has other words. One in five has a comment. */
const FILL = `
  INSERT INTO feedback (id, page, lang, rating, answer, comment, comment_digest, form_version, page_revision, created_at)
  SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15 FOR 1)::uuid,
    CASE lang WHEN 'it' THEN '' ELSE '/' || lang END || '/servizi/p' || page || '/', lang, rating,
    CASE WHEN rating >= 4 THEN 'clear' ELSE 'unclear' END,
    comment, encode(sha256(convert_to(comment, 'UTF8')), 'hex'), '01234567',
    lpad(to_hex(page * 2 + (i > ${rows} / 2)::int), 12, '0'), now() - (${rows} - i) * interval '1 year' / ${rows}
  FROM (
    SELECT i, i % ${PAGES} AS page, (ARRAY['it', 'en', 'fr'])[1 + i % 7 % 3] AS lang, 1 + (random() * 4)::int AS rating,
      CASE WHEN i % 5 = 0 THEN 'Testo numero ' || i END AS comment
    FROM generate_series(1, ${rows}) AS i
  ) AS invented`;

const folder = mkdtempSync(join(tmpdir(), "report-"));
process.once("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});
await writeBuiltSite(folder, {
  "feedback.json": JSON.stringify({
    ...MANIFEST_JSON,
    pages: Object.fromEntries<unknown>([...Object.entries(MANIFEST_JSON.pages), ...pages]),
    languages: { ...MANIFEST_JSON.languages, fr: MANIFEST_JSON.languages.en },
  }),
});
const cluster = await startPostgres(findOrInstallPostgres());
const url = await cluster.createDatabase("report");
await (await openDatabase({ DATABASE_URL: url })).close();
await cluster.query(FILL, "report");
await cluster.query("VACUUM ANALYZE feedback", "report");
console.log(`${rows} posts about ${pages.length} pages`);

const server = createServerProcess({
  port: await freePort(),
  outputDir: folder,
  environment: { DATABASE_URL: url, REPORT_TOKEN: TOKEN, LOG_LEVEL: "error" },
  stdout: 1,
});
await server.start();
const headers = { authorization: `Bearer ${TOKEN}` };
const memory = () =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid() ?? 0}/status`, "utf8"))?.[1]) / 1024;

/** Sends posts at a steady pace until it is stopped. Gives how long each took. */
function startPosting(): () => Promise<number[]> {
  const client = createClient(server.origin);
  const durations: number[] = [];
  const end = new AbortController();
  const posting = (async () => {
    while (!end.signal.aborted) {
      const content = { rating: 5, answer: null, comment: null } as const;
      const { status, duration } = await client.send({ key: crypto.randomUUID(), format: "json", content });
      durations.push(status === 201 ? duration : Infinity);
      await sleep(1_000 / POSTS_PER_SECOND);
    }
  })();
  return async () => {
    end.abort();
    await posting;
    client.close();
    return durations;
  };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const percentile = (durations: readonly number[], share: number) =>
  durations.toSorted((a, b) => a - b)[Math.ceil(share * durations.length) - 1] ?? Number.NaN;

const count = percentile(
  await Array.fromAsync({ length: 5 }, () =>
    time(() => cluster.query("SELECT count(*) FROM feedback", "report")),
  ),
  0.5,
);
console.log(`counting the rows: ${count.toFixed(0)} ms`);
const first = await time(() => fetch(`${server.origin}/api/report`, { headers }));
console.log(`the first report, which counts the months that are over: ${first.toFixed(0)} ms`);
const stop = startPosting();
for (const path of [
  "/api/report",
  "/api/report?period=year",
  "/api/report?period=year&lang=en",
  "/api/report?page=/servizi/p7/",
  "/api/report.json?period=year",
  "/api/report/comments?state=new",
  "/api/report/comments?words=numero+999",
]) {
  const durations = await Array.fromAsync({ length: Number(values.requests) }, () =>
    time(async () => {
      const response = await fetch(server.origin + path, { headers });
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      await response.arrayBuffer();
    }),
  );
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(durations, share));
  console.log(
    `${path.padEnd(40)} p50 ${p50?.toFixed(0)} ms, p95 ${p95?.toFixed(0)} ms, ${((p95 ?? 0) / count).toFixed(1)} times the count`,
  );
}
const posted = await stop();
console.log(
  `${posted.length} posts meanwhile: p50 ${percentile(posted, 0.5).toFixed(0)} ms, p95 ${percentile(posted, 0.95).toFixed(0)} ms`,
);

const before = memory();
let bytes = 0;
let most = before;
const seconds = await time(async () => {
  const response = await fetch(`${server.origin}/api/report.csv?period=year`, { headers });
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    most = Math.max(most, memory());
  }
});
console.log(
  `all rows as CSV: ${(bytes / 2 ** 20).toFixed(0)} MiB in ${(seconds / 1_000).toFixed(0)} s; memory ${before.toFixed(0)} MiB before, ${most.toFixed(0)} at most`,
);
await server.end("SIGTERM");
cluster.remove();
