import { createFeedbackHandler } from "../feedback/handler.ts";
import { createLogger } from "../feedback/logger.ts";
import { loadFeedbackSite } from "../feedback/manifest.ts";
import { createFeedbackMiddleware, type NodeMiddleware } from "../feedback/node-listener.ts";
import { openStore } from "../feedback/open-store.ts";

/** The feedback handler for the pages of a folder, so that the form works there as in production. */
export interface FeedbackMiddleware {
  handle: NodeMiddleware;
  /** The folder has other pages now: the handler reads again which can be rated. */
  forgetPages(): void;
}

/** @param output the folder of the built site, read with the first post */
export function feedbackMiddleware(output: string): FeedbackMiddleware {
  let middleware: Promise<NodeMiddleware> | undefined;
  let store: ReturnType<typeof openStore> | undefined;

  async function create(): Promise<NodeMiddleware> {
    store ??= openStore(process.env);
    const [site, opened] = await Promise.all([loadFeedbackSite(output), store]);
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
    forgetPages() {
      middleware = undefined;
    },
  };
}
