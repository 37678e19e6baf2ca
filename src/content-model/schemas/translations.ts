import { z } from "zod";
import { text } from "./scalars.ts";

/** `vocabulary/<lang>.json`: what the Italian words of the other data are called in a language. */
export const translations = z.record(text, text);

export type Translations = z.infer<typeof translations>;
