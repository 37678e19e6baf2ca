import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../../../src/hosting/finish-site.ts";
import { REDIRECTS } from "../../../src/hosting/redirects.ts";
import { createStaticSite } from "../../../src/server/static-site.ts";
import { allPaths, contentPaths, SERVICE_PAGE, SITE } from "../../support/site.ts";
import { type Emulation, ORIGIN, startNetlify } from "./emulation.ts";

/** Long enough for the emulation, which rebuilds a function for each call. */
const TIMEOUT_MS = 120_000;

let netlify: Emulation;
let node: Server;
let nodeOrigin: string;

beforeAll(async () => {
  const site = await createStaticSite(SITE);
  node = createServer(site).listen(0, "127.0.0.1");
  await once(node, "listening");
  nodeOrigin = `http://127.0.0.1:${(node.address() as AddressInfo).port}`;
  netlify = await startNetlify(SITE);
}, TIMEOUT_MS);
afterAll(async () => {
  node.close();
  await netlify.stop();
}, TIMEOUT_MS);

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  netlify.ask("/api/feedback", {
    method: "POST",
    headers: { Origin: ORIGIN, ...headers },
    body: new URLSearchParams({
      formVersion: "01234567",
      pageRevision: "0123456789ab",
      lang: "it",
      ...fields,
    }),
    redirect: "manual",
  });

describe("netlify.toml publishes", () => {
  it("every page and file with the headers and the type that the Node server sends", async () => {
    const files = (await filesBelow(SITE)).filter((file) => !/^_|\.(?:html|br|gz)$/.test(file));
    const paths = [...allPaths(), ...files.map((file) => `/${file}`)];
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const [{ by, response }, ours] = await Promise.all([netlify.ask(path), fetch(nodeOrigin + path)]);
      expect([path, by, response.status]).toEqual([path, "static", ours.status]);
      expect([path, headersOf(response)]).toEqual([path, headersOf(ours)]);
    }
  });

  it("what browsers ask for by themselves under another name, like the Node server", async () => {
    for (const { from, to } of REDIRECTS) {
      const { by, response } = await netlify.ask(from);
      expect([by, response.status, response.headers.get("location")]).toEqual(["redirect", 301, ORIGIN + to]);
      expect((await netlify.ask(to)).by).toBe("static");
      const ours = await fetch(nodeOrigin + from, { redirect: "manual" });
      expect([ours.status, ours.headers.get("location")]).toEqual([301, to]);
    }
  });

  it("nothing at an address that does not exist", async () => {
    expect((await netlify.ask("/non-esiste/")).by).toBe("none");
    expect((await netlify.ask("/api/altro")).by).toBe("none");
  });
});

describe("the functions", () => {
  it(
    "store a post without script in the platform's database",
    async () => {
      const { by, response } = await post({
        page: SERVICE_PAGE,
        rating: "4",
        comment: "Chiaro, il mio CF è RSSMRA85T10A562S",
      });
      expect([by, response.status, response.headers.get("location")]).toEqual(["function", 303, "/grazie/"]);
      expect(await netlify.query("SELECT page, rating, comment FROM feedback")).toEqual([
        {
          page: SERVICE_PAGE,
          rating: 4,
          comment: expect.stringMatching(/^Chiaro, il mio CF è \[/) as unknown,
        },
      ]);
      expect(contentPaths()).toContain(SERVICE_PAGE);
    },
    TIMEOUT_MS,
  );

  it(
    "give a refused form back as a page with the policy of the site's pages",
    async () => {
      const [{ response }, page] = await Promise.all([
        post({ page: SERVICE_PAGE, rating: "", comment: "Da non perdere" }),
        netlify.ask("/parere/"),
      ]);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain("Da non perdere</textarea>");
      const given = headersOf(response);
      const expected = headersOf(page.response);
      expect({ ...given, "content-security-policy": withoutStyles(given) }).toEqual({
        ...expected,
        "cache-control": "no-store",
        "content-security-policy": withoutStyles(expected),
      });
      expect(stylesOf(given)).not.toEqual([]);
      expect(stylesOf(expected)).toEqual(expect.arrayContaining(stylesOf(given)));
    },
    TIMEOUT_MS,
  );

  it(
    "refuse another site, whatever host it claims",
    async () => {
      const origin = "https://altro.example";
      for (const headers of [{ Origin: origin }, { Origin: origin, Host: "altro.example" }]) {
        const { response } = await post({ page: SERVICE_PAGE, rating: "4" }, headers);
        expect(response.status).toBe(403);
      }
    },
    TIMEOUT_MS,
  );

  it(
    "say that storage answers",
    async () => {
      const { by, response } = await netlify.ask("/api/health");
      expect([by, response.status, await response.json()]).toEqual([
        "function",
        200,
        { status: "ok", storage: "ok" },
      ]);
      expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    },
    TIMEOUT_MS,
  );
});

/**
 * The hashes that a policy allows. A function's page has fewer style sheets than the whole site.
 */
function stylesOf(headers: Record<string, string>): string[] {
  return headers["content-security-policy"]?.match(/'sha256-[^']+'/g) ?? [];
}

function withoutStyles(headers: Record<string, string>): string | undefined {
  return headers["content-security-policy"]?.replace(/(?: 'sha256-[^']+')+/, "");
}

/**
 * The headers that browsers act on. Hosts may differ in compression, dates and the charset's name.
 */
function headersOf({ headers }: Response): Record<string, string> {
  const names =
    /^(?:cache-control|content-(?:type|security-policy)|strict-transport-security|x-(?:content-type|frame)-options|referrer-policy|permissions-policy|cross-origin-\w+-policy|access-control-.*)$/;
  const found = [...headers].filter(([name]) => names.test(name));
  return Object.fromEntries(found.map(([name, value]) => [name, value.replace("; charset=utf-8", "")]));
}
