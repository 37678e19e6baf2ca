import type { PostgresCluster } from "../../support/postgres.ts";

/** What a case on the embedded database may use. */
export interface EmbeddedContext {
  /** The folder of the built site. */
  outputDir: string;
}

export interface PostgresContext extends EmbeddedContext {
  cluster: PostgresCluster;
}

/** One fault and what is promised under it. `run` throws an AssertionError when the promise is broken. */
export interface FaultCase<Context extends EmbeddedContext> {
  name: string;
  run: (context: Context) => Promise<void>;
}

/** Thrown by a case that this machine cannot run; the message says why. */
export class SkippedCase extends Error {
  override readonly name = "SkippedCase";
}
