import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { REFLOW_WIDTH, widerThanTheWindow } from "../../../src/site-checks/browser/reflow.ts";
import { type ServedSite, serveSite } from "../../../src/site-checks/served-site.ts";
import { FLAGSHIP } from "../../support/flagship.ts";
import { inLanguage, isLatin, languages, stringsIn } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";

const ON = "2024-11-24";
const CONTACT = "_data/contacts/segretariato-sociale.json";

// All tests read one site, which is built once.
test.describe.configure({ mode: "serial" });

let folder: string;
let served: ServedSite;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checked-"));
  await cp(FLAGSHIP, folder, { recursive: true });
  const contact = JSON.parse(await readFile(join(folder, CONTACT), "utf8")) as object;
  const checked = { on: ON, by: "Ufficio sociale" };
  await writeFile(join(folder, CONTACT), JSON.stringify({ ...contact, checked }));
  const output = join(folder, "built");
  const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: output };
  await promisify(execFile)(process.execPath, ["src/tasks/build.ts", "--quiet"], { env });
  served = await serveSite(output);
});

test.afterAll(async () => {
  await served.stop();
  await rm(folder, { recursive: true });
});

for (const { code, name } of languages) {
  const details = code === "ar" ? ALSO_IN_FIREFOX : {};
  test(
    `the phone line in ${name} says when its hours were checked`,
    details,
    async ({ page, browserName }) => {
      await page.setViewportSize({ width: REFLOW_WIDTH, height: 640 });
      await page.goto(served.url + inLanguage(SERVICE_PAGE, code));
      const sentence = page.locator(".phone-line p").filter({ has: page.locator(`time[datetime="${ON}"]`) });

      await expect(sentence).toBeVisible();
      await expect(sentence).toContainText(stringsIn(code)["hours.checked"] ?? "");
      expect(await widerThanTheWindow(page)).toEqual([]);
      expect(await accessibilityViolations(page)).toEqual([]);

      await page.emulateMedia({ media: "print" });
      await expect(sentence).toBeVisible();
      if (browserName !== "chromium" || !isLatin(code)) return;
      const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    },
  );
}

test("without a check the phone line says nothing of it", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  await expect(page.locator(".phone-line")).toBeVisible();
  await expect(page.locator(".phone-line time")).toHaveCount(0);
});
