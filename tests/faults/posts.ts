import type { Answer, Rating } from "../../src/shared/feedback-contract.ts";
import type { Random } from "./random.ts";

/** The content of a post, and of the row that it must become. */
export interface Content {
  rating: Rating;
  answer: Answer | null;
  comment: string | null;
}

/** A post to deliver. The script sends an id with it, the bare form does not. */
export interface Post {
  /** What makes two deliveries the same row: the id, or the comment of a form. */
  key: string;
  format: "json" | "form";
  content: Content;
}

/**
 * A citizen's posts. A round starts when the previous one has ended, and the posts within a round
 * race.
 */
export type Rounds = readonly (readonly Post[])[];

const CONTENTS: readonly [[Rating, Answer], ...[Rating, Answer][]] = [
  [5, "clear"],
  [4, "other"],
  [3, "unclear"],
  [2, "incomplete"],
  [1, "technical-problems"],
];

const SYLLABLES = "ba be bi bo ca ce ci co da de di do fa fe fi fo".split(" ");

/** Generates the next citizen's posts, in a pattern that could break "exactly once". */
export function nextCitizen(random: Random): Rounds {
  const id = random.uuid();
  const post = (content: Content): Post => ({ key: id, format: "json", content });
  const [rating, answer] = random.pick(CONTENTS);
  const first = post({ rating, answer, comment: null });
  const second = post({ rating, answer, comment: uniqueText(random) });
  const bare = post({ rating, answer: null, comment: null });
  const rival = post(fullContent(random));
  const form: Post = { ...second, key: second.content.comment ?? "", format: "form" };

  return random.pick<Rounds>([
    [[second]],
    [[bare]],
    [[second], [second], [second]],
    [[first], [second]],
    [[bare], [first], [second], [first]],
    [[second, second, second, second]],
    [[first, second, first, second]],
    [[second, rival, second, rival]],
    [[first], [rival]],
    [[form], [form]],
    [[form, form, form]],
  ]);
}

function fullContent(random: Random): Content {
  const [rating, answer] = random.pick(CONTENTS);
  return { rating, answer, comment: uniqueText(random) };
}

/** A unique text of syllables without digits, so that nothing in it is masked. */
function uniqueText(random: Random): string {
  const word = () => Array.from({ length: 4 }, () => SYLLABLES[random.below(SYLLABLES.length)]).join("");
  return `Perché ${word()} ${word()}\n${word()} «${word()}»`;
}
