import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FLAGSHIP } from "../../support/flagship.ts";

/**
 * Words that shut people out or that are wrong, as the languages say them: citizens, where the fact
 * is who lives there; the first door; a service that is active.
 */
const NOT_THESE: Record<string, RegExp> = {
  en: /citizen|first door|service (not )?active|report a fault|be in this list/i,
  fr: /citoyen|première porte|service (non )?actif|dysfonctionnement|page n’a pas de liste/i,
  es: /ciudadan|primera puerta|servicio (no )?activo|operador capacitado/i,
  ro: /cetățe|prima ușă|(este|nu este) activ|puțin italiana|defecțiune/i,
  sq: /qytetar|dera e parë|(është|nuk është) aktiv|defekt/i,
  uk: /громадян(?!ств)|перші двері|послуга (не )?діє|карт[ауи]? перебування/i,
  ar: /مواطن|الباب الأول|وضع ضعف|قاعدتان/,
  zh: /市民|公民|第一扇门|现在关闭/,
  ur: /شہری|پہلا دروازہ/,
  bn: /নাগরিক|প্রথম দরজা|অসহায়/,
};

it.each(Object.entries(NOT_THESE))("in %s a reader is never told: not you", (lang, words) => {
  const files = globSync([
    `${FLAGSHIP}/content/${lang}/**/*.md`,
    `${FLAGSHIP}/_data/vocabulary/${lang}.json`,
    `_data/{i18n,glossary}/${lang}.json`,
  ]);
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => words.test(line))
      .map((line) => `${file}: ${line}`),
  );

  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
