import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf, marked, textOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { LINK_TEXTS } from "./model.ts";
import { mismatch } from "./words.ts";

/**
 * Reports pages that lack a part of the header or footer that the national model requires. Site
 * sections and links that the authority does not have are not expected.
 */
export function headerFooterFindings(site: BuiltSite): Finding[] {
  return about(
    "Modello nazionale",
    site.pages.flatMap((page) =>
      [...headerMessages(page, site), ...footerMessages(page, site)].map(
        (message) => [page.path, message] as const,
      ),
    ),
  );
}

function headerMessages({ document, lang }: BuiltPage, { facts, source }: BuiltSite): string[] {
  const menu = document.querySelectorAll('header ul[data-element="main-navigation"]');
  const sections = facts.site.sections.map(({ element }) => element);
  const found = menu.length === 1 ? [] : [`ci vuole un solo main-navigation; qui ce ne sono ${menu.length}`];
  for (const name of [...sections, "all-topics"]) {
    const links = marked(document, name);
    if (links.length !== 1) found.push(`${name}: ci vuole una volta; qui c'è ${links.length} volte`);
    if (lang === source) found.push(...mismatch(name, LINK_TEXTS[name] ?? "", links.map(textOf).join(" | ")));
  }
  const header = document.querySelector("header");
  if (!textOf(header).includes(facts.site.authority.name))
    found.push(`in alto manca il nome dell'ente, «${facts.site.authority.name}»`);
  if ((header?.querySelectorAll("svg, img") ?? []).length === 0) found.push("in alto manca lo stemma");
  return found;
}

function footerMessages({ document, lang }: BuiltPage, { facts, source }: BuiltSite): string[] {
  const { footerMenu, accessibilityDeclaration } = facts.site;
  const found = footerMenu.flatMap(({ element }) => {
    const links = document.querySelectorAll(`footer a[data-element="${element}"]`);
    const expected = lang === source ? LINK_TEXTS[element] : undefined;
    return mismatch(element, expected ?? textOf(links[0]), links.map(textOf).join(" | "));
  });
  const [declaration] = document.querySelectorAll('footer a[data-element="accessibility-link"]');
  const target = attributeOf(declaration, "href") ?? "";
  const isCorrect =
    accessibilityDeclaration === null
      ? target.endsWith("/accessibilita/")
      : target === accessibilityDeclaration;
  return isCorrect
    ? found
    : [
        ...found,
        `accessibility-link: ci vuole il link alla dichiarazione di accessibilità; qui c'è «${target}»`,
      ];
}
