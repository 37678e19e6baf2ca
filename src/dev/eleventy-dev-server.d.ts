/**
 * What this project calls of Eleventy's development server and of its file watcher, which
 * have no type declarations.
 */
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export interface ServerOptions {
    domDiff?: boolean;
    messageOnStart?: (start: { localhostUrl: string }) => string;
    middleware?: ((request: IncomingMessage, response: ServerResponse, next: () => void) => void)[];
    /** Keyed by the path of an address. */
    onRequest?: Record<string, () => { headers: Record<string, string>; body: string }>;
  }

  export default class EleventyDevServer {
    /** The folder that is served. */
    dir: string;
    constructor(name: string, folder: string, options: ServerOptions);
    /** Adds to a requested page the script that reloads it. */
    augmentContentWithNotifier(html: string, ...options: unknown[]): string;
    /** Tries the next ports if this one is in use. */
    serve(port: number): void;
    /** Reloads open pages. */
    reload(): void;
    sendUpdateNotification(message: { type: "eleventy.msg"; message: string }): void;
  }
}

declare module "@11ty/chokidar-with-glob-support" {
  interface Watcher {
    on(event: "all" | "ready", handler: () => void): Watcher;
  }

  const chokidar: {
    /** https://github.com/paulmillr/chokidar#api */
    watch(
      paths: readonly string[],
      options: {
        disableGlobbing: boolean;
        followSymlinks: boolean;
        ignoreInitial: boolean;
        awaitWriteFinish: { stabilityThreshold: number; pollInterval: number };
      },
    ): Watcher;
  };
  export default chokidar;
}
