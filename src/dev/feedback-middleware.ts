import { createFeedbackHandler } from "../feedback/http/handler.ts";
import { createLogger } from "../feedback/logger.ts";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import { createFeedbackMiddleware, type NodeMiddleware } from "../feedback/http/node-listener.ts";
import { openStore } from "../feedback/store/open-store.ts";

/** The feedback handler for the pages that are served, so that the form works there as in production. */
export interface FeedbackMiddleware {
  handle: NodeMiddleware;
  /** The pages are those of this folder from now on. */
  usePages(folder: string): void;
}

/** @param folder of the built site, read with the first post */
export function feedbackMiddleware(folder: string): FeedbackMiddleware {
  let pages = folder;
  let middleware: Promise<NodeMiddleware> | undefined;
  let store: ReturnType<typeof openStore> | undefined;

  async function create(): Promise<NodeMiddleware> {
    store ??= openStore(process.env);
    const [site, opened] = await Promise.all([loadFeedbackSite(pages), store]);
    return createFeedbackMiddleware(
      createFeedbackHandler({ site, store: opened.store, logger: createLogger(process.env["LOG_LEVEL"]) }),
    );
  }
  return {
    handle(request, response, next) {
      middleware ??= create();
      middleware
        .then((handleFeedback) => {
          handleFeedback(request, response, next);
        })
        .catch(next);
    },
    usePages(newFolder) {
      pages = newFolder;
      middleware = undefined;
    },
  };
}
