import { texts } from "../support/element.ts";
import { site } from "../support/facts.ts";
import { findOnPages } from "../support/find-on-pages.ts";
import { pathsIn, source } from "../support/languages.ts";
import { expect, test } from "../support/test.ts";

const PAGES = pathsIn(source.code);

/** Exact texts of the footer's links by their `data-element`. */
const LINKS = {
  faq: "Leggi le FAQ",
  "appointment-booking": "Prenotazione appuntamento",
  "report-inefficiency": "Segnalazione disservizio",
  "privacy-policy-link": "Informativa privacy",
  "legal-notes": "Note legali",
};

test("on every page the footer has the links that the model asks for", async ({ page }) => {
  const findings = await findOnPages(page, PAGES, async () => {
    const found: string[] = [];
    for (const [name, text] of Object.entries(LINKS)) {
      const links = await texts(page.locator(`footer a[data-element="${name}"][href]`));
      if (links.join("|") !== text) found.push(`${name}: "${links.join("|")}"`);
    }
    return found;
  });

  expect(findings).toEqual({});
});

test("the accessibility declaration is linked once it exists, and nothing pretends that it does", async ({
  page,
}) => {
  const findings = await findOnPages(page, PAGES, async () => {
    const link = page.locator("footer").getByRole("link", { name: "Dichiarazione di accessibilità" });
    const target = await link.getAttribute("href");
    if (site.accessibilityDeclaration === null)
      return target?.startsWith("/accessibilita/") ? [] : [`${target}`];
    const marked = (await link.getAttribute("data-element")) === "accessibility-link";
    return target === site.accessibilityDeclaration && marked ? [] : [`${target}`];
  });

  expect(findings).toEqual({});
});
