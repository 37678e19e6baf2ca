import type { Answer, Rating } from "../../src/shared/feedback-contract.ts";
import type { Random } from "./random.ts";

/** What a post says, and what its row must say after it. */
export interface Content {
  rating: Rating;
  answer: Answer | null;
  comment: string | null;
}

/** A post on its way: with an `id` by the script, without by the bare form. */
export interface Post {
  /** What makes two deliveries one row: the id, or the text of a form. */
  key: string;
  format: "json" | "form";
  content: Content;
}

/** A citizen's posts: each round starts when the one before has ended; the posts of a round race. */
export type Rounds = readonly (readonly Post[])[];

const CONTENTS: readonly [[Rating, Answer], ...[Rating, Answer][]] = [
  [5, "clear"],
  [4, "other"],
  [3, "unclear"],
  [2, "incomplete"],
  [1, "technical-problems"],
];

const SYLLABLES = "ba be bi bo ca ce ci co da de di do fa fe fi fo".split(" ");

/** Makes up what the next citizen sends: the kinds of traffic that "exactly once" is about. */
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

/** Text that no other post has, and that nothing takes for personal data: syllables, no digits. */
function uniqueText(random: Random): string {
  const word = () => Array.from({ length: 4 }, () => SYLLABLES[random.below(SYLLABLES.length)]).join("");
  return `Perché ${word()} ${word()}\n${word()} «${word()}»`;
}
