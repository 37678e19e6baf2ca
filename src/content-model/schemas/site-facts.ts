import { z } from "zod";
import type { PublishedRatings } from "../../shared/published-ratings.ts";
import type { Contact } from "./contacts.ts";
import type { Glossary } from "./glossary.ts";
import type { InterfaceStrings } from "./interface-strings.ts";
import type { Site } from "./site.ts";
import type { Topic } from "./topics.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * `words.json`: words missing from the dictionary, and acronyms that everybody knows, each as it is
 * written.
 */
export const words = z.array(z.string("una parola sola, senza spazi").regex(/^\S+$/));

/** All checked facts from `_data`, which apply to every page. */
export interface SiteFacts {
  site: Site;
  /** By the id that pages use. */
  contacts: Record<string, Contact>;
  topics: Topic[];
  /** Italian words missing from the dictionary, such as the authority's places and names. */
  words: string[];
  /** Null if none are published. */
  ratings: PublishedRatings | null;
  /** Interface texts by language code. */
  i18n: Record<string, InterfaceStrings>;
  /**
   * Translations of words in the data, such as topics, categories and names: by language code, then
   * by Italian word.
   */
  vocabulary: Record<string, Vocabulary>;
  /** Difficult terms by language code. */
  glossary: Record<string, Glossary>;
}
