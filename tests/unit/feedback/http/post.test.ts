import { describe, expect, it } from "vitest";
import { createPostValidator } from "../../../../src/feedback/http/post.ts";
import { Refusal } from "../../../../src/feedback/http/refusal.ts";
import { formPost, jsonPost, SITE } from "../../../support/feedback.ts";

const validate = createPostValidator(SITE.manifest);

/** The errors of a post, as `field:code`. */
function errorsOf(fields: Record<string, unknown>, format: "json" | "form" = "json"): string[] {
  try {
    validate(fields, format);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map(({ field, code }) => `${field ?? "*"}:${code}`);
  }
}

describe("a valid post", () => {
  it("keeps what was sent, with null for what was left out", () => {
    const post = jsonPost();
    expect(validate(post, "json")).toEqual({ ...post, answer: null, comment: null, sito_web: "" });
  });

  it("has no id when it comes from a form", () => {
    expect(validate({ ...formPost(), rating: 5 }, "form").id).toBeUndefined();
  });

  it("has its comment normalised, and null when nothing is left of it", () => {
    expect(validate(jsonPost({ comment: " a\r\nb " }), "json").comment).toBe("a\nb");
    expect(validate(jsonPost({ comment: " \r\n " }), "json").comment).toBeNull();
  });

  it("counts a comment after normalising it, in UTF-16 units", () => {
    expect(errorsOf(jsonPost({ comment: `  ${"a\r\n".repeat(99)}ab  ` }))).toEqual([]);
    expect(errorsOf(jsonPost({ comment: "😀".repeat(100) }))).toEqual([]);
    expect(errorsOf(jsonPost({ comment: `${"😀".repeat(100)}a` }))).toEqual(["comment:too-long"]);
    expect(errorsOf(jsonPost({ comment: "e\u0300".repeat(200) }))).toEqual([]);
  });

  it("may rate a page of an earlier build, by format", () => {
    expect(errorsOf(jsonPost({ formVersion: "deadbeef", pageRevision: "deadbeef0123" }))).toEqual([]);
  });

  it("may have the honeypot filled: that is judged elsewhere", () => {
    expect(validate(jsonPost({ sito_web: "https://spam.example" }), "json").sito_web).not.toBe("");
  });
});

describe("an invalid post", () => {
  it("names every missing field at once", () => {
    expect(errorsOf({}).sort()).toEqual(
      ["id", "page", "rating", "lang", "formVersion", "pageRevision"]
        .map((name) => `${name}:required`)
        .sort(),
    );
  });

  it("names every invalid field at once, those that depend on one another included", () => {
    expect(
      errorsOf({
        id: "1",
        page: "/",
        rating: 5,
        answer: "unclear",
        comment: "a".repeat(201),
        lang: "en",
        formVersion: "x",
        pageRevision: 1,
        sito_web: 1,
        extra: true,
      }).sort(),
    ).toEqual([
      "*:unknown-field",
      "answer:does-not-fit",
      "comment:too-long",
      "formVersion:invalid",
      "id:invalid",
      "lang:wrong-language",
      "pageRevision:invalid",
      "sito_web:invalid",
    ]);
  });

  it.each([0, 6, 4.5, "5", "", null, true, Infinity, -0.0, 1e300])("may not have the rating %j", (rating) => {
    expect(errorsOf(jsonPost({ rating }))).toHaveLength(1);
  });

  it.each([
    "/servizi",
    "/servizi/?a=1",
    "/servizi/#a",
    "/altro/",
    "servizi/",
    "__proto__",
    "constructor",
    "/../",
  ])("may not be of the page %j", (page) => {
    expect(errorsOf(jsonPost({ page }))).toEqual(["page:unknown-page"]);
  });

  it.each<[string, unknown, string]>([
    ["answer", "unclear", "answer:does-not-fit"],
    ["answer", "anything", "answer:invalid"],
    ["answer", "toString", "answer:invalid"],
    ["comment", 5, "comment:invalid"],
    ["comment", "a\0b", "comment:unreadable"],
    ["comment", "a\ud800", "comment:unreadable"],
    ["comment", "\udc00a", "comment:unreadable"],
    ["lang", "en", "lang:wrong-language"],
    ["lang", "", "lang:required"],
    ["formVersion", "0123456", "formVersion:invalid"],
    ["formVersion", "0123456A", "formVersion:invalid"],
    ["formVersion", "01234567\n", "formVersion:invalid"],
    ["pageRevision", "0123456789abc", "pageRevision:invalid"],
    ["id", "not-a-uuid", "id:invalid"],
    ["id", "0190163d-8694-739b-aea5-966c26f8ad90", "id:invalid"],
    ["id", "320c3d4d-cc00-875b-8ec9-32d5f69181c0", "id:invalid"],
    ["__proto__x", 1, "*:unknown-field"],
  ])("may not have the %s %j", (name, value, error) => {
    expect(errorsOf(jsonPost({ [name]: value }))).toEqual([error]);
  });

  it("may not carry an own __proto__", () => {
    const post = { ...jsonPost(), ...(JSON.parse('{"__proto__":{"rating":5}}') as object) };
    expect(errorsOf(post)).toEqual(["*:unknown-field"]);
  });

  it("may not have an id when it comes from a form", () => {
    expect(errorsOf(jsonPost(), "form")).toEqual(["id:unknown-field"]);
  });
});
