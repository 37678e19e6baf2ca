import { execFile } from "node:child_process";
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { bilingual } from "../../support/bilingual-site.ts";
import { CONTACTS, replace, SERVICE, SITE, withSite } from "../../support/fixture-site.ts";

const STRINGS = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../../_data/i18n/it.json"), "utf8"),
) as Record<string, string>;

/**
 * Italian texts that the language lacks: interface texts, with their placeholders filled, and words
 * in data.
 */
const ITALIAN = [
  ...Object.values(STRINGS)
    .filter((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, "")))
    .map((text) => new RegExp(`^${escape(text).replace(/\\\{\w+\\\}/g, ".+")}$`)),
  ...["Sportello di aiuto", "Un sito di prova", "Sportello", "Uffici", "Notizie", "Avvisi"].map(exactly),
  ...["Salute, benessere e assistenza", "Assistenza sociale", "Immigrazione"].map(exactly),
  ...["Aiuto alle persone e alle famiglie in difficoltà.", "Corso di formazione", "Chiuso per lavori."].map(
    exactly,
  ),
];

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function exactly(text: string): RegExp {
  return new RegExp(`^${escape(text)}$`);
}

/** The texts in a page's body, each with its declared language. */
function texts(html: string): { text: string; lang: string; dir: string }[] {
  const page = html.replace(/<(script|style|head)\b[^]*?<\/\1>/g, "");
  const open = [{ lang: "", dir: "" }];
  return Array.from(page.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi)).flatMap(
    ([, close, tag = "", attributes = "", text]) => {
      const current = open.at(-1) ?? { lang: "", dir: "" };
      if (text !== undefined) {
        const plain = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
        return plain.trim() === "" ? [] : [{ text: plain.trim().replace(/:$/, ""), ...current }];
      }
      if (/^(area|br|col|img|input|link|meta|path|wbr)$/.test(tag)) return [];
      if (close === "/") open.pop();
      else {
        const { lang = current.lang } = /\slang="(?<lang>[^"]*)"/.exec(attributes)?.groups ?? {};
        const { dir = current.dir } = /\sdir="(?<dir>[^"]*)"/.exec(attributes)?.groups ?? {};
        open.push({ lang, dir });
      }
      return [];
    },
  );
}

test("every word that a language lacks is shown in Italian, marked as Italian, and the build succeeds", async () => {
  // The English pages stand in for Persian ones, a language for which the project has no interface
  // texts.
  const persian = { code: "fa", name: "فارسی", dir: "rtl" };
  const edits = bilingual({
    [SITE]: replace('"code": "en", "name": "English", "dir": "ltr"', JSON.stringify(persian).slice(1, -1)),
    [SERVICE]: replace("active: true", "active: false\ninactiveReason: Chiuso per lavori."),
    [CONTACTS]: replace('"reason": "Chiusura di fine anno"', '"reason": "Corso di formazione"'),
  });
  await withSite(edits, async (folder) => {
    cpSync(join(folder, "content/en"), join(folder, "content/fa"), { recursive: true });
    for (const name of ["content/en", "_data/i18n", "_data/vocabulary", "_data/glossary"])
      rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, "_data/words.json"), "[]");
    const env = {
      ...process.env,
      SITE_DIR: folder,
      OUTPUT_DIR: join(folder, "built"),
      SITE_TODAY: "2026-12-10",
    };
    await promisify(execFile)(process.execPath, ["src/tasks/build.ts"], { env });

    const pages = globSync("fa/**/*.html", { cwd: join(folder, "built") });
    const shown = pages.flatMap((page) =>
      texts(readFileSync(join(folder, "built", page), "utf8")).map((text) => ({ page, ...text })),
    );
    const italian = shown.filter(({ text }) => ITALIAN.some((pattern) => pattern.test(text)));
    expect(italian.filter(({ lang, dir }) => lang !== "it" || dir !== "ltr")).toEqual([]);
    const marked = new Set(italian.map(({ text }) => text));
    expect([...marked]).toEqual(
      expect.arrayContaining([
        "Sportello di aiuto",
        "Novità",
        "Corso di formazione",
        "Chiuso per lavori.",
        "Indietro",
        "Immigrazione",
      ]),
    );
    expect(marked.size).toBeGreaterThan(60);
  });
});
