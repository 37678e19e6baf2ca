import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FIELD_CODES, PROBLEM_CODES } from "../../../src/feedback/http/refusal.ts";
import {
  FIELDS,
  NEGATIVE_ANSWERS,
  POSITIVE_ANSWERS,
  RATINGS,
} from "../../../src/shared/feedback-contract.ts";
import { WEEKS } from "../../../src/shared/opening-hours.ts";
import { FLAGSHIP } from "../../support/flagship.ts";

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const texts = Object.keys(readJson("_data/i18n/it.json") as object);
const { sections, footerMenu } = readJson(`${FLAGSHIP}/_data/site.json`) as Record<
  "sections" | "footerMenu",
  { id: string }[]
>;
const source = globSync(["src/**/*.{ts,njk}", "_includes/**/*.{ts,njk}"])
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** The expressions that build keys, and the keys that result. */
const COMPOSED: readonly [expression: string, keys: readonly string[]][] = [
  ['"nav." + section.id', sections.map(({ id }) => `nav.${id}`)],
  ['"section." + section', sections.map(({ id }) => `section.${id}`)],
  ['"footer." + link.id', footerMenu.map(({ id }) => `footer.${id}`)],
  ['"feedback.rate." + value', RATINGS.map((rating) => `feedback.rate.${rating}`)],
  ['"feedback." + kind + ".question"', ["feedback.positive.question", "feedback.negative.question"]],
  [
    '"feedback." + kind + "." + code',
    [
      ...POSITIVE_ANSWERS.map((answer) => `feedback.positive.${answer}`),
      ...NEGATIVE_ANSWERS.map((answer) => `feedback.negative.${answer}`),
    ],
  ],
  [
    'const prefix = "refusal."',
    [
      ...PROBLEM_CODES.map((code) => `refusal.${code}`),
      ...["field", ...FIELDS].flatMap((field) => FIELD_CODES.map((code) => `refusal.${field}.${code}`)),
    ],
  ],
  ["`hours.week.${week}`", WEEKS.map((week) => `hours.week.${week}`)],
  ["`${key}.note`", ["hours.subscribe.note", "hours.calendar.note"]],
];

it("every interface text is used by a template or by code", () => {
  const composed = COMPOSED.flatMap(([, keys]) => keys);
  const used = (key: string) => ['"', "'"].some((quote) => source.includes(quote + key + quote));
  expect(texts.filter((key) => !used(key) && !composed.includes(key))).toEqual([]);
});

it.each(COMPOSED)("%s is how templates or code put a key together", (expression) => {
  expect(source).toContain(expression);
});
