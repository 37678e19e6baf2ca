import { describe, expect, it } from "vitest";
import { originSignal } from "../../../../src/feedback/http/origins.ts";

const OWN = new Set(["https://comune.example", "https://anteprima.example"]);

/** The signal of a post to a server in production, or on a developer's machine. */
const signal = (headers: Record<string, string>, trustsHost = false) =>
  originSignal(new Request("http://127.0.0.1:8080/api/feedback", { headers }), {
    own: OWN,
    allowed: new Set(),
    trustsHost,
  });

describe("a post is of this site", () => {
  it.each<Record<string, string>>([
    { origin: "https://comune.example" },
    { origin: "https://anteprima.example" },
    { origin: "https://comune.example", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin" },
  ])("with %o", (headers) => {
    expect(signal(headers)).toBe("same");
  });
});

describe("a post is of another site", () => {
  it.each<Record<string, string>>([
    { origin: "https://comune.example.evil.example" },
    { origin: "https://evilcomune.example" },
    { origin: "https://www.comune.example" },
    { origin: "https://comune.example:8443" },
    { origin: "http://comune.example" },
    { origin: "https://comune.example/" },
    { origin: "https://COMUNE.example" },
    { origin: "http://127.0.0.1:8080" },
    { origin: "http://127.0.0.1:8080", "sec-fetch-site": "same-origin" },
    { origin: "null" },
    { origin: "" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://comune.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ])("with %o", (headers) => {
    expect(signal(headers)).toBe("other");
  });
});

describe("on a developer's machine", () => {
  it("a post is of this site at whatever address the server has", () => {
    expect(signal({ origin: "http://127.0.0.1:8080" }, true)).toBe("same");
  });

  it.each(["http://127.0.0.1:80801", "http://127.0.0.1", "https://127.0.0.1:8080", "https://evil.example"])(
    "it is not at another: %s",
    (origin) => {
      expect(signal({ origin }, true)).toBe("other");
    },
  );
});

describe("a post of an allowed site", () => {
  const allowed = new Set(["https://statico.example"]);
  const signalWith = (headers: Record<string, string>) =>
    originSignal(new Request("https://pareri.example/", { headers }), {
      own: OWN,
      allowed,
      trustsHost: false,
    });

  it.each(["cross-site", "same-site", "same-origin", undefined])("is accepted as %s", (site) => {
    const headers = { origin: "https://statico.example", ...(site && { "sec-fetch-site": site }) };
    expect(signalWith(headers)).toBe("same");
  });

  it.each([
    "https://statico.example.evil.example",
    "https://www.statico.example",
    "http://statico.example",
    "https://statico.example:444",
    "https://STATICO.example",
    "null",
  ])("is none when it only looks like one: %s", (origin) => {
    expect(signalWith({ origin, "sec-fetch-site": "cross-site" })).toBe("other");
  });
});

it("a post without either header, or opened by the user, says nothing", () => {
  expect(signal({})).toBe("none");
  expect(signal({ "sec-fetch-site": "none" })).toBe("none");
});
