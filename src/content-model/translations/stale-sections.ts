import type { StaleSection } from "../reading/content-page.ts";
import type { DraftPage } from "../reading/draft-page.ts";
import type { SectionMatch } from "./match-sections.ts";
import { FRONT_TEXTS } from "./source-sections.ts";

/**
 * What a page says of the sections in which it does not follow its source as it is.
 * @param page with the anchors of its source.
 * @param changed sections that do not match.
 */
export function staleSections(
  { frontMatter, body }: Pick<DraftPage, "frontMatter" | "body">,
  changed: readonly SectionMatch[],
): StaleSection[] {
  const headings = body?.headings ?? [];
  const start = body?.line ?? 1;
  return changed.map(({ section, followed }) => {
    const id = section?.id ?? followed?.id ?? "";
    const heading = headings.find((own) => own.id === id);
    return {
      id,
      label: section?.label ?? heading?.text ?? id,
      line: id === FRONT_TEXTS ? (frontMatter?.lineOf(["title"]) ?? 1) : (heading?.line ?? start),
      followed: followed?.revision,
      current: section?.revision,
    };
  });
}
