import { HtmlValidate, StaticConfigLoader } from "html-validate/node";
import { FRAGMENT_RULES } from "../../../src/site-checks/html-rules.ts";

const validator = new HtmlValidate(new StaticConfigLoader(FRAGMENT_RULES));

/** The validator's findings in a part of a page, one a line. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
