import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLimits } from "../../../../src/feedback/limits/limits.ts";
import { createLogger } from "../../../../src/feedback/logger.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { createTestApp, type TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { formPost, jsonPost, ORIGIN } from "../../../support/feedback.ts";

let database: TestDatabase;
let handler: TestApp;
let silentHandler: TestApp;
let log = "";
beforeAll(async () => {
  database = await openTestDatabase();
  const store = createFeedbackStore(database);
  const limits = readLimits({ FEEDBACK_RATE_BURST: "0" });
  const logger = createLogger("info", { write: (line: string) => void (log += line) });
  handler = createTestApp({ store, limits, logger });
  silentHandler = createTestApp({ store, limits });
});
afterAll(() => database.close());

type Body = string | Uint8Array<ArrayBuffer>;

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

function send(type: string, body: Body, through = handler): Promise<Response> {
  const headers = { origin: ORIGIN, "content-type": type };
  return through(new Request(`${ORIGIN}/api/feedback`, { method: "POST", headers, body }), {});
}

/** An otherwise valid post with one value written as raw JSON. */
const withRaw = (name: string, json: string) =>
  `${JSON.stringify(jsonPost({ [name]: undefined })).slice(0, -1)},${JSON.stringify(name)}:${json}}`;
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );
const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
const form = new URLSearchParams(formPost()).toString();

const HOSTILE_JSON: [string, Body, number][] = [
  ["arrays in arrays", "[".repeat(4_096), 400],
  ["arrays in arrays, closed", nested("[", "]", 2_000), 400],
  ["objects in objects", nested('{"a":', "}", 500), 400],
  ["an object in a field", withRaw("comment", nested('{"a":', "}", 300)), 400],
  ["an array as rating", withRaw("rating", "[5]"), 400],
  ["a name twice", '{"rating":1,"rating":5}', 400],
  ["a name twice, once escaped", '{"rating":1,"\\u0072ating":5}', 400],
  ["__proto__ as an object", withRaw("__proto__", '{"rating":5}'), 400],
  ["__proto__ as a value", withRaw("__proto__", "5"), 422],
  ["constructor and prototype", '{"constructor":1,"prototype":2,"toString":3}', 422],
  ["__proto__ as page", withRaw("page", '"__proto__"'), 422],
  ["a number beyond doubles", withRaw("rating", "1e999"), 422],
  ["a number of a thousand digits", withRaw("rating", "9".repeat(1_000)), 422],
  ["a number next to a rating", withRaw("rating", "5.0000000000000001e1"), 422],
  ["a negative zero", withRaw("rating", "-0"), 422],
  ["NaN", withRaw("rating", "NaN"), 400],
  ["a lone high surrogate", withRaw("comment", '"\\ud83d"'), 422],
  ["a lone low surrogate", withRaw("comment", '"\\ude00"'), 422],
  [
    "a lone surrogate in every field",
    `{"page":"\\ud800","lang":"\\ud800","id":"\\ud800","answer":"\\ud800"}`,
    422,
  ],
  ["a lone surrogate as name", '{"\\ud800":1}', 422],
  ["NUL in a text", withRaw("comment", '"a\\u0000b"'), 422],
  ["NUL in a page", withRaw("page", '"/servizi/\\u0000"'), 422],
  ["NUL as a byte", bytes('{"comment":"a', [0], 'b"}'), 400],
  ["a byte order mark", bytes([0xef, 0xbb, 0xbf], JSON.stringify(jsonPost())), 400],
  [
    "UTF-16",
    bytes(
      JSON.stringify(jsonPost())
        .split("")
        .flatMap((letter) => [letter.charCodeAt(0), 0]),
    ),
    400,
  ],
  ["bytes that are no UTF-8", bytes('{"comment":"', [0xff, 0xfe], '"}'), 400],
  ["an overlong encoding", bytes('{"comment":"', [0xc0, 0xaf], '"}'), 400],
  ["an encoded surrogate", bytes('{"comment":"', [0xed, 0xa0, 0x80], '"}'), 400],
  ["a character cut in two", bytes('{"comment":"', [0xf0, 0x9f]), 400],
  ["a field of 1 MB", withRaw("comment", JSON.stringify("a".repeat(1_000_000))), 413],
  ["white space of 1 MB", " ".repeat(1_000_000), 413],
  ["hundreds of fields", `{${Array.from({ length: 400 }, (_v, i) => `"f${i}":1`).join()}}`, 422],
  ["thousands of fields", `{${Array.from({ length: 5_000 }, (_v, i) => `"f${i}":1`).join()}}`, 413],
  ["quotes and backslashes", `{"comment":"${'\\"'.repeat(2_000)}"}`, 422],
  ["an open string of backslashes", `{"comment":"${"\\".repeat(4_000)}`, 400],
  ["combining marks", withRaw("comment", JSON.stringify("e".concat("\u0301".repeat(1_500)))), 422],
  ["every type", '{"id":1,"page":true,"rating":"5","answer":7,"comment":false,"lang":0,"sito_web":1}', 422],
  ["null everywhere", '{"id":null,"page":null,"rating":null,"lang":null}', 422],
  ["two values", "{}{}", 400],
  ["nothing", "", 400],
];

