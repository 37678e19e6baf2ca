import * as z from "zod";
import { isPositive, NEGATIVE_ANSWERS, POSITIVE_ANSWERS, RATINGS } from "../../shared/feedback-contract.ts";
import type { Rating } from "../../shared/feedback-contract.ts";
import { wilsonInterval } from "../../shared/wilson.ts";

/** From this many ratings on, a mean says something. */
const MIN_FOR_MEAN = 30;

const ANSWERS = [...new Set([...POSITIVE_ANSWERS, ...NEGATIVE_ANSWERS])];

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

/** How a number of ratings turned out. */
export const figuresSchema = z.object({
  ratings: count.describe("Quante valutazioni"),
  positive: count.describe("Quante di 4 o 5 stelle"),
  share: z
    .object({ value: share, low: share, high: share })
    .nullable()
    .describe("La parte di 4 o 5 stelle, con l'intervallo di Wilson al 95 %; null senza valutazioni"),
  mean: z.number().min(1).max(5).nullable().describe(`Il voto medio, da ${MIN_FOR_MEAN} valutazioni in su`),
  distribution: z
    .tuple([count, count, count, count, count])
    .describe("Quante valutazioni di 1, 2, 3, 4 e 5 stelle"),
  answers: z.partialRecord(z.enum(ANSWERS), count).describe("Quante volte ogni risposta è stata scelta"),
});
export type Figures = z.output<typeof figuresSchema>;

/** How many posts have the same rating and answer. */
export interface RatingCount {
  rating: Rating;
  /** Empty where none was chosen. */
  answer: string;
  posts: number;
}

/** The figures of some counts. */
export function figuresOf(counts: readonly RatingCount[]): Figures {
  const sum = (some: readonly RatingCount[]) => some.reduce((total, { posts }) => total + posts, 0);
  const given = (rating: Rating) => sum(counts.filter((known) => known.rating === rating));
  const [one, two, three, four, five] = RATINGS.map(given) as Figures["distribution"];
  const ratings = sum(counts);
  const positive = sum(counts.filter(({ rating }) => isPositive(rating)));
  const stars = sum(counts.map((known) => ({ ...known, posts: known.posts * known.rating })));
  const answers = ANSWERS.flatMap((answer) => {
    const posts = sum(counts.filter((known) => known.answer === answer));
    return posts > 0 ? [[answer, posts] as const] : [];
  });
  return {
    ratings,
    positive,
    share: ratings > 0 ? { value: positive / ratings, ...wilsonInterval(positive, ratings) } : null,
    mean: ratings >= MIN_FOR_MEAN ? stars / ratings : null,
    distribution: [one, two, three, four, five],
    answers: Object.fromEntries(answers),
  };
}
