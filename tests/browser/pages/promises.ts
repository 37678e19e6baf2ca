import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { REFLOW_WIDTH, widerThanTheWindow } from "../../../src/site-checks/browser/reflow.ts";
import { inLanguage, isLatin, languageOfPath, source } from "../../support/languages.ts";
import { MAIN_PATHS } from "../../support/site.ts";
import { tightLines } from "../../support/tight-lines.ts";

/** A promise that every page keeps in a browser. */
interface Promised {
  /** The end of a sentence that starts with "every page". */
  name: string;
  width: number;
  /** The size of the reader's text, 100 % by default. */
  text?: "200%";
  /** The pages that must keep it, all by default. */
  of?: (path: string) => boolean;
  /** Returns what is wrong on the open page. */
  look: (page: Page, path: string) => Promise<string[]>;
}

const BOOTSTRAP_ITALIA = "node_modules/bootstrap-italia";
/** The national validator requires 30 %. */
const MIN_SHARE = 0.6;
/** Of a telephone's 800 pixels. */
const MAX_HEADER = 760;
const ALLOWED_FAMILIES = ["Titillium Web", "Lora", "Roboto Mono"];

/** The promises, in the order in which a visit checks them. */
export const PROMISES: readonly Promised[] = [
  {
    name: "breaks no accessibility rule on a desktop",
    width: 1280,
    look: accessibilityViolations,
  },
  { name: "declares the version of Bootstrap Italia that is installed", width: 1280, look: wrongVersion },
  { name: "takes 60 % of its class names from Bootstrap Italia", width: 1280, look: ownClassNames },
  {
    name: "sets headings, paragraphs and what is inside them in the fonts of its script",
    width: 1280,
    look: wrongFonts,
  },
  { name: "needs no inline code: a strict policy can forbid it", width: 1280, look: inlineCode },
  { name: "explains no term twice", width: 1280, look: repeatedQuestions },
  { name: "sets no line tighter than those of its headings", width: 1280, look: tightLines },
  {
    name: "does not scroll sideways with the text twice as large",
    width: 1280,
    text: "200%",
    look: widerThanTheWindow,
  },
  { name: "cuts nothing off with the text twice as large", width: 1280, text: "200%", look: cutOff },
  {
    name: "does not scroll sideways with the text twice as large, zoomed",
    width: 640,
    text: "200%",
    look: widerThanTheWindow,
  },
  { name: "cuts nothing off with the text twice as large, zoomed", width: 640, text: "200%", look: cutOff },
  {
    name: "breaks no accessibility rule on a telephone",
    width: 360,
    of: isSourceOrMain,
    look: accessibilityViolations,
  },
  { name: "does not scroll sideways on a small screen", width: REFLOW_WIDTH, look: widerThanTheWindow },
  {
    name: "does not scroll sideways on a telephone with the text twice as large",
    width: 360,
    text: "200%",
    look: widerThanTheWindow,
  },
  {
    name: "begins its contents on the first screen of a telephone with the text twice as large",
    width: 360,
    text: "200%",
    // Where the height depends on the site's own font.
    of: (path) => isLatin(languageOfPath(path)),
    look: highHeader,
  },
  { name: "does not scroll sideways in a quarter of a telephone", width: 180, look: widerThanTheWindow },
  { name: "cuts nothing off in a quarter of a telephone", width: 180, look: cutOff },
];

/** Sets the size of the reader's text. */
export async function setText(page: Page, size = "100%"): Promise<void> {
  await page.evaluate((wanted) => {
    const { style } = document.documentElement;
    if ((style.fontSize || "100%") !== wanted) style.fontSize = wanted;
  }, size);
}

function isSourceOrMain(path: string): boolean {
  return (
    languageOfPath(path) === source.code || MAIN_PATHS.some((main) => main === inLanguage(path, source.code))
  );
}

const { version } = JSON.parse(readFileSync(`${BOOTSTRAP_ITALIA}/package.json`, "utf8")) as {
  version: string;
};

