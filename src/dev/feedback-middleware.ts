import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createApp, readAppSettings } from "../feedback/http/app.ts";
import { createNodeListener, isForApp } from "../feedback/http/node-listener.ts";
import { createClientAddress } from "../feedback/limits/client-address.ts";
import { openDatabase } from "../feedback/store/open-database.ts";
import { createFeedbackStore } from "../feedback/store/store.ts";

/** The app beside the pages, so that the form works in development as in production. */
export interface FeedbackMiddleware {
  /**
   * Connect-style, as development servers expect it. A request that is not for the
   * app is passed on.
   */
  handle: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
  /** Uses the pages of this folder from now on. */
  usePages(folder: string): void;
}

/** @param folder the built site, which is read at the first post */
export function feedbackMiddleware(folder: string): FeedbackMiddleware {
  const { env } = process;
  let pages = folder;
  let listener: Promise<RequestListener> | undefined;
  let database: ReturnType<typeof openDatabase> | undefined;

  async function create(): Promise<RequestListener> {
    database ??= openDatabase(env);
    const [settings, opened] = await Promise.all([readAppSettings(env, pages), database]);
    const app = createApp({ ...settings, store: createFeedbackStore(opened), reportDriver: opened });
    return createNodeListener(app, createClientAddress(env["TRUSTED_PROXIES"], settings.logger));
  }
  return {
    handle(request, response, next) {
      if (!isForApp(request)) {
        next();
        return;
      }
      listener ??= create();
      listener
        .then((listen) => {
          listen(request, response);
        })
        .catch(next);
    },
    usePages(newFolder) {
      pages = newFolder;
      listener = undefined;
    },
  };
}
