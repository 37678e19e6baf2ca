import { z } from "zod";
import { PUBLISHED_STEP, type PublishedRatings } from "../../shared/published-ratings.ts";
import { pastDate, sitePath } from "./scalars.ts";

const count = z
  .int(`un multiplo di ${PUBLISHED_STEP}, da ${PUBLISHED_STEP} in su`)
  .min(PUBLISHED_STEP)
  .multipleOf(PUBLISHED_STEP);

const pageRatings = z
  .strictObject({
    page: sitePath,
    until: pastDate,
    total: count,
    positive: count.nullable(),
    negative: count.nullable(),
  })
  .refine(
    ({ total, positive, negative }) =>
      positive === null || negative === null ? positive === negative : positive + negative === total,
    { path: ["total"], error: "la somma delle due parti, oppure nessuna delle due parti" },
  );

/**
 * `ratings.json`: the published ratings. `npm run feedback:publish` writes it, and nobody edits it.
 */
export const ratings: z.ZodType<PublishedRatings> = z.strictObject({
  until: pastDate,
  pages: z.array(pageRatings).superRefine((pages, context) => {
    pages.forEach(({ page }, index) => {
      if (pages.findIndex((other) => other.page === page) === index) return;
      context.addIssue({
        code: "custom",
        path: [index, "page"],
        message: "ogni pagina una volta sola",
        input: page,
      });
    });
  }),
});
