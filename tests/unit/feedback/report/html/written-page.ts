import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { parseHtml } from "../../../../../src/site-checks/document.ts";
import { DOCUMENT_RULES } from "../../../../../src/site-checks/html-rules.ts";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    ...DOCUMENT_RULES,
    // Prettier closes void elements inside templates of TypeScript.
    rules: { ...DOCUMENT_RULES.rules, "void-style": "off" },
  }),
);

/** What is wrong with a document: invalid HTML, a script, a style or an event in an attribute. */
export async function problemsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  const found = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}, ${selector ?? "document"}: ${message}`),
  );
  const document = parseHtml(page);
  const active = document
    .querySelectorAll("*")
    .filter(
      (element) =>
        ["script", "iframe", "img"].includes(element.tagName) ||
        element.attributes.some(({ key }) => key === "style" || key.startsWith("on")),
    );
  return [...found, ...active.map(({ tagName }) => `<${tagName}> that does or styles something by itself`)];
}
