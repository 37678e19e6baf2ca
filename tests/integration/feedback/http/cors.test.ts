import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedbackSite } from "../../../../src/feedback/http/manifest.ts";
import { readAllowedOrigins } from "../../../../src/feedback/http/origins.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { createTestApp, type TestApp } from "../../../support/feedback-app.ts";
import { openTestDatabase } from "../../../support/feedback-database.ts";
import type { TestDatabase } from "../../../support/feedback-database.ts";
import { formPost, jsonPost, ORIGIN, SITE } from "../../../support/feedback.ts";

const HANDLER = "https://pareri.example";
const STATIC = ORIGIN;
const PREVIEW = "https://anteprima.example";
const OTHERS = ["https://evil.example", `${STATIC}.evil.example`, "https://www.comune.example", "null"];

/** A site built with `FEEDBACK_URL`. */
const remoteSite: FeedbackSite = {
  ...SITE,
  manifest: { ...SITE.manifest, feedbackUrl: `${HANDLER}/api/feedback` },
};

let database: TestDatabase;
let handler: TestApp;
beforeAll(async () => {
  database = await openTestDatabase();
  handler = createTestApp({
    site: remoteSite,
    store: createFeedbackStore(database),
    allowedOrigins: readAllowedOrigins({ ALLOWED_ORIGINS: `${STATIC}, ${PREVIEW}` }),
  });
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** Sends a request as a proxy that ends TLS passes it on, with an `http:` address. */
const ask = (method: string, headers: Record<string, string>, body?: BodyInit, through = handler) =>
  through(new Request("http://pareri.example/api/feedback", { method, headers, ...(body && { body }) }), {});

const postJson = (origin: string, changes: Record<string, unknown> = {}) =>
  ask(
    "POST",
    { origin, "sec-fetch-site": "cross-site", "content-type": "application/json" },
    JSON.stringify(jsonPost(changes)),
  );

const postForm = (origin: string | undefined, changes: Record<string, string> = {}) =>
  ask(
    "POST",
    {
      ...(origin && { origin }),
      "sec-fetch-site": origin === HANDLER ? "same-origin" : origin ? "cross-site" : "none",
      "content-type": "application/x-www-form-urlencoded",
    },
    new URLSearchParams(formPost(changes)).toString(),
  );

const corsHeaders = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));

describe("the preflight request of the script", () => {
  const preflight = (origin: string, through = handler) =>
    ask(
      "OPTIONS",
      { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
      undefined,
      through,
    );

  it.each([STATIC, PREVIEW])("is granted to %s, without credentials", async (origin) => {
    const response = await preflight(origin);
    expect(response.status).toBe(204);
    expect(corsHeaders(response)).toEqual({
      "access-control-allow-headers": "Content-Type",
      "access-control-allow-methods": "POST",
      "access-control-allow-origin": origin,
      "access-control-expose-headers": "Retry-After",
      "access-control-max-age": "86400",
    });
    expect(response.headers.get("vary")).toMatch(/^Origin\b/);
  });

  it.each(OTHERS)("is denied to %s", async (origin) => {
    const response = await preflight(origin);
    expect(response.status).toBe(403);
    expect(corsHeaders(response)).toEqual({});
    expect(response.headers.get("vary")).toBe("Origin");
  });

  it("is no method where no other site may post", async () => {
    const own = createTestApp({
      store: createFeedbackStore(database),
    });
    const response = await preflight(STATIC, own);
    expect([response.status, corsHeaders(response), response.headers.get("vary")]).toEqual([405, {}, null]);
  });
});

describe("a post of the script of another origin", () => {
  it("is stored, and its answer can be read there", async () => {
    const response = await postJson(STATIC);
    expect(response.status).toBe(201);
    expect(corsHeaders(response)).toEqual({
      "access-control-allow-origin": STATIC,
      "access-control-expose-headers": "Retry-After",
    });
    expect(await database.query("SELECT id FROM feedback", [])).toHaveLength(1);
  });

  it("can be read there when it is refused, with the reasons", async () => {
    const response = await postJson(PREVIEW, { rating: 9 });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([422, PREVIEW]);
  });

  it.each(OTHERS)("is refused when it is %s, unreadably", async (origin) => {
    const response = await postJson(origin);
    expect([response.status, corsHeaders(response)]).toEqual([403, {}]);
    expect(await database.query("SELECT id FROM feedback", [])).toEqual([]);
  });
});

describe("a bare form of another origin", () => {
  it.each([STATIC, PREVIEW])("is sent to the thanks page of the site it came from: %s", async (origin) => {
    const response = await postForm(origin);
    expect([response.status, response.headers.get("location")]).toEqual([303, `${origin}/grazie/`]);
  });

  it("comes back with a policy that lets it load from the site, and go on there", async () => {
    const response = await postForm(STATIC, { rating: "" });
    expect(response.status).toBe(422);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`font-src ${STATIC};`);
    expect(policy).toContain(`form-action 'self' ${STATIC};`);
  });

  it("can be sent again from the page that it came back with, and then goes to the site", async () => {
    const response = await postForm(HANDLER);
    expect([response.status, response.headers.get("location")]).toEqual([303, `${STATIC}/grazie/`]);
    expect(await database.query("SELECT id FROM feedback", [])).toHaveLength(1);
  });

  it("goes to the site when nothing says where it came from, and is kept apart", async () => {
    const response = await postForm(undefined);
    expect([response.status, response.headers.get("location")]).toEqual([303, `${STATIC}/grazie/`]);
    expect(await database.query("SELECT reason FROM feedback_suspect", [])).toEqual([
      { reason: "no-origin" },
    ]);
  });
});

describe("ALLOWED_ORIGINS", () => {
  it("is a list of whole origins", () => {
    expect([...readAllowedOrigins({ ALLOWED_ORIGINS: "https://a.example,https://b.example:8443" })]).toEqual([
      "https://a.example",
      "https://b.example:8443",
    ]);
    expect(readAllowedOrigins({}).size).toBe(0);
    expect(readAllowedOrigins({ ALLOWED_ORIGINS: "http://localhost:8080" }).size).toBe(1);
  });

  it.each([
    "*",
    "null",
    "https://*.comune.example",
    "http://comune.example",
    "https://comune.example/",
    "https://COMUNE.example",
    "comune.example",
    "https://comune.example:443",
    "file:///",
  ])("refuses %s with what to write instead", (origin) => {
    expect(() => readAllowedOrigins({ ALLOWED_ORIGINS: `https://a.example ${origin}` })).toThrow(
      `ALLOWED_ORIGINS holds "${origin}"`,
    );
  });
});
