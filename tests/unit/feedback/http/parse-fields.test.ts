import { describe, expect, it } from "vitest";
import { parseFields } from "../../../../src/feedback/http/parse-fields.ts";

const unreadable = expect.objectContaining({ name: "Refusal", status: 400 }) as unknown;

describe("a JSON body", () => {
  it("gives its fields as they are", () => {
    expect(parseFields('{"rating":4,"comment":"a\\"b: \\\\","answer":null}', "json")).toEqual({
      rating: 4,
      comment: 'a"b: \\',
      answer: null,
    });
  });

  it.each([
    ["nothing", ""],
    ["an array", "[]"],
    ["null", "null"],
    ["a string", '"rating"'],
    ["text after the end", "{}x"],
    ["a byte order mark", "\ufeff{}"],
    ["a name twice", '{"rating":1,"rating":5}'],
    ["a name twice, once escaped", '{"rating":1,"r\\u0061ting":5}'],
    ["a name twice with white space before the colon", '{"rating" \n:1,"rating":5}'],
    ["a nested object", '{"comment":{"a":1}}'],
    ["deep nesting", `{"comment":${"[".repeat(2_000)}${"]".repeat(2_000)}}`],
    ["unbalanced nesting", "[".repeat(4_000)],
  ])("is refused when it is %s", (_name, body) => {
    expect(() => parseFields(body, "json")).toThrow(unreadable);
  });

  it("keeps __proto__ a plain name, for validation to refuse", () => {
    expect(Object.keys(parseFields('{"__proto__":1,"constructor":2}', "json"))).toEqual([
      "__proto__",
      "constructor",
    ]);
  });
});

describe("a form body", () => {
  it("gives its fields decoded, the rating as a number", () => {
    expect(parseFields("rating=4&comment=%C3%A8+1%2B1%3D2&page=%2F&x=a=b", "form")).toEqual({
      rating: 4,
      comment: "è 1+1=2",
      page: "/",
      x: "a=b",
    });
  });

  it("leaves out rating and answer when they are empty", () => {
    expect(parseFields("rating=&answer=&comment=", "form")).toEqual({ comment: "" });
  });

  it("drops the answer that was given for another rating", () => {
    expect(parseFields("rating=5&answer=unclear", "form")).toEqual({ rating: 5 });
    expect(parseFields("rating=2&answer=clear", "form")).toEqual({ rating: 2 });
    expect(parseFields("rating=2&answer=other", "form")).toEqual({ rating: 2, answer: "other" });
  });

  it.each(["9", "05", "5.0", " 5", "1e0", "V"])(
    "leaves the rating %j as it is, for validation to refuse",
    (rating) => {
      expect(parseFields(`rating=${encodeURIComponent(rating)}`, "form")).toEqual({ rating });
    },
  );

  it("keeps an answer nobody offers, for validation to refuse", () => {
    expect(parseFields("rating=5&answer=x", "form")).toEqual({ rating: 5, answer: "x" });
  });

  it.each([
    ["a field twice", "rating=1&rating=5"],
    ["a field twice, once encoded", "rating=1&r%61ting=5"],
    ["bytes that are not UTF-8", "comment=%FF"],
    ["a lone surrogate", "comment=%ED%A0%80"],
    ["an overlong encoding", "comment=%C0%80"],
    ["a stray percent sign", "comment=100%"],
  ])("is refused with %s", (_name, body) => {
    expect(() => parseFields(body, "form")).toThrow(unreadable);
  });
});
