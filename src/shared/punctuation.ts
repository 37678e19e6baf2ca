/** The marks of a language that are not those of Italian. */
interface Marks {
  comma?: string;
  colon?: string;
  fullStop?: string;
}

const CHINESE: Marks = { comma: "，", colon: "：", fullStop: "。" };
const SCRIPTS: Record<string, Marks> = {
  Arab: { comma: "، " },
  Beng: { fullStop: "।" },
  Hans: CHINESE,
  Hant: CHINESE,
};
const LANGUAGES: Record<string, Marks> = {
  // French keeps the colon on the line of what it follows.
  fr: { colon: "\u00a0: " },
  ur: { fullStop: "۔" },
};

/** A language's comma, with the space that follows it; Intl's lists have none without a conjunction. */
export function commaOf(lang: string): string {
  return marksOf(lang).comma ?? ", ";
}

/** A language's colon, with the spaces around it. */
export function colonOf(lang: string): string {
  return marksOf(lang).colon ?? ": ";
}

/** What ends a language's sentences. */
export function fullStopOf(lang: string): string {
  return marksOf(lang).fullStop ?? ".";
}

function marksOf(lang: string): Marks {
  const { language, script = "" } = new Intl.Locale(lang).maximize();
  return { ...SCRIPTS[script], ...LANGUAGES[language] };
}