const HOSTILE_FORMS: [string, Body, number][] = [
  ["a stray percent sign", `${form}&comment=100%`, 400],
  ["a percent sign before no digits", `${form}&comment=%zz`, 400],
  ["percent signs only", "%".repeat(4_096), 400],
  ["bytes that are no UTF-8", `${form}&comment=%FF%FE`, 400],
  ["raw bytes that are no UTF-8", bytes(`${form}&comment=`, [0xff]), 400],
  ["an overlong encoding", `${form}&comment=%C0%AF`, 400],
  ["an encoded surrogate", `${form}&comment=%ED%A0%80`, 400],
  ["an encoding in UTF-16", `${form}&comment=%u0061`, 400],
  ["NUL", `${form}&comment=a%00b`, 422],
  ["a byte order mark", bytes([0xef, 0xbb, 0xbf], form), 422],
  ["a name twice", `${form}&rating=1`, 400],
  ["a name twice, once encoded", `${form}&r%61ting=1`, 400],
  ["a name as an array", `${form}&comment[]=a&comment[0]=b`, 422],
  ["__proto__", `${form}&__proto__=5&__proto__[rating]=5&constructor=1`, 422],
  ["a thousand fields", Array.from({ length: 1_000 }, (_v, i) => i).join("&"), 422],
  ["thousands of fields", Array.from({ length: 5_000 }, (_v, i) => `f${i}=1`).join("&"), 413],
  ["only separators", "&=".repeat(2_000), 400],
  ["separators and no field", "&".repeat(4_096), 422],
  ["a field of 1 MB", `${form}&comment=${"a".repeat(1_000_000)}`, 413],
  ["an id", `${form}&id=9c5b94b1-35ad-49bb-b118-8e8fc24abf80`, 422],
  ["any value as a rating", form.replace("rating=5", "rating=5.0"), 422],
  [
    "markup in every field",
    new URLSearchParams({ page: "<b>", lang: '"><script>', comment: "</textarea>" }).toString(),
    422,
  ],
  ["JSON", JSON.stringify(jsonPost()), 422],
  ["nothing", "", 422],
];

describe("hostile JSON is answered with a 4xx in words", () => {
  it.each(HOSTILE_JSON)("%s", async (_name, body, status) => {
    const response = await send(JSON_TYPE, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/\S/) as unknown });
  });
});

describe("a hostile form is answered with a 4xx and a page", () => {
  it.each(HOSTILE_FORMS)("%s", async (_name, body, status) => {
    const response = await send(FORM_TYPE, body);
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain("Il tuo parere non è stato inviato");
    expect(html).not.toMatch(/<script|<b>|data-slot/);
  });
});

it("none of them stored anything, and the log names no error of ours", async () => {
  expect(
    await database.query("SELECT id FROM feedback UNION ALL SELECT id FROM feedback_suspect", []),
  ).toEqual([]);
  expect(log).not.toContain('"code":"unavailable"');
});

it("none of them leaves memory behind", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const sendAll = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      for (const [, body] of HOSTILE_JSON) await (await send(JSON_TYPE, body, silentHandler)).text();
      for (const [, body] of HOSTILE_FORMS) await (await send(FORM_TYPE, body, silentHandler)).text();
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = await sendAll(10);
  // Keeping one kilobyte of each would exceed 6 MB.
  expect((await sendAll(100)) - before).toBeLessThan(3_000_000);
});
