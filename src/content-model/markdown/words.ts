import { z } from "zod";

/** `words.json`: words that the dictionary lacks and acronyms that everybody knows, each as it is written. */
export const words = z.array(z.string("una parola sola, senza spazi").regex(/^\S+$/));
