import { SLUG } from "../schemas/slug.ts";

/** Where a content file is published, or why it cannot be (Italian). */
export type PageAddress = { url: string; lang: string } | { error: string };

/**
 * The address of a content file. `it/servizi/index.md` becomes `/servizi/`, and `en/prenota.md`
 * becomes `/en/prenota/`.
 * @param path relative to the content folder, with forward slashes
 * @param languages codes of the site's languages; pages of the first are below `/`
 */
export function pageAddress(path: string, languages: readonly string[]): PageAddress {
  const [lang = "", ...names] = path.split("/");
  const last = names.pop();
  if (last === undefined || !languages.includes(lang)) {
    return {
      error: `ci vuole una pagina dentro la cartella di una lingua (${languages.join(", ")}); qui c'è «${path}»`,
    };
  }
  if (!last.endsWith(".md")) {
    return {
      error: `in questa cartella ci vogliono solo pagine, con il nome che finisce in .md; qui c'è «${last}»`,
    };
  }
  const words = [...names, last.slice(0, -".md".length)];
  const wrong = words.find((word) => !SLUG.test(word));
  if (wrong !== undefined) {
    return {
      error: `il nome diventa un indirizzo: ci vogliono lettere minuscole, cifre e trattini; qui c'è «${wrong}»`,
    };
  }
  if (words.at(-1) === "index") words.pop();
  return { url: `${languagePrefix(lang, languages)}${words.map((word) => `${word}/`).join("")}`, lang };
}

/** `/` for the source language, `/en/` for another. */
export function languagePrefix(lang: string, languages: readonly string[]): string {
  return lang === languages[0] ? "/" : `/${lang}/`;
}

/** The address one level up: `/servizi/` for `/servizi/aiuto/`. */
export function parentUrl(url: string): string {
  return url.replace(/[^/]+\/$/, "");
}
