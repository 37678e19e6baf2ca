import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";
import { OperatorError } from "../shared/operator-error.ts";

export type { Logger } from "pino";

/**
 * Structured logs, one JSON line an event, on standard output.
 * Nobody logs a comment, an address, a user agent or a query string: see `describeError` for errors.
 * @param level a pino level, or `silent`
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

/** What may be logged of an error. Not its message: the database's messages repeat the values it refused. */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { name: typeof error };
  const details = ["code", "constraint"].flatMap((key) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return { name: error.name, ...Object.fromEntries(details) };
}
