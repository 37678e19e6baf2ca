import type { BuiltSite } from "./built-site.ts";
import { feedbackFindings } from "./feedback-markup.ts";
import type { Finding } from "./finding.ts";
import { headerFooterFindings } from "./header-footer.ts";
import { languageFindings } from "./languages.ts";
import { licenceFindings } from "./legal-notes.ts";
import { linkFindings } from "./links.ts";
import { pageFindings } from "./page-head.ts";
import { sectionFindings } from "./sections.ts";
import { servicePageFindings } from "./service-page.ts";
import { structuredDataFindings } from "./structured-data.ts";
import { htmlFindings } from "./valid-html.ts";

/** The checks of a built site that need no browser. */
export const FILE_CHECKS: readonly ((site: BuiltSite) => Finding[] | Promise<Finding[]>)[] = [
  pageFindings,
  htmlFindings,
  linkFindings,
  languageFindings,
  headerFooterFindings,
  sectionFindings,
  servicePageFindings,
  feedbackFindings,
  licenceFindings,
  structuredDataFindings,
];