async function wrongVersion(page: Page): Promise<string[]> {
  const declared = await page.evaluate(() =>
    getComputedStyle(document.body)
      .getPropertyValue("--bootstrap-italia-version")
      .replaceAll(/["']/g, "")
      .trim(),
  );
  return declared === version ? [] : [`declares "${declared}", not ${version}`];
}

const known = classNamesOf(readFileSync(`${BOOTSTRAP_ITALIA}/dist/css/bootstrap-italia.min.css`, "utf8"));

/**
 * The class names in a style sheet's selectors. Strings and addresses are ignored, because they
 * contain dots too.
 */
function classNamesOf(css: string): Set<string> {
  const selectors = css.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, "");
  const names = selectors.matchAll(/\.(-?[_a-z](?:[\w-]|\\.)*)/gi);
  return new Set(Array.from(names, ([, name = ""]) => name.replaceAll("\\", "")));
}

async function ownClassNames(page: Page): Promise<string[]> {
  const used = await page.evaluate(() => [
    ...new Set(Array.from(document.querySelectorAll("[class]"), ({ classList }) => [...classList]).flat()),
  ]);
  const own = used.filter((name) => !known.has(name));
  const share = used.length === 0 ? 0 : 1 - own.length / used.length;
  return share >= MIN_SHARE
    ? []
    : [`${Math.round(share * 100)} % of ${used.length}; not known: ${own.join(" ")}`];
}

/** Expects the model's fonts for Latin script, and the system's fonts for another one. */
async function wrongFonts(page: Page, path: string): Promise<string[]> {
  const stacks = await page
    .locator(":is(h1, h2, h3, h4, h5, h6, p), :is(h1, h2, h3, h4, h5, h6, p) *")
    .evaluateAll((elements) => [...new Set(elements.map((element) => getComputedStyle(element).fontFamily))]);
  const lang = languageOfPath(path);
  const isCorrect = isLatin(lang)
    ? (stack: string) => ALLOWED_FAMILIES.includes(stack.split(",")[0] ?? "")
    : (stack: string) => stack === ownFonts(lang);
  return stacks.map(withoutQuotes).filter((stack) => !isCorrect(stack));
}

function withoutQuotes(stack: string): string {
  return stack
    .replaceAll(/["']/g, "")
    .split(/\s*,\s*/)
    .join(",")
    .trim();
}

/** The fonts that the styles name for a script other than Latin. */
function ownFonts(lang: string): string {
  const styles = readFileSync(`src/styles/languages/${lang}.css`, "utf8");
  const [, stack = ""] = /font-family:([^;]+);/.exec(styles) ?? [];
  return withoutQuotes(stack);
}

function inlineCode(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scripts = document.querySelectorAll('script:not([src]):not([type="application/ld+json"])');
    const attributes = Array.from(document.querySelectorAll("*"), (element) =>
      Array.from(element.attributes),
    ).flat();
    const handlers = attributes.filter(
      ({ name, value }) => name.startsWith("on") || name === "style" || /^\s*javascript:/i.test(value),
    );
    return [
      ...Array.from(scripts, (script) => script.outerHTML),
      ...handlers.map(({ name, value }) => `${name}=${value}`),
    ];
  });
}

function repeatedQuestions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = document.querySelectorAll("main details.glossary-term > summary");
    const questions = Array.from(found, (node) => node.textContent);
    return questions.filter((question, index) => questions.indexOf(question) !== index);
  });
}

async function highHeader(page: Page): Promise<string[]> {
  const height = await page.locator("header").evaluate((header) => header.clientHeight);
  return height <= MAX_HEADER ? [] : [`${height} px`];
}

/** Elements whose own text is clipped by their box, except those that are hidden on purpose. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.body.querySelectorAll<HTMLElement>("*"))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const clips = [overflowX, overflowY].some((overflow) => overflow === "hidden" || overflow === "clip");
        const overflows =
          element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
        return clips && overflows && element.clientHeight > 1 && element.textContent.trim() !== "";
      })
      .map(({ localName, className }) => `${localName}.${className}`),
  );
}
