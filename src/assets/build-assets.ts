import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { phoneFormats } from "../contacts/phone.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import type { Site } from "../content-model/schemas/site.ts";
import { type AssetFile, hashedFile } from "./asset-file.ts";
import { FONT_WEIGHTS, subsetTitillium } from "./fonts.ts";
import { ICON_SIZES, iconPng, iconSvg, socialCardPng } from "./images.ts";
import { thirdPartyNotices } from "./notices.ts";
import { bundleScripts } from "./script.ts";
import { compileLanguageStyles, compileStyles, type Styles } from "./styles.ts";

/** What the templates need from the built assets: styles to inline and addresses to link. */
export interface Assets {
  css: string;
  /** The additional styles of pages with a table. */
  tableCss: string;
  /** The same as a file. An inlined sheet adds its hash to the policy of all pages. */
  tables: string;
  /** The address of the style sheet for paper. */
  print: string;
  /** The address of the report's style sheet, which its pages inline. */
  report: string;
  script: string;
  card: string;
  /**
   * The additional styles and the fonts of each language's pages, by code. There are two kinds, for
   * Latin and for other scripts, so that the policy of all pages has few hashes.
   */
  languages: Record<string, LanguageAssets>;
}

interface LanguageAssets {
  css: string;
  fonts: string[];
}

type Language = Site["languages"][number];

interface CommonAssets {
  styles: Styles;
  /** In the order of the weights. */
  fonts: Uint8Array[];
  notices: string;
}

/**
 * Assets that are the same for every site are made only once. In `npm run dev`, a change of their
 * sources starts a new process.
 */
let common: Promise<CommonAssets> | undefined;

async function commonAssets(): Promise<CommonAssets> {
  const [styles, fonts, notices] = await Promise.all([
    compileStyles(),
    Promise.all(FONT_WEIGHTS.map((weight) => subsetTitillium(weight, "woff2"))),
    thirdPartyNotices(),
  ]);
  return { styles, fonts, notices };
}

/**
 * Builds styles, scripts, fonts and images and writes them to the output folder. Files under
 * `/assets/` have a hash of their contents in their name, so that they may be cached for ever.
 * @param feedbackUrl the remote handler that the script posts to, if there is one
 */
export async function buildAssets(
  output: string,
  { site, contacts }: SiteFacts,
  feedbackUrl?: string,
): Promise<Assets> {
  const contact = contacts[site.contact];
  const { emblem, name: authority } = site.authority;
  common ??= commonAssets();
  const latin = site.languages.filter(isLatin);
  const others = site.languages.filter((language) => !isLatin(language));
  const [{ styles, fonts, notices }, latinStyles, otherStyles, { entry, outbox }, card, icons] =
    await Promise.all([
      common,
      compileLanguageStyles(latin),
      compileLanguageStyles(others),
      bundleScripts(feedbackUrl),
      socialCardPng(emblem, {
        title: site.title,
        authority,
        phone: contact ? phoneFormats(contact.phone).national : "",
      }),
      Promise.all(ICON_SIZES.map((size) => iconPng(emblem, size))),
    ]);
  const cardFile = hashedFile("card", "png", card);
  const fontFiles = FONT_WEIGHTS.map((weight, index) =>
    hashedFile(`titillium-web-${weight}`, "woff2", fonts[index] ?? new Uint8Array()),
  );
  const print = [styles.main, styles.tables, latinStyles, otherStyles].map((sheet) => sheet.print).join("");
  const printFile = hashedFile("print", "css", Buffer.from(print));
  const reportFile = hashedFile(
    "report",
    "css",
    Buffer.from(fontFaces(fontFiles.map(([url]) => url)) + styles.report),
  );
  const tablesFile = hashedFile("tables", "css", Buffer.from(styles.tables.screen));
  const iconFiles = ICON_SIZES.map((size, index): AssetFile => [
    size === 180 ? "/apple-touch-icon.png" : `/icon-${size}.png`,
    icons[index] ?? new Uint8Array(),
  ]);
  const favicon: AssetFile = ["/favicon.svg", iconSvg(emblem)];
  await write(output, [
    entry,
    outbox,
    cardFile,
    printFile,
    reportFile,
    tablesFile,
    ...fontFiles,
    ...iconFiles,
    favicon,
    ["/licenze.txt", notices],
  ]);
  const latinAssets: LanguageAssets = {
    css: fontFaces(fontFiles.map(([url]) => url)) + latinStyles.screen,
    fonts: fontFiles.map(([url]) => url),
  };
  const otherAssets: LanguageAssets = { css: otherStyles.screen, fonts: [] };
  return {
    css: styles.main.screen,
    tableCss: styles.tables.screen,
    tables: tablesFile[0],
    print: printFile[0],
    report: reportFile[0],
    script: entry[0],
    card: cardFile[0],
    languages: Object.fromEntries(
      site.languages.map((language) => [language.code, isLatin(language) ? latinAssets : otherAssets]),
    ),
  };
}

/** Titillium Web covers Latin script only. Pages in other scripts use the system's fonts. */
function isLatin({ code }: Language): boolean {
  return new Intl.Locale(code).maximize().script === "Latn";
}

/**
 * With `optional`, a late font waits for the next page, so that text never moves under a reader.
 */
function fontFaces(urls: readonly string[]): string {
  return FONT_WEIGHTS.map(
    (weight, index) =>
      `@font-face{font-family:"Titillium Web";font-weight:${weight === 400 ? "400" : "600 700"};font-display:optional;src:url(${urls[index] ?? ""}) format("woff2")}`,
  ).join("");
}

async function write(output: string, files: readonly AssetFile[]): Promise<void> {
  await Promise.all(
    files.map(async ([url, contents]) => {
      const file = path.join(output, url);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, contents);
    }),
  );
}
