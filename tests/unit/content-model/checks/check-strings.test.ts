import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bilingual, ENGLISH_STRINGS } from "../../../support/bilingual-site.ts";
import { type Edits, problemsAfter, replace } from "../../../support/fixture-site.ts";

const english = (edit: Edits[string]): Edits => bilingual({ [ENGLISH_STRINGS]: edit });

test("a language with the same keys, slots and numbers is right", async () => {
  expect(await problemsAfter(bilingual())).toEqual([]);
});

test("an unknown interface text is reported at its line", async () => {
  const edit = replace('  "skip.footer"', '  "skip.foter": "Foot",\n  "skip.footer"');
  expect(await problemsAfter(english(edit))).toEqual([
    `${ENGLISH_STRINGS}:3: chiave sconosciuta: ci vogliono solo le chiavi di it.json; qui c'è «skip.foter»; forse volevi «skip.footer»?`,
  ]);
});

test("an interface text that lost a slot or changed a number is reported", async () => {
  const edit = (source: string): string =>
    source.replace("{step}/{steps}", "{step}").replace(" 200 ", " 300 ");
  const lineOf = (key: string): number =>
    readFileSync("_data/i18n/it.json", "utf8")
      .split("\n")
      .findIndex((line) => line.startsWith(`  "${key}":`)) + 1;
  expect(await problemsAfter(english(edit))).toEqual([
    `${ENGLISH_STRINGS}:${lineOf("feedback.step")}: segnaposti di «feedback.step»: ci vuole {steps} {step}; qui c'è {step}`,
    `${ENGLISH_STRINGS}:${lineOf("feedback.comment.hint")}: numeri di «feedback.comment.hint», in cifre da 0 a 9: ci vuole 200; qui c'è 300`,
  ]);
});
