import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { withDatabase } from "../../../src/feedback/store/open-database.ts";
import { startServer } from "../../../src/server/start-server.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { MANIFEST_JSON, writeBuiltSite } from "../../support/feedback.ts";
import { freePort } from "../../support/free-port.ts";
import { startMailServer } from "../../support/mail-server.ts";
import type { MailServer } from "../../support/mail-server.ts";

type Environment = Record<string, string>;

const TOKEN = "kT3Zr8mQ5vX1nB7cL2wD9yH4";
const OLD = randomUUID();
const DIGEST = /^The form answers; alerts sent: 0; digest sent\.\n$/;

let folder: string;
let port: number;
let mail: MailServer;
let environment: Environment;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "commands-"));
  port = await freePort();
  mail = await startMailServer();
  await putEmptyDatabase(join(folder, "data"));
  // The form posts to the server of the test, so the probe does too.
  const manifest = { ...MANIFEST_JSON, feedbackUrl: `http://127.0.0.1:${port}/api/feedback` };
  await writeBuiltSite(join(folder, "site"), { "feedback.json": JSON.stringify(manifest) });
  environment = {
    DATABASE_URL: "",
    DATA_DIR: join(folder, "data"),
    OUTPUT_DIR: join(folder, "site"),
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "silent",
    ALLOWED_ORIGINS: MANIFEST_JSON.origin,
    REPORT_TOKEN: TOKEN,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    DIGEST_TO: "sociale@comune.example",
    DIGEST_FROM: "sito@comune.example",
  };
  await withDatabase({ DATA_DIR: join(folder, "data") }, (driver) =>
    driver.query(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision, created_at)
       VALUES ($1, '/', 'it', 5, '01234567', '0123456789ab', now() - interval '3 years')`,
      [OLD],
    ),
  );
});
afterAll(async () => {
  await mail.close();
  await rm(folder, { recursive: true });
});

function run(task: string, args: readonly string[], changes: Environment = {}): Promise<[unknown, string]> {
  const env = { ...process.env, ...environment, ...changes };
  return new Promise((resolve) => {
    execFile(process.execPath, [`src/tasks/${task}.ts`, ...args], { env }, (error, out, err) => {
      resolve([error?.code ?? 0, out + err]);
    });
  });
}

async function serve(changes: Environment = {}): Promise<void> {
  const { stop } = await startServer({ ...environment, ...changes });
  onTestFinished(stop);
}

describe("while the server has the embedded database, it runs", () => {
  it("the digest, the retention, and the erasing of a post", async () => {
    await serve();
    expect(await run("digest", ["--now"])).toEqual([0, expect.stringMatching(DIGEST)]);
    expect(mail.received.at(-1)?.parsed.subject).toMatch(/^Sociale: i pareri dal /);
    const counted = "0 comments older than 12 months, 0 suspect posts as old, 1 ratings older than 24 months";
    expect(await run("retention", ["--dry-run"])).toEqual([
      0,
      `To erase: ${counted}, kept as numbers of their day.\n`,
    ]);
    expect(await run("erase", [OLD])).toEqual([0, expect.stringMatching(/^Cancellato: \/, .*, voto 5/)]);
    expect(await run("erase", [OLD])).toEqual([1, expect.stringContaining("Nessun parere ha il codice")]);
  });

  it("nothing without its token, which the command says", async () => {
    await serve();
    expect(await run("retention", [], { REPORT_TOKEN: "" })).toEqual([
      1,
      expect.stringMatching(/in use by another process.*set its REPORT_TOKEN here.*\n$/),
    ]);
    expect(await run("retention", [], { REPORT_TOKEN: `${TOKEN}x` })).toEqual([
      1,
      expect.stringMatching(/refused \(401\)\. Check REPORT_TOKEN.*\n$/),
    ]);
    expect(await run("retention", [], { PORT: String(await freePort()) })).toEqual([
      1,
      expect.stringMatching(/No server answered at .*check HOST and PORT\.\n$/),
    ]);
  });

  it("nothing that a browser was made to send, with the password that it keeps", async () => {
    await serve();
    const send = (authorization: string, body = '{"name":"retention","dryRun":true}') =>
      fetch(`http://127.0.0.1:${port}/api/report/commands`, {
        method: "POST",
        headers: { authorization },
        body,
      });
    expect((await send(`Basic ${btoa(`ufficio:${TOKEN}`)}`)).status).toBe(403);
    expect((await send("")).status).toBe(401);
    expect((await send(`Bearer ${TOKEN}`, '{"name":"drop"}')).status).toBe(400);
    expect((await send(`Bearer ${TOKEN}`)).status).toBe(200);
  });

  it("nothing if e-mail is off, and says so", async () => {
    await serve({ SMTP_URL: "", DIGEST_TO: "", DIGEST_FROM: "" });
    expect(await run("digest", [])).toEqual([1, expect.stringMatching(/^E-mail is off: set SMTP_URL/)]);
  });
});

describe("without a server, the command itself", () => {
  it("sends the digest, and that the form does not answer, once", async () => {
    const before = mail.received.length;
    expect(await run("digest", [])).toEqual([0, "The form does not answer; alerts sent: 1; digest sent.\n"]);
    expect(await run("digest", [])).toEqual([
      0,
      "The form does not answer; alerts sent: 0; no digest due.\n",
    ]);
    expect(mail.received).toHaveLength(before + 2);
  });

  it("says in one line that the mail server is away, with an exit code and without a password", async () => {
    const SMTP_URL = `smtp://ufficio:s3cret@127.0.0.1:${await freePort()}`;
    const [code, said] = await run("digest", ["--now"], { SMTP_URL });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^The mail server 127\.0\.0\.1:\d+ did not .*\n$/),
    ]);
    expect(said).not.toContain("s3cret");
  });
});

it("neither a server nor a command starts with e-mail that is set in part", async () => {
  await expect(startServer({ ...environment, DIGEST_TO: "" })).rejects.toThrow("E-mail is set in part");
  for (const task of ["digest", "retention"])
    expect(await run(task, [], { DIGEST_FROM: "" })).toEqual([
      1,
      expect.stringMatching(/^E-mail is set in part: DIGEST_FROM missing\./),
    ]);
});

it("an argument that a command does not have is named, in one line", async () => {
  expect(await run("retention", ["--dry"])).toEqual([
    1,
    expect.stringMatching(/^Unknown option '--dry'.*\n$/),
  ]);
  expect(await run("digest", ["subito"])).toEqual([
    1,
    expect.stringMatching(/^Unexpected argument 'subito'.*\n$/),
  ]);
});
