import { describe, expect, it } from "vitest";
import texts from "../../../../../_data/i18n/it.json" with { type: "json" };
import { ANSWER_LABELS } from "../../../../../src/feedback/report/html/labels.ts";
import { NEGATIVE_ANSWERS, POSITIVE_ANSWERS } from "../../../../../src/shared/feedback-contract.ts";

describe("ANSWER_LABELS", () => {
  it("says what the Italian form says", () => {
    const asked = new Map([
      ...POSITIVE_ANSWERS.map((answer) => [answer, texts[`feedback.positive.${answer}`]] as const),
      ...NEGATIVE_ANSWERS.map((answer) => [answer, texts[`feedback.negative.${answer}`]] as const),
    ]);
    expect(new Map(Object.entries(ANSWER_LABELS))).toEqual(asked);
  });
});
