import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { etag } from "hono/etag";

/** What a browser may do with every answer of the site; netlify.toml says the same to the platform. */
export const SITE_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  // Not `no-referrer`: browsers then send `Origin: null` with a form, and the handler refuses it.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
};

/** Browsers may keep a page but ask whether it is still the same. */
const CACHE_CONTROL = "public, max-age=0, must-revalidate";

/** One or more segments without a dot, a percent sign or an empty name: none can leave the site's folder. */
const PAGE_WITHOUT_SLASH = /^(?:\/[^/\\.%]+)+$/;

/**
 * Serves a folder of static files: `index.html` for a directory, a redirect to the address with a slash,
 * `404.html` with its status, entity tags.
 * @param root the folder
 */
export function createStaticSite(root: string): Hono {
  const site = new Hono();

  site.use(etag());
  site.use(async (context, next) => {
    await next();
    if (context.res.ok) context.header("Cache-Control", CACHE_CONTROL);
    if (context.res.ok && context.req.path.endsWith("/feed.xml")) {
      context.header("Content-Type", "application/atom+xml; charset=utf-8");
    }
    for (const [name, value] of Object.entries(SITE_HEADERS)) context.header(name, value);
  });

  site.get("*", async (context, next) => {
    const { path } = context.req;
    if (PAGE_WITHOUT_SLASH.test(path) && existsSync(join(root, path, "index.html"))) {
      return context.redirect(`${path}/`, 301);
    }
    return next();
  });
  site.get("*", serveStatic({ root }));

  site.all("*", async (context) => context.html(await readFile(join(root, "404.html"), "utf8"), 404));
  return site;
}
