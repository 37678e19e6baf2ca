import { OperatorError } from "./operator-error.ts";

/** What a variable of the environment that holds a number may be. */
export interface Bounds {
  /** What it is if it is not set. */
  fallback: number;
  min: number;
  max: number;
  /** True if 0 is also allowed, to switch a limit off. */
  allowsZero?: boolean;
}

/**
 * Reads a whole number from a variable.
 * @param variable its name with its text
 * @throws OperatorError if it is out of bounds
 */
export function bounded(
  variable: Readonly<Record<string, string | undefined>>,
  { fallback, min, max, allowsZero = false }: Bounds,
): number {
  const [[name, text] = ["", undefined]] = Object.entries(variable);
  if (text === undefined || text === "") return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if ((value >= min && value <= max) || (allowsZero && value === 0)) return value;
  const off = allowsZero ? ", or 0 to switch the limit off" : "";
  throw new OperatorError(`${name} is "${text}": it must be a whole number from ${min} to ${max}${off}.`);
}
