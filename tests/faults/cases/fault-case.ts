import type { PostgresCluster } from "../../support/postgres.ts";

/** What a case on the embedded database receives. */
export interface EmbeddedContext {
  /** The folder of the built site. */
  outputDir: string;
  /** Tells a figure that was seen. */
  tell: (figure: string) => void;
}

export interface PostgresContext extends EmbeddedContext {
  cluster: PostgresCluster;
}

/**
 * A fault and the promise that must hold under it. `run` throws an AssertionError when it does not.
 */
export interface FaultCase<Context extends EmbeddedContext> {
  name: string;
  run: (context: Context) => Promise<void>;
}

/** Thrown by a case that this machine cannot run. The message says why. */
export class SkippedCase extends Error {
  override readonly name = "SkippedCase";
}
