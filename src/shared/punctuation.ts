import { memoize } from "./memoize.ts";

/** The punctuation marks of a language that differ from those of Italian. */
interface Marks {
  comma?: string;
  colon?: string;
  fullStop?: string;
  space?: string;
}

const CHINESE: Marks = { comma: "，", colon: "：", fullStop: "。", space: "" };
const SCRIPTS: Record<string, Marks> = {
  Arab: { comma: "، " },
  Beng: { fullStop: "।" },
  Hans: CHINESE,
  Hant: CHINESE,
};
const LANGUAGES: Record<string, Marks> = {
  // In French, a no-break space keeps the colon on the line of the word before it.
  fr: { colon: "\u00a0: " },
  ur: { fullStop: "۔" },
};

/** A language's comma, with the space after it. Intl offers no list that uses commas only. */
export function commaOf(lang: string): string {
  return marksOf(lang).comma ?? ", ";
}

/** A language's colon, with the spaces around it. */
export function colonOf(lang: string): string {
  return marksOf(lang).colon ?? ": ";
}

/** The mark that ends a sentence in a language. */
export function fullStopOf(lang: string): string {
  return marksOf(lang).fullStop ?? ".";
}

/** What stands between two sentences in a language. */
export function spaceOf(lang: string): string {
  return marksOf(lang).space ?? " ";
}

const marksOf = memoize((lang: string): Marks => {
  const { language, script = "" } = new Intl.Locale(lang).maximize();
  return { ...SCRIPTS[script], ...LANGUAGES[language] };
});
