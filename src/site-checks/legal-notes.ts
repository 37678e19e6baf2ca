import type { BuiltSite } from "./built-site.ts";
import { marked, textOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { mismatch } from "./words.ts";

/** Reports pages whose content licence differs from the text in the data, which is the model's. */
export function licenceFindings({ pages, facts }: BuiltSite): Finding[] {
  const { title, paragraphs } = facts.site.contentLicense;
  return about(
    "Modello nazionale",
    pages.flatMap(({ path, document }) => {
      const body = marked(document, "legal-notes-body").map(textOf).join(" ");
      const section = marked(document, "legal-notes-section").map(textOf).join(" ");
      if (body === "" && section === "") return [];
      const messages = [
        ...mismatch("legal-notes-section", title, section),
        ...mismatch("legal-notes-body", paragraphs.join(" "), body),
      ];
      return messages.map((message) => [path, message] as const);
    }),
  );
}
