import { element, texts } from "../support/element.ts";
import { site } from "../support/facts.ts";
import { expect, test } from "../support/test.ts";

test("the legal notes state the licence of the contents in the model's words", async ({ page }) => {
  await page.goto("/note-legali/");

  expect(await texts(element(page, "legal-notes-section"))).toEqual([site.contentLicense.title]);
  expect((await texts(element(page, "legal-notes-body"))).join(" ")).toBe(
    site.contentLicense.paragraphs.join(" "),
  );
});
