import { HtmlValidate, StaticConfigLoader } from "html-validate";
import type { BuiltSite } from "./built-site.ts";
import { about, type Finding } from "./finding.ts";
import { DOCUMENT_RULES } from "./html-rules.ts";

const validator = new HtmlValidate(new StaticConfigLoader(DOCUMENT_RULES));

/**
 * Reports invalid HTML by the rule's name. Contents contain no HTML, so only templates can be at
 * fault.
 */
export async function htmlFindings({ pages }: BuiltSite): Promise<Finding[]> {
  const found: [string, string][] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
      found.push([path, `regola «${ruleId}», ${selector ?? "documento"}: ${message}`]);
  }
  return about("HTML valido", found);
}
