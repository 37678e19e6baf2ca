import { parseYaml } from "../content-model/documents/yaml-document.ts";
import type { SourceDocument, ValuePath } from "../content-model/documents/source-document.ts";
import type { Problem } from "../content-model/problems/problem.ts";
import { checkSchema } from "../content-model/documents/schema-problems.ts";
import { publiccode, type Publiccode } from "./publiccode.ts";

/** Stands for a person or an address that nobody has named yet. */
const PLACEHOLDER = "da indicare";

export interface PubliccodeReport {
  /** The checked file; undefined when there are problems. */
  data: Publiccode | undefined;
  problems: readonly Problem[];
  /** What has to be filled in before the software is published. */
  warnings: Problem[];
}

/**
 * Checks a publiccode.yml against version 0.7 of the standard, and looks for placeholders.
 * @param file the path that messages name
 */
export function checkPubliccode(file: string, source: string): PubliccodeReport {
  const { document, problems } = parseYaml(file, source, 1);
  if (!document) return { data: undefined, problems, warnings: [] };
  const checked = checkSchema(publiccode, document);
  return { ...checked, warnings: checked.data ? placeholders(document, checked.data) : [] };
}

function placeholders(document: SourceDocument, data: Publiccode): Problem[] {
  const warn = (path: ValuePath, expected: string, found: string): Problem => ({
    file: document.file,
    line: document.lineOf(path),
    message: `prima di pubblicare il software ci vuole ${expected}; qui ${found}`,
  });
  const addresses = [["url", data.url] as const, ["landingURL", data.landingURL] as const];
  const contacts = data.maintenance.contacts ?? [];
  return [
    ...addresses
      .filter(([, address]) => address !== undefined && URL.parse(address)?.hostname.endsWith(".example"))
      .map(([key, address]) => warn([key], `l'indirizzo vero di «${key}»`, `c'è «${String(address)}»`)),
    ...contacts.flatMap(({ name }, index) =>
      name === PLACEHOLDER
        ? [warn(["maintenance", "contacts", index, "name"], "nome e cognome di chi lo cura", `c'è «${name}»`)]
        : [],
    ),
    ...(data.organisation === undefined
      ? [warn(["publiccodeYmlVersion"], "«organisation», l'ente che lo pubblica", "non c'è")]
      : []),
  ];
}
