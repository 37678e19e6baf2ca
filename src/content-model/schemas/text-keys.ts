import { FRONT_MATTER } from "./front-matter.ts";

/** The texts of front matter, which a translation has of its own; the list `changes` has a text in each entry. */
export const TEXT_KEYS = [
  "title",
  "navTitle",
  "description",
  "serviceType",
  "audience",
  "inactiveReason",
] as const;

/** Those that pages show in the source language until somebody translates them. */
export type UntranslatedKey = "inactiveReason" | "changes";

const TEXTS = new Set<string>([...TEXT_KEYS, "changes"]);

/** All other keys of front matter: facts, which stand once, in the source language. */
export const FACT_KEYS: readonly string[] = [
  ...new Set(Object.values(FRONT_MATTER).flatMap(({ shape }) => Object.keys(shape))),
].filter((key) => !TEXTS.has(key));
