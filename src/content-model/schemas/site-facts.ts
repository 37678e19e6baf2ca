import { z } from "zod";
import type { Contact } from "./contacts.ts";
import type { Glossary } from "./glossary.ts";
import type { InterfaceStrings } from "./interface-strings.ts";
import type { Site } from "./site.ts";
import type { Topic } from "./topics.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** `words.json`: words that the dictionary lacks and acronyms that everybody knows, each as it is written. */
export const words = z.array(z.string("una parola sola, senza spazi").regex(/^\S+$/));

/** Everything in `_data`, checked: what holds for all pages. */
export interface SiteFacts {
  site: Site;
  /** By the id that pages refer to. */
  contacts: Record<string, Contact>;
  topics: Topic[];
  /** Italian words that the dictionary lacks: the authority's own places and names. */
  words: string[];
  /** Interface strings by language code. */
  i18n: Record<string, InterfaceStrings>;
  /** Words of the data (topics, categories, names) in the other languages: by language code, then by Italian word. */
  vocabulary: Record<string, Vocabulary>;
  /** Difficult terms by language code. */
  glossary: Record<string, Glossary>;
}
