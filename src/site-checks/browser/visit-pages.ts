import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type BuiltPage, type BuiltSite, fileOf } from "../built-site.ts";
import { about, type Finding } from "../finding.ts";
import { ANY_CONTENT, type Download, weightProblems } from "../weight.ts";
import { accessibilityViolations } from "./axe.ts";
import { REFLOW_WIDTH, widerThanTheWindow } from "./reflow.ts";

/** As many as the cores of a small machine. */
const WINDOWS = 2;

const DESKTOP = { width: 1280, height: 900 };

/** Where the site is served, and what is told after each page. */
export interface Visit {
  browser: Browser;
  /** The origin of the served site. */
  url: string;
  context?: BrowserContextOptions;
  onPage: (done: number) => void;
}

/** Opens every page in a browser: what breaks an accessibility rule, does not fit a small screen, weighs or tells others too much. */
export async function visitPages(site: BuiltSite, visit: Visit): Promise<Finding[]> {
  const queue = [...site.pages];
  const findings: Finding[] = [];
  let done = 0;
  const context = await visit.browser.newContext(visit.context);
  const work = async (): Promise<void> => {
    const window = await context.newPage();
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      findings.push(...(await visitPage(window, page, site, visit.url)));
      visit.onPage(++done);
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
  await window.goto(origin + path);
  const accessibility = await accessibilityViolations(window);
  const { urls, blocking, elements } = await whatArrived(window, requests);
  window.off("request", listen);
  await window.setViewportSize({ width: REFLOW_WIDTH, height: DESKTOP.height });
  const wide = await widerThanTheWindow(window);

  const own = urls.filter((url) => url.startsWith(`${origin}/`));
  const downloads = await Promise.all(
    own.map(async (url): Promise<Download> => ({
      url,
      bytes: await sentBytes(site, new URL(url).pathname),
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

/** What a page asked for, with the icon that browsers without a window leave out, and what its first paint waited for. */
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

/** The bytes of a file as servers send it: its copy compressed with Brotli, where there is one. */
async function sentBytes({ folder, files }: BuiltSite, path: string): Promise<number> {
  const file = fileOf(path);
  const sent = files.has(`${file}.br`) ? `${file}.br` : file;
  return files.has(sent) ? (await stat(join(folder, sent))).size : 0;
}
