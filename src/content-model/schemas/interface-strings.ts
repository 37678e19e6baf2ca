import { z } from "zod";
import { text } from "./scalars.ts";

const key = z
  .string("una chiave di parole unite da punti, come feedback.rate.1")
  .regex(/^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$/);

/**
 * `i18n/<lang>.json`: interface texts by a flat key with dots. `{name}` marks a value that the page
 * fills in.
 */
export const interfaceStrings = z.record(key, text);

export type InterfaceStrings = z.infer<typeof interfaceStrings>;
