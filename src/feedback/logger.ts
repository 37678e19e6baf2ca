import { pino } from "pino";
import type { DestinationStream, Logger, LoggerOptions } from "pino";
import { OperatorError } from "../shared/operator-error.ts";

export type { Logger } from "pino";

/** How much waits while lines cannot be written. Further lines are lost, and counted. */
const MAX_WAITING_BYTES = 65_536;

/**
 * Makes the logger. It writes one JSON line for each event to standard output. Never log a comment,
 * an address, a user agent or a query string. For errors, see `describeError`.
 *
 * Logging may fail, serving may not: nobody waits for a line on a full disk or in a pipe that
 * nobody reads. Later lines come with those that waited, and say how many were lost.
 * @param level a pino level, or `silent`
 * @throws OperatorError if the level is none of these
 */
export function createLogger(level = "info", destination?: DestinationStream): Logger {
  const levels = ["silent", ...Object.values(pino.levels.labels)];
  if (!levels.includes(level)) {
    throw new OperatorError(`LOG_LEVEL is "${level}": choose one of ${levels.join(", ")}.`);
  }
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : logToStandardOutput(options);
}

function logToStandardOutput(options: LoggerOptions): Logger {
  const output = pino.destination({
    // Reading this property also keeps a pipe from making writers wait.
    dest: process.stdout.fd,
    // An asynchronous output would be written to the end when the process stops, however long.
    sync: true,
    maxLength: MAX_WAITING_BYTES,
    retryEAGAIN: () => false,
    // What waits is tried again every second. With a length of 0, there would be no flush at all.
    minLength: 1,
    periodicFlush: 1_000,
  });
  const logger = pino(options, output);
  let lost = 0;
  output.on("error", () => undefined);
  output.on("drop", () => {
    lost += 1;
    output.flush();
  });
  output.on("write", () => {
    if (lost === 0) return;
    const lines = lost;
    lost = 0;
    logger.warn({ event: "log", outcome: "lost", lines });
    // There was no room for this line either.
    if (lost > 0) lost = lines;
  });
  return logger;
}

/**
 * The part of an error that may be logged. Its message may not: the database's messages repeat
 * the values that it refused.
 */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { name: typeof error };
  const details = ["code", "constraint"].flatMap((key) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return { name: error.name, ...Object.fromEntries(details) };
}
