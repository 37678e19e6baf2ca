import type { UserConfig } from "@11ty/eleventy";
import { createFeedbackHandler } from "../feedback/handler.ts";
import { createLogger } from "../feedback/logger.ts";
import { loadFeedbackSite } from "../feedback/manifest.ts";
import { createFeedbackMiddleware, type NodeMiddleware } from "../feedback/node-listener.ts";
import { openStore } from "../feedback/open-store.ts";

/**
 * Mounts the feedback handler on Eleventy's development server, so that the form works there as in production.
 * https://www.11ty.dev/docs/dev-server/#options
 */
export function registerDevServer(eleventyConfig: Pick<UserConfig, "on" | "setServerOptions">): void {
  let output = "";
  let middleware: Promise<NodeMiddleware> | undefined;
  let store: ReturnType<typeof openStore> | undefined;

  eleventyConfig.on("eleventy.after", ({ directories }) => {
    output = directories.output;
    middleware = undefined;
  });
  eleventyConfig.setServerOptions({
    middleware: [
      (request, response, next) => {
        middleware ??= createMiddleware();
        middleware
          .then((handle) => {
            handle(request, response, next);
          })
          .catch(next);
      },
    ],
  });

  async function createMiddleware(): Promise<NodeMiddleware> {
    store ??= openStore(process.env);
    const [site, opened] = await Promise.all([loadFeedbackSite(output), store]);
    return createFeedbackMiddleware(
      createFeedbackHandler({ site, store: opened.store, logger: createLogger(process.env["LOG_LEVEL"]) }),
    );
  }
}
