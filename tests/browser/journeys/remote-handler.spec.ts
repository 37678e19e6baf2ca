import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createStaticSite } from "../../../src/server/static-site.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { freePort } from "../../support/free-port.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { ENDPOINT, feedbackForm, nextAnswer, withoutScripts } from "./feedback-form.ts";

/**
 * The static export and the handler are on different hosts, so browsers treat them as two sites.
 */
let site: string;
let handler: string;

let folder: string;
let staticHost: Server;
let handlerHost: ChildProcess;

// All tests share one build.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), "remote-handler-"));
  const [sitePort, handlerPort] = [await freePort(), await freePort()];
  site = `http://localhost:${sitePort}`;
  handler = `http://127.0.0.1:${handlerPort}`;
  const env = { ...process.env, OUTPUT_DIR: join(folder, "_site"), FEEDBACK_URL: `${handler}${ENDPOINT}` };
  const [code] = (await once(spawn(process.execPath, ["src/tasks/build.ts"], { env }), "exit")) as [number];
  expect(code).toBe(0);

  await putEmptyDatabase(join(folder, "data"));
  const serve = await createStaticSite(env.OUTPUT_DIR);
  staticHost = createServer(serve).listen(sitePort);
  handlerHost = spawn(process.execPath, ["src/server.ts"], {
    env: {
      ...env,
      DATA_DIR: join(folder, "data"),
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      HOST: "127.0.0.1",
      PORT: String(handlerPort),
      SERVE_SITE: "0",
      ALLOWED_ORIGINS: site,
    },
  });
  await once(handlerHost.stdout ?? handlerHost, "data");
});

test.afterAll(async () => {
  staticHost.close();
  const exit = once(handlerHost, "exit");
  handlerHost.kill("SIGTERM");
  await exit;
  rmSync(folder, { recursive: true });
});

/** Collects what the browser reports as blocked. The returned array grows. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/policy|blocked|refused to/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

test("the handler has no site of its own", async ({ request }) => {
  expect((await request.get(`${handler}/`)).status()).toBe(404);
  expect((await request.get(`${handler}/api/health`)).status()).toBe(200);
});

test("a post of the script reaches the handler, and the citizen is thanked", async ({ page }) => {
  const complaints = collectComplaints(page);
  await page.goto(`${site}${SERVICE_PAGE}`);
  const form = feedbackForm(page);
  await form.star(4).check();
  await form.next.click();
  await form.comment.fill("Da un altro sito");
  const answer = nextAnswer(page);
  await form.send.click();
  expect((await answer).url()).toBe(`${handler}${ENDPOINT}`);
  await expect(form.status).toContainText("Grazie");
  expect(complaints).toEqual([]);
});

test("a refusal's reason can be read", async ({ page }) => {
  await page.goto(`${site}${SERVICE_PAGE}`);
  const form = feedbackForm(page);
  await form.star(2).check();
  await form.next.click();
  await form.comment.fill("Non si legge\0");
  await form.send.click();
  await expect(form.summary).toContainText("caratteri che non si possono leggere");
});

test("the bare form is thanked on the site that it came from", async ({ page }) => {
  await withoutScripts(page);
  await page.goto(`${site}${SERVICE_PAGE}`);
  const form = feedbackForm(page);
  await form.star(5).check();
  await form.send.click();
  await expect(page).toHaveURL(`${site}/grazie/`);
});

test("a refused bare form comes back whole, with ways back to the site, and can be sent again", async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto(`${site}${SERVICE_PAGE}`);
  const complaints = collectComplaints(page);
  const form = feedbackForm(page);
  await form.send.click();
  await expect(page).toHaveURL(`${handler}${ENDPOINT}`);
  await expect(form.summary).toContainText("Scegli un voto");
  const { origin } = JSON.parse(await (await page.request.get(`${site}/feedback.json`)).text()) as {
    origin: string;
  };
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "Privacy" })).toHaveAttribute(
    "href",
    `${origin}/privacy/`,
  );

  // The example's public address does not exist, but the browser only needs to try it.
  const sentOn = page.waitForRequest(`${origin}/grazie/`);
  await form.star(5).check();
  await form.send.click();
  await sentOn;
  expect(complaints).toEqual([]);
});
