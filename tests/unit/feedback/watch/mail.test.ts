import { describe, expect, it } from "vitest";
import { readMailSettings } from "../../../../src/feedback/watch/mail.ts";

const SET = {
  SMTP_URL: "smtps://user:s3cret@smtp.comune.example",
  DIGEST_TO: "sociale@comune.example",
  DIGEST_FROM: "sito@comune.example",
};

it("without any of its variables, e-mail is off", () => {
  expect(readMailSettings({})).toBeUndefined();
  expect(readMailSettings({ SMTP_URL: "", DIGEST_TO: "", DIGEST_FROM: "" })).toBeUndefined();
});

it("several addresses are separated by commas or spaces", () => {
  expect(readMailSettings({ ...SET, DIGEST_TO: "a@x.example, b@x.example c@x.example" })?.to).toEqual([
    "a@x.example",
    "b@x.example",
    "c@x.example",
  ]);
});

describe("a setting is refused, with its name, what to write, and no secret,", () => {
  it.each([
    [{ DIGEST_TO: "" }, /in part: DIGEST_TO missing/],
    [{ SMTP_URL: "", DIGEST_FROM: undefined }, /in part: SMTP_URL and DIGEST_FROM missing/],
    [{ SMTP_URL: "smtp.comune.example" }, /^SMTP_URL is not/],
    [{ SMTP_URL: "https://user:s3cret@smtp.comune.example" }, /^SMTP_URL is not/],
    [{ SMTP_URL: "smtp://user:s3cret@" }, /^SMTP_URL is not/],
    [{ SMTP_URL: "smtp://user:s3cret@host/path" }, /^SMTP_URL is not/],
    [{ SMTP_URL: "smtp://user:s3cret@host?debug=true" }, /^SMTP_URL is not/],
    [{ DIGEST_TO: "sociale" }, /^DIGEST_TO holds "sociale"/],
    [{ DIGEST_TO: " , " }, /^DIGEST_TO holds ""/],
    [{ DIGEST_TO: "Ufficio <sociale@comune.example>" }, /^DIGEST_TO holds "Ufficio"/],
    [{ DIGEST_FROM: "a@x.example, b@x.example" }, /^DIGEST_FROM holds/],
    [{ DIGEST_FROM: "a@x.example\r\nBcc: b@x.example" }, /^DIGEST_FROM holds/],
  ])("%j", (changes, message) => {
    const read = () => readMailSettings({ ...SET, ...changes });
    expect(read).toThrow(message);
    expect(read).not.toThrow("s3cret");
  });
});
