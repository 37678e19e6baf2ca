import { FRONT_MATTER } from "./front-matter.ts";

/**
 * The keys of the front matter that hold texts, which a translation has for itself. Each entry of
 * the list `changes` has a text as well.
 */
export const TEXT_KEYS = [
  "title",
  "navTitle",
  "description",
  "serviceType",
  "audience",
  "inactiveReason",
] as const;

/** Texts that pages show in the source language until they are translated. */
export type UntranslatedKey = "inactiveReason" | "changes";

const TEXTS = new Set<string>([...TEXT_KEYS, "changes"]);

/**
 * All other keys of the front matter. They hold facts, which are written only in the source
 * language.
 */
export const FACT_KEYS: readonly string[] = [
  ...new Set(Object.values(FRONT_MATTER).flatMap(({ shape }) => Object.keys(shape))),
].filter((key) => !TEXTS.has(key));
