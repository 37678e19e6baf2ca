import { element, texts } from "../support/element.ts";
import { topicNames } from "../support/facts.ts";
import { VOICES } from "../support/model.ts";
import { SHEET } from "../support/site.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => {
  await page.goto(SHEET);
});

test("the breadcrumb goes from the home page over the category to the sheet", async ({ page }) => {
  const items = await texts(element(page, "breadcrumb").locator("li"));
  const [title] = await texts(element(page, "service-title"));

  const names = items.map((item) => item.replace(/\s*\/$/, ""));
  expect(names).toEqual(["Home", "Servizi", "Salute, benessere e assistenza", title]);
});

test("the sheet opens with title, status and short description", async ({ page }) => {
  await expect(element(page, "service-title")).toHaveText(
    "Segretariato sociale: informazioni per i cittadini in difficoltà",
  );
  await expect(
    page.locator('h1[data-element="service-title"], h1 [data-element="service-title"]'),
  ).toHaveCount(1);
  await expect(element(page, "service-status")).toHaveText("Servizio attivo");
  await expect(element(page, "service-description")).toHaveText(/\S/);
});

test("the index lists the voices with the model's labels, in the model's order", async ({ page }) => {
  const index = element(page, "page-index");
  const labels = await texts(index.locator("> li > a"));

  await expect(index).toHaveCount(1);
  expect(await index.evaluate(({ localName }) => localName)).toMatch(/^[uo]l$/);
  expect(
    await index.locator("> li > a").evaluateAll((links) => links.map((link) => link.childElementCount)),
  ).toEqual(labels.map(() => 0));
  expect(labels).toEqual(
    [...VOICES.map(({ label }) => label), "Argomenti"].filter((label) => labels.includes(label)),
  );
  expect(labels).toEqual(
    expect.arrayContaining(VOICES.filter(({ mandatory }) => mandatory).map(({ label }) => label)),
  );
});

test("each entry of the index leads to the heading of its voice", async ({ page }) => {
  for (const link of await element(page, "page-index").locator("> li > a").all()) {
    const label = (await link.textContent()) ?? "";
    const target = page.locator(
      `[id="${decodeURIComponent((await link.getAttribute("href"))?.slice(1) ?? "")}"]`,
    );
    await expect(target).toHaveCount(1);
    const heading = target.locator(`xpath=descendant-or-self::h2`).first();
    expect((await heading.textContent())?.trim()).toBe(label.trim());
  }
});

test("each voice of the index has its content, marked, under its own heading and in order", async ({
  page,
}) => {
  const headings = await texts(element(page, "page-index").locator("> li > a"));
  const expected = VOICES.filter(({ label }) => headings.includes(label));

  const marked = await page.evaluate((voices) => {
    const h2s = Array.from(document.querySelectorAll("h2"));
    return voices.map(({ elements }) => {
      const selector = elements.map((name) => `[data-element="${name}"]`).join();
      const [first, ...others] = document.querySelectorAll(selector);
      if (first === undefined) return { label: undefined, text: false, others: 0 };
      // The mark may stand on the voice's section, on its heading or on content after the heading.
      const own = first.querySelector("h2") ?? first.closest("h2");
      const before = h2s.filter((h2) => h2.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
      const heading = own ?? before.at(-1);
      return {
        label: heading?.textContent.trim(),
        text: first.textContent.trim() !== "",
        others: others.length,
      };
    });
  }, expected);

  expect(marked).toEqual(expected.map(({ label }) => ({ label, text: true, others: 0 })));
});

test("the conditions of service are a link", async ({ page }) => {
  const link = page.locator('a[data-element="service-file"], [data-element="service-file"] a').first();

  expect(await link.getAttribute("href"), "another page or a file").toMatch(/^[^#]/);
});

test("booking an appointment is offered where the service is entered", async ({ page }) => {
  const access = page.locator(
    ["booking", "generic", "online"].map((kind) => `[data-element="service-${kind}-access"]`).join(),
  );
  const booking = page.locator('main [data-element="appointment-booking"]');

  await expect(access).toHaveCount(1);
  await expect(booking).toHaveCount(1);
  await expect(booking).toHaveAttribute("href", "/prenota/");
});

test("the responsible office stands among the contacts", async ({ page }) => {
  await expect(element(page, "service-area")).toHaveText(/Segretariato sociale/);
});

test("the topics are links, all from the national list", async ({ page }) => {
  const topics = page.locator('main a[data-element="service-topic"], main [data-element="service-topic"] a');
  const names = await texts(topics);

  expect(names).toEqual(["Assistenza sociale", "Integrazione sociale", "Immigrazione"]);
  expect(names.filter((name) => !topicNames.includes(name))).toEqual([]);
});
