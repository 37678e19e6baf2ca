import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";
import { OperatorError } from "../shared/operator-error.ts";

export type { Logger } from "pino";

/**
 * Makes the logger. It writes one JSON line for each event to standard output. Never log a comment,
 * an address, a user agent or a query string. For errors, see `describeError`.
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
  return destination ? pino(options, destination) : pino(options);
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
