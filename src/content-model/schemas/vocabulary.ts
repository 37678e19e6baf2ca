import { z } from "zod";
import { text } from "./scalars.ts";

/** `vocabulary/<lang>.json`: what the Italian words of the other data are called in a language. */
export const vocabulary = z.record(text, text);

export type Vocabulary = z.infer<typeof vocabulary>;
