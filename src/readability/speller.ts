import dictionary from "dictionary-it";
import { loadModule } from "hunspell-asm";
import { memoize } from "../shared/memoize.ts";

/** Knows the words of a language. */
export interface Speller {
  knows(word: string): boolean;
  /** The word that was probably meant. It takes a tenth of a second. */
  suggest(word: string): string | undefined;
}

/**
 * Loads Hunspell with the Italian dictionary, which takes longer than the checks. In `npm run dev`
 * it stays loaded.
 * @param words further words; one in lower case is also accepted with a capital
 */
export const loadItalianSpeller = memoize(async (words: readonly string[]): Promise<Speller> => {
  const factory = await loadModule();
  const hunspell = factory.create(
    factory.mountBuffer(dictionary.aff, "it.aff"),
    factory.mountBuffer(dictionary.dic, "it.dic"),
  );
  for (const word of words) hunspell.addWord(word);
  return {
    knows: (word) => hunspell.spell(word),
    suggest: (word) => hunspell.suggest(word)[0],
  };
});
