import { HtmlValidate } from "html-validate/node";
import { describe, expect, it } from "vitest";
import {
  FEEDBACK_ENDPOINT,
  FIELDS,
  MAX_COMMENT_LENGTH,
  NEGATIVE_ANSWERS,
  POSITIVE_ANSWERS,
  RATINGS,
} from "../../../../src/shared/feedback-contract.ts";
import { countElements, examples, render } from "../render.ts";

const feedback = (params: object) => render("feedback", "feedback", params);
const { page = {}, retry = {} } = examples("feedback");

const matches = (html: string, pattern: RegExp) =>
  Array.from(html.matchAll(pattern), ([, group = ""]) => group);

describe("the feedback template", () => {
  it.each(Object.entries(examples("feedback")))(
    "renders valid HTML for the example '%s'",
    async (_, params) => {
      const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(
        feedback(params),
      );
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    },
  );

  it("posts natively to the endpoint that it is told", () => {
    expect(feedback(page)).toContain(`<form action="${FEEDBACK_ENDPOINT}" method="post"`);
    const action = "https://pareri.example/api/feedback";
    expect(feedback({ ...page, action })).toContain(`<form action="${action}" method="post"`);
  });

  it("names its fields as the contract does, all but the id that the script makes", () => {
    const names = new Set(matches(feedback(page), / name="([^"]+)"/g));
    expect([...names].sort()).toEqual(FIELDS.filter((name) => name !== "id").sort());
  });

  it("offers the contract's ratings from 1 to 5 in DOM order", () => {
    expect(matches(feedback(page), /name="rating"[^>]* value="(\d)"/g).map(Number)).toEqual([...RATINGS]);
  });

  it("offers the contract's answers, the positive ones first", () => {
    expect(matches(feedback(page), /name="answer"[^>]* value="([^"]+)"/g)).toEqual([
      ...POSITIVE_ANSWERS,
      ...NEGATIVE_ANSWERS,
    ]);
  });

  it("limits the comment as the contract does", () => {
    expect(feedback(page)).toContain(`maxlength="${MAX_COMMENT_LENGTH}"`);
  });

  it("ties every label to a control of its own", () => {
    const html = feedback(page);
    const targets = matches(html, /<label[^>]* for="([^"]+)"/g);
    expect(new Set(targets).size).toBe(targets.length);
    for (const target of targets) expect(html).toMatch(new RegExp(`<(input|textarea)[^>]* id="${target}"`));
  });

  it("carries what it was told about the page, escaped", () => {
    const html = feedback({ ...page, page: `/a"b/` });
    expect(html).toContain(`name="page" value="/a&quot;b/"`);
    expect(html).toContain(`name="formVersion" value="0a1b2c3d"`);
    expect(html).toContain(`name="pageRevision" value="0a1b2c3d4e5f"`);
    expect(html).not.toContain("data-slot");
  });

  it("marks what the server fills in, always with the last attribute of the tag", () => {
    const html = feedback(retry);
    const slots = matches(html, / data-slot="([^"]+)"/g);
    expect(slots.sort()).toEqual(
      [
        "errors",
        "page",
        "lang",
        "formVersion",
        "pageRevision",
        ...RATINGS.map((rating) => `rating-${rating}`),
        ...POSITIVE_ANSWERS.map((code) => `answer-positive-${code}`),
        ...NEGATIVE_ANSWERS.map((code) => `answer-negative-${code}`),
        "comment",
      ].sort(),
    );
    expect(matches(html, / data-slot="[^"]+"(.)/g).join("")).toBe(">".repeat(slots.length));
  });

  it("stays under 110 elements", () => {
    expect(countElements(feedback(retry))).toBeLessThan(110);
  });
});
