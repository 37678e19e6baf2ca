import { z } from "zod";
import { text } from "./scalars.ts";

const key = z
  .string("una chiave di parole unite da punti, come feedback.rate.1")
  .regex(/^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$/);

/** `i18n/<lang>.json`: the words of the interface by flat dotted key; `{name}` marks what the page fills in. */
export const interfaceStrings = z.record(key, text);

export type InterfaceStrings = z.infer<typeof interfaceStrings>;
