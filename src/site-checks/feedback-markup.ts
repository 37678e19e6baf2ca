import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf, type HtmlElement, marked, textOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { FEEDBACK } from "./model.ts";
import { mismatch } from "./words.ts";

/**
 * Reports pages whose HTML does not contain the model's feedback form exactly once, in the model's
 * words.
 */
export function feedbackFindings(site: BuiltSite): Finding[] {
  return about(
    "Modello nazionale",
    site.pages.flatMap((page) => {
      const [form, ...others] = marked(page.document, "feedback");
      // Some pages that no editor writes have no form, such as the thanks and the 404 page.
      if (!form && !page.content) return [];
      const messages =
        form && others.length === 0
          ? formMessages(form, page, site)
          : ["ci vuole una volta il modulo del parere (feedback)"];
      return messages.map((message) => [page.path, message] as const);
    }),
  );
}

function formMessages(form: HtmlElement, { lang }: BuiltPage, { source }: BuiltSite): string[] {
  const ratings = [1, 2, 3, 4, 5].filter((rating) => marked(form, `feedback-rate-${rating}`).length !== 1);
  const found = ratings.map((rating) => `feedback-rate-${rating}: ci vuole una volta`);
  if (marked(form, "feedback-input-text").length !== 1) found.push("feedback-input-text: ci vuole una volta");
  if (attributeOf(form.querySelector("form"), "method") !== "post")
    found.push('il modulo del parere ci vuole con method="post"');
  for (const { element, question, answers } of [FEEDBACK.positive, FEEDBACK.negative]) {
    const [followUp] = marked(form, element);
    const asked = followUp ? marked(followUp, "feedback-rating-question").map(textOf).join(" | ") : "";
    const offered = followUp ? marked(followUp, "feedback-rating-answer").map(textOf) : [];
    if (offered.length !== answers.length)
      found.push(`${element}: ci vogliono ${answers.length} risposte; qui sono ${offered.length}`);
    else if (lang === source)
      found.push(
        ...mismatch(element, answers.join(", "), offered.join(", ")),
        ...mismatch(element, question, asked),
      );
  }
  if (lang === source)
    found.push(
      ...mismatch(
        "feedback-title",
        FEEDBACK.question,
        marked(form, "feedback-title").map(textOf).join(" | "),
      ),
    );
  return found;
}
