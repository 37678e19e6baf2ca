import { globSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { inlineStyleHashes } from "../../../src/hosting/inline-styles.ts";
import { pagePolicy } from "../../../src/hosting/security-headers.ts";
import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { collectViolations } from "../../support/csp-violations.ts";
import { type DevServer, startDevServer } from "../../support/dev-server.ts";
import { SITE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const PRIVACY = "content/it/privacy.md";
const SERVICE = "content/it/servizi/aiuto.md";

// All tests share one server, and each starts from the state that the previous one left.
test.describe.configure({ mode: "serial" });

// Waits for builds, which may be slow on a busy machine.
const patient = expect.configure({ timeout: 120_000 });

let site: string;
let server: DevServer;

test.beforeAll(async () => {
  // Brackets have a meaning in the patterns of file watchers.
  site = await mkdtemp(join(tmpdir(), "sito (prova) [1] "));
  await cp("tests/fixtures/content/site", site, { recursive: true });
  await edit(PRIVACY, "layout: page", "layout: pagina");
  server = await startDevServer(site);
});

test.afterAll(async () => {
  await server.stop();
  await rm(site, { recursive: true });
});

/** Changes one passage of a file as an editor does. The passage must exist. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(site, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not contain ${JSON.stringify(from)}`);
  await writeFile(
    join(site, file),
    text.replace(from, () => to),
  );
}

const open = (page: Page, path: string) => page.goto(server.origin + path);
const errors = (page: Page) =>
  page.getByRole("region", { name: "Controllo dei contenuti" }).getByRole("alert");
const main = (page: Page) => page.getByRole("main");

test("a mistake present at startup is shown over an empty page, and its correction brings the page", async ({
  page,
}) => {
  await open(page, "/privacy/");
  await patient(errors(page)).toContainText("Un errore da correggere");
  await expect(errors(page)).toContainText(`${join(site, PRIVACY)}, riga 2`);
  await expect(errors(page)).toContainText("«pagina»");
  await expect(main(page)).toContainText("Il sito non è ancora pronto");
  expect(await accessibilityViolations(page)).toEqual([]);

  await edit(PRIVACY, "layout: pagina", "layout: page");

  await patient(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  await expect(errors(page)).toBeEmpty();
});

test("a later mistake is shown over the last good page, which stays unchanged and keeps the focus", async ({
  page,
}) => {
  await open(page, "/servizi/aiuto/");
  const star = page.getByRole("radio").first();
  await star.focus();
  await page.evaluate(() => {
    document.documentElement.classList.add("same-document");
  });

  await edit(SERVICE, "topics:\n  - Assistenza sociale", "topics:\n  - Nessuno");

  await patient(errors(page)).toContainText("argomento sconosciuto");
  await expect(star).toBeFocused();
  await expect(page.locator("html.same-document")).toBeAttached();
  expect(await accessibilityViolations(page)).toEqual([]);

  await edit(SERVICE, "topics:\n  - Nessuno", "topics:\n  - Assistenza sociale");

  await patient(page.locator("html:not(.same-document)")).toBeAttached();
  await expect(errors(page)).toBeEmpty();
});

test("errors can be dismissed with the keyboard, and return with the next mistake", async ({ page }) => {
  await open(page, "/privacy/");
  await edit(PRIVACY, "updated: 2026", "updated: 1926");
  await patient(errors(page)).toContainText("Correggi e salva");

  await errors(page).getByText("Un errore da correggere").press("Enter");
  await expect(errors(page).getByText("Correggi e salva")).toBeHidden();

  await edit(PRIVACY, "description:", "descrizione:");
  await patient(errors(page).getByText(/errori da correggere/)).toBeVisible();
  await expect(errors(page).getByText("Correggi e salva")).toBeVisible();

  await edit(PRIVACY, "descrizione:", "description:");
  await edit(PRIVACY, "updated: 1926", "updated: 2026");
  await patient(errors(page)).toBeEmpty();
});

test("warnings wait in a closed box, and stay open while somebody works through them", async ({ page }) => {
  await open(page, "/privacy/");
  await edit(PRIVACY, "Nessuno.", "Nessun datto. Nessuna bugiaa.");
  const box = page.getByRole("region", { name: "Controllo dei contenuti" });
  await patient(box.getByText(/^\d+ avvisi$/)).toBeVisible();
  await expect(box.getByText("datto")).toBeHidden();
  await expect(errors(page)).toBeEmpty();

  await box.getByText(/^\d+ avvisi$/).press("Enter");
  await expect(box.getByText("datto")).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);

  await edit(PRIVACY, "Nessuna bugiaa.", "");
  await patient(main(page)).not.toContainText("bugiaa");
  await patient(box.getByText("datto")).toBeVisible();
  await patient(box.getByText("bugiaa")).toBeHidden();
});

test("changed facts and texts, and new, moved and deleted pages appear without a restart", async ({
  page,
}) => {
  await open(page, "/servizi/aiuto/");
  await edit("_data/contacts/sportello.json", "+39 0571 878778", "+39 055 1234567");
  await patient(main(page)).toContainText("055 123 4567");

  await edit("_data/site.json", "Sportello di aiuto", "Sportello dei vicini");
  await patient(page).toHaveTitle(/Sportello dei vicini/);

  const words = JSON.parse(await readFile("_data/i18n/it.json", "utf8")) as Record<string, string>;
  await mkdir(join(site, "_data/i18n"));
  await writeFile(
    join(site, "_data/i18n/it.json"),
    JSON.stringify({ ...words, "skip.footer": "Vai proprio in fondo" }),
  );
  await patient(page.getByRole("link", { name: "Vai proprio in fondo" })).toBeAttached();

  const news = "content/it/novita";
  await writeFile(
    join(site, news, "festa.md"),
    (await readFile(join(site, news, "apertura.md"), "utf8")).replace(/^title: .*$/m, "title: Una festa"),
  );
  await open(page, "/novita/");
  await patient(page.getByRole("link", { name: "Una festa" })).toBeVisible();

  await rename(join(site, news, "festa.md"), join(site, news, "ballo.md"));
  await open(page, "/novita/ballo/");
  await patient(page.getByRole("heading", { level: 1, name: "Una festa" })).toBeVisible();
  expect((await page.request.get(`${server.origin}/novita/festa/`)).status()).toBe(404);

  await rm(join(site, news, "ballo.md"));
  await patient(page.getByRole("heading", { level: 1, name: "Una festa" })).toBeHidden();
  expect((await page.request.get(`${server.origin}/novita/ballo/`)).status()).toBe(404);
});

test("the overlay needs nothing that the policy of published pages forbids", async ({ page }) => {
  const html = await (await page.request.get(`${server.origin}/privacy/`)).text();
  // The policy goes into a `meta` element, where `frame-ancestors` is not allowed.
  const policy = pagePolicy({ styles: inlineStyleHashes(html) }).replace(/; frame-ancestors [^;]*/, "");
  await page.addInitScript((content) => {
    new MutationObserver((_, observer) => {
      const head = document.querySelector("head");
      if (!head) return;
      observer.disconnect();
      const meta = Object.assign(document.createElement("meta"), {
        httpEquiv: "Content-Security-Policy",
        content,
      });
      head.prepend(meta);
    }).observe(document, { childList: true, subtree: true });
  }, policy);
  const violations = await collectViolations(page);
  await open(page, "/privacy/");
  await page.evaluate(() => {
    document.head.append(document.createElement("style"));
  });

  const box = page.getByRole("region", { name: "Controllo dei contenuti" }).getByText(/avvis[io]$/);
  await patient(box).toBeVisible();
  await expect(box).toHaveCSS("position", "sticky");
  // Only this test's own style is refused, which shows that the policy is in force.
  await expect
    .poll(() => violations.filter((violation) => violation.startsWith("style-src")))
    .toHaveLength(1);
  expect(violations.filter((violation) => !violation.includes("style"))).toEqual([]);
});

test("a change to the program restarts it, and open pages reconnect", async ({ page }) => {
  await open(page, "/privacy/");
  await page.evaluate(() => {
    document.documentElement.classList.add("same-document");
  });

  const now = new Date();
  await utimes(".eleventy.ts", now, now);

  await patient(page.locator("html:not(.same-document)")).toBeAttached();
  await patient(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
});

test("a site that is built for publication contains none of it", () => {
  const files = globSync("**/*.{html,js,css}", { cwd: SITE });
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.filter((file) =>
      /\.dev\/|reload-client|Controllo dei contenuti/.test(readFileSync(join(SITE, file), "utf8")),
    ),
  ).toEqual([]);
});
