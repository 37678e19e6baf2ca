import { z } from "zod";
import { text } from "./scalars.ts";

/** `vocabulary/<lang>.json`: translations of the Italian words in the other data. */
export const vocabulary = z.record(text, text);

export type Vocabulary = z.infer<typeof vocabulary>;
