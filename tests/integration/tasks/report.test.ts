import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportSchema } from "../../../src/feedback/report/report.ts";
import { openDatabase } from "../../../src/feedback/store/open-database.ts";
import { createFeedbackStore } from "../../../src/feedback/store/store.ts";
import { startServer } from "../../../src/server/start-server.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { writeBuiltSite } from "../../support/feedback.ts";

const TOKEN = "5f2c9d0b7a41e83c6d1f4b29";
const FILES = ["report.csv", "report.html", "report.json", "report.schema.json"];

let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
  environment = { DATA_DIR: join(folder, "data"), OUTPUT_DIR: join(folder, "_site"), LOG_LEVEL: "info" };
  await writeBuiltSite(environment["OUTPUT_DIR"] ?? "");
  await putEmptyDatabase(environment["DATA_DIR"] ?? "");
  const database = await openDatabase({ DATA_DIR: environment["DATA_DIR"] });
  const post = { lang: "it", rating: 2, answer: null, formVersion: "01234567" } as const;
  const store = createFeedbackStore(database);
  await store.save({ ...post, page: "/servizi/", comment: "=Non capisco", pageRevision: "ab0123456789" });
  await store.save({ ...post, page: "/", comment: null, pageRevision: "0123456789ab" });
  await database.close();
});
afterAll(() => rm(folder, { recursive: true }));

function run(
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<{ code: unknown; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: "", NODE_ENV: "test", ...environment, ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/tasks/report.ts", ...args], { env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}

/** What the files of a report say, if they are all there and closed to others. */
async function readFiles(
  output: string,
): Promise<{ comments: (string | undefined)[]; ratings: number; html: string }> {
  expect((await stat(output)).mode & 0o777).toBe(0o700);
  for (const name of FILES) expect((await stat(join(output, name))).mode & 0o777).toBe(0o600);
  const text = (name: string) => readFile(join(output, name), "utf8");
  const rows = parse<Record<string, string>>(await text("report.csv"), { bom: true, columns: true });
  const report = reportSchema.parse(JSON.parse(await text("report.json")));
  return {
    comments: rows.map((row) => row["commento"]),
    ratings: report.figures.ratings,
    html: await text("report.html"),
  };
}

describe("the command for the report", () => {
  it("writes its files without the server, for their owner only, and says in the log that it read", async () => {
    const output = join(folder, "alone");
    const { code, out, err } = await run(["--output", output, "--page", "/servizi/"]);
    expect([code, out]).toEqual([0, `1 valutazione: apri ${join(output, "report.html")}\n`]);
    expect(JSON.parse(err)).toMatchObject({
      event: "report",
      view: "command",
      posts: 1,
      filter: { page: "/servizi/" },
    });
    expect(await readFiles(output)).toMatchObject({ comments: ["'=Non capisco"], ratings: 1 });
  });

  it("writes the same through the server that has the embedded database", async () => {
    const server = await startServer({
      ...environment,
      PORT: "0",
      HOST: "127.0.0.1",
      REPORT_TOKEN: TOKEN,
      LOG_LEVEL: "silent",
    });
    try {
      const output = join(folder, "beside");
      const { port } = new URL(server.url);
      const address = { HOST: "127.0.0.1", PORT: port };
      const without = await run(["--output", output], address);
      expect(without).toMatchObject({
        code: 1,
        err: expect.stringContaining("set its REPORT_TOKEN here") as string,
      });
      const wrong = await run(["--output", output], { ...address, REPORT_TOKEN: `${TOKEN}0` });
      expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining("(401)") as string });
      expect(await run(["--output", output], { ...address, REPORT_TOKEN: TOKEN })).toMatchObject({
        code: 0,
        err: "",
      });
      expect(await readFiles(output)).toMatchObject({ comments: ["'=Non capisco", ""], ratings: 2 });
    } finally {
      await server.stop();
    }
  });

  it("makes a page that needs no server: no form, no link to one", async () => {
    const output = join(folder, "page");
    await run(["--output", output]);
    const { html } = await readFiles(output);
    expect(html).not.toMatch(/<form|href="\/|\/api\//);
    expect(html).toContain('href="report.csv"');
  });

  it.each([
    [["--since", "ieri"], "«ieri» non è un giorno"],
    [["--page", "/nessuna/"], "«/nessuna/» non è una pagina"],
    [["--boh"], "Non capisco queste parole: --boh"],
  ])("says what it does not understand in %j, and how it is used", async (args, problem) => {
    const { code, err } = await run(args);
    expect(code).toBe(1);
    expect(err).toContain(problem);
    expect(err).toContain("npm run feedback:report -- --period year");
  });
});
