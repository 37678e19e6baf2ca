import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import list from "../data/passive-voice.json" with { type: "json" };
import { proseOf, type PageReading } from "../read-page.ts";
import type { Word } from "../sentences.ts";

const ESSERE = wordSet(list.auxiliaries.essere);
const VENIRE = wordSet(list.auxiliaries.venire);
const BETWEEN = wordSet(list.between);
const BEEN = wordSet("stato stata stati state");
const IRREGULAR = wordSet(list.irregular);
const NOT_PASSIVE = wordSet(list.notPassive);

const REGULAR_PARTICIPLE = /^.{2,}(?:at|it|ut)o$/;
const THIRD_PERSON = wordSet("è era sarà sia fu");

/**
 * Finds passive verbs: a form of essere or venire, perhaps some adverbs, and a past participle.
 * This is a heuristic. Participles are recognised by their ending or from a list. Lists also name
 * the exceptions: verbs that take essere in the active ("è arrivato"), states ("è malato") and
 * nouns. Reflexives ("si è iscritto") and "c'è" are recognised.
 */
export function checkPassiveVoice(page: PageReading): Finding[] {
  return proseOf(page).flatMap(({ words }) =>
    words.flatMap((word, index) => {
      const end = passiveEnd(words, index);
      if (end === undefined) return [];
      const verb = words.slice(index, end + 1);
      if (verb.some(({ fixed }) => fixed)) return [];
      const text = quote(verb.map((part) => part.text).join(" "));
      return [{ line: word.line, message: `frase passiva, ${text}: scrivi chi fa che cosa` }];
    }),
  );
}

/** The index of the participle if a passive verb starts at `index`, otherwise undefined. */
function passiveEnd(words: readonly Word[], index: number): number | undefined {
  const auxiliary = lower(words[index]);
  const venire = VENIRE.has(auxiliary);
  if (!venire && !ESSERE.has(auxiliary)) return undefined;
  let end = index + 1;
  let been = false;
  for (; BETWEEN.has(lower(words[end])); end++) been ||= BEEN.has(lower(words[end]));
  if (!isPassiveParticiple(lower(words[end]))) return undefined;
  const reflexive = !venire && !been && isReflexive(lower(words[index - 1]), auxiliary);
  return reflexive ? undefined : end;
}

function isReflexive(before: string, auxiliary: string): boolean {
  if (["si", "s", "ci", "c"].includes(before)) return true;
  // "ti sei iscritto" is reflexive, "ti è richiesto" is not.
  return ["mi", "ti", "vi"].includes(before) && !THIRD_PERSON.has(auxiliary);
}

function isPassiveParticiple(word: string): boolean {
  const masculine = word.replace(/[aei]$/, "o");
  if (NOT_PASSIVE.has(masculine)) return false;
  return IRREGULAR.has(masculine) || REGULAR_PARTICIPLE.test(masculine);
}

function lower(word: Word | undefined): string {
  return word?.text.toLowerCase() ?? "";
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
