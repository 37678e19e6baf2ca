import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { compressAtOnce, isCompressible } from "../../hosting/compress.ts";
import { type BuiltPage, type BuiltSite, fileOf } from "../built-site.ts";
import { about, type Finding } from "../finding.ts";
import { ANY_CONTENT, type Download, headerBytes, weightProblems } from "../weight.ts";
import { accessibilityViolations } from "./axe.ts";
import { REFLOW_WIDTH, widerThanTheWindow } from "./reflow.ts";

/** One for each core of a small machine. */
const WINDOWS = 2;

const DESKTOP = { width: 1280, height: 900 };

/** The browser to visit with, and a callback for each page that is done. */
export interface Visit {
  browser: Browser;
  /** The origin of the served site. */
  url: string;
  context?: BrowserContextOptions;
  onPage: (done: number, total: number) => void;
}

/**
 * Opens every page in a browser. Reports violations of the accessibility rules, pages wider than a
 * small screen, pages that are too heavy, and requests to other sites.
 */
export async function visitPages(site: BuiltSite, visit: Visit): Promise<Finding[]> {
  const queue = [...site.pages];
  const findings: Finding[] = [];
  let done = 0;
  const context = await visit.browser.newContext(visit.context);
  const work = async (): Promise<void> => {
    const window = await context.newPage();
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      findings.push(...(await visitPage(window, page, site, visit.url)));
      visit.onPage(++done, site.pages.length);
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, work));
  const cookies = await context.cookies();
  await context.close();
  return [
    ...findings,
    ...about(
      "Riservatezza",
      cookies.map(({ name }) => ["/", `il sito mette un cookie: «${name}»`]),
    ),
  ];
}

async function visitPage(window: Page, page: BuiltPage, site: BuiltSite, origin: string): Promise<Finding[]> {
  const { path } = page;
  const say = (messages: readonly string[]) => messages.map((message) => [path, message] as const);
  const requests: string[] = [];
  const listen = (request: { url: () => string }) => requests.push(request.url());
  window.on("request", listen);
  await window.setViewportSize(DESKTOP);
  const response = await window.goto(origin + path);
  const accessibility = await accessibilityViolations(window);
  const { urls, blocking, elements } = await whatArrived(window, requests);
  window.off("request", listen);
  await window.setViewportSize({ width: REFLOW_WIDTH, height: DESKTOP.height });
  const wide = await widerThanTheWindow(window);

  const own = urls.filter((url) => url.startsWith(`${origin}/`));
  const pageHeaders = headerBytes((await response?.headersArray()) ?? []);
  const downloads = await Promise.all(
    own.map(async (url): Promise<Download> => ({
      url,
      bytes: (await sentBytes(site, new URL(url).pathname)) + (url === response?.url() ? pageHeaders : 0),
      blocking: blocking.includes(url),
    })),
  );
  return [
    ...about("Accessibilità", say(accessibility)),
    ...about(
      "Larghezza di uno schermo piccolo",
      say(wide.length > 0 ? [`più larga di ${REFLOW_WIDTH} px: ${wide.join(", ")}`] : []),
    ),
    ...about("Peso", say(weightProblems(downloads, elements, ANY_CONTENT))),
    ...about(
      "Riservatezza",
      say(
        urls
          .filter((url) => !own.includes(url))
          .map((url) => `la pagina chiede qualcosa a un altro sito: «${url}»`),
      ),
    ),
  ];
}

/**
 * Lists what a page requested and what blocked its first paint. Adds the icon, which headless
 * browsers do not request.
 */
async function whatArrived(
  window: Page,
  requests: readonly string[],
): Promise<{ urls: string[]; blocking: string[]; elements: number }> {
  const { icon, blocking, elements } = await window.evaluate(() => {
    const resources = performance.getEntriesByType("resource") as (PerformanceResourceTiming & {
      renderBlockingStatus: "blocking" | "non-blocking";
    })[];
    const waitedFor = resources.filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking");
    return {
      icon: document.querySelector<HTMLLinkElement>('link[rel~="icon"]')?.href,
      blocking: [location.href, ...waitedFor.map(({ name }) => name)],
      elements: document.querySelectorAll("*").length,
    };
  });
  const urls = [...requests, ...(icon === undefined ? [] : [icon])];
  return { urls: [...new Set(urls)].filter((url) => !url.startsWith("data:")), blocking, elements };
}

/** The size of a file as most hosts send it: text is compressed with Brotli. */
async function sentBytes({ folder, files }: BuiltSite, path: string): Promise<number> {
  const file = fileOf(path);
  if (!files.has(file)) return 0;
  const contents = await readFile(join(folder, file));
  return isCompressible(file) ? compressAtOnce(contents, "br").byteLength : contents.byteLength;
}
