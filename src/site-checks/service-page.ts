import type { FrontMatter } from "../content-model/schemas/front-matter.ts";
import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf, type HtmlElement, marked, textOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { MODEL_SECTIONS } from "./model.ts";
import { interfaceText, mismatch, wordIn } from "./words.ts";

type Service = Extract<FrontMatter, { layout: "service" }>;

/** Reports service pages that differ from the national model or from what their editor wrote. */
export function servicePageFindings(site: BuiltSite): Finding[] {
  return about(
    "Modello nazionale",
    site.pages.flatMap((page) => {
      const data = page.content?.data;
      if (data?.layout !== "service") return [];
      return [
        ...headMessages(page, data, site),
        ...indexMessages(page, site),
        ...sectionMessages(page, data, site),
      ].map((message) => [page.path, message] as const);
    }),
  );
}

function headMessages({ document, lang }: BuiltPage, data: Service, site: BuiltSite): string[] {
  const only = (name: string) => marked(document, name).map(textOf).join(" | ");
  const status = interfaceText(site, lang, data.active ? "service.active" : "service.inactive");
  const reason = data.inactiveReason ?? "";
  const [first, ...others] = document.querySelectorAll('[data-element="breadcrumb"] li').map(itemText);
  return [
    ...mismatch("service-title", data.title, only("service-title")),
    ...mismatch("service-status", status, only("service-status")),
    ...mismatch("service-description", data.description, only("service-description")),
    ...(textOf(document.querySelector("main")).includes(reason) ? [] : [`manca il motivo «${reason}»`]),
    ...mismatch("breadcrumb", interfaceText(site, lang, "nav.home"), first ?? ""),
    ...mismatch(
      "breadcrumb",
      `${wordIn(site, lang, data.category)} | ${data.title}`,
      others.slice(-2).join(" | "),
    ),
  ];
}

/** Returns the text of a breadcrumb entry without the slash that may follow it. */
function itemText(item: HtmlElement): string {
  return textOf(item).replace(/\s*\/$/, "");
}

function indexMessages({ document, lang }: BuiltPage, site: BuiltSite): string[] {
  const [index, ...others] = marked(document, "page-index");
  if (!index || others.length > 0)
    return [`ci vuole un solo page-index; qui ce ne sono ${others.length + (index ? 1 : 0)}`];
  const links = index.childElements.flatMap((item) =>
    item.childElements.filter(({ tagName }) => tagName === "a"),
  );
  const labels = links.map(textOf);
  const bare = links.every(({ childElements }) => childElements.length === 0);
  const isList = ["ul", "ol"].includes(index.tagName) && links.length === index.childElements.length;
  const untitled = links.filter((link) => {
    const id = attributeOf(link, "href")?.slice(1) ?? "";
    const heading = document.querySelectorAll("h2").find((candidate) => attributeOf(candidate, "id") === id);
    return textOf(heading) !== textOf(link);
  });
  return [
    ...(isList && bare ? [] : ["page-index: ci vuole un elenco di link, con il solo testo"]),
    ...untitled.map((link) => `page-index: «${textOf(link)}» non porta al titolo che dice`),
    ...(lang === site.source ? labelMessages(labels, interfaceText(site, lang, "service.topics")) : []),
  ];
}

/** Compares the labels in the source language only: the model has them in Italian alone. */
function labelMessages(labels: readonly string[], topics: string): string[] {
  const expected = [
    ...MODEL_SECTIONS.filter(({ label, mandatory }) => mandatory || labels.includes(label)).map(
      ({ label }) => label,
    ),
    topics,
  ];
  return mismatch("page-index", expected.join(", "), labels.join(", "));
}

function sectionMessages({ document, lang }: BuiltPage, data: Service, site: BuiltSite): string[] {
  const found: string[] = [];
  const [main = document] = document.querySelectorAll("main");
  for (const { label, elements, mandatory } of MODEL_SECTIONS) {
    const own = elements.flatMap((name) => marked(main, name));
    const isFit = own.length === 1 ? textOf(own[0]) !== "" : own.length === 0 && !mandatory;
    if (!isFit) found.push(`«${label}»: ci vuole una volta sola ${elements.join(" o ")}, con un testo`);
  }
  const file = marked(main, "service-file").flatMap((element) => attributeOf(element, "href") ?? []);
  if (file.some((href) => href.startsWith("#")))
    found.push("service-file: ci vuole il link a un'altra pagina o a un file");
  const booking = marked(main, "appointment-booking").length;
  if (booking !== 1) found.push(`appointment-booking: ci vuole una volta; qui c'è ${booking} volte`);
  const topics = main.querySelectorAll('a[data-element="service-topic"]').map(textOf);
  const expected = data.topics.map((name) => wordIn(site, lang, name));
  return [...found, ...mismatch("service-topic", expected.join(", "), topics.join(", "))];
}
