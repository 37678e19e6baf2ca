import type { ConfigData } from "html-validate";

const PRESETS = ["html-validate:recommended", "html-validate:standard"];

/** What valid HTML is for a part of a page. */
export const FRAGMENT_RULES: ConfigData = {
  extends: PRESETS,
  rules: {
    // As Prettier writes it.
    "doctype-style": ["error", { style: "lowercase" }],
    // Valid, and seen by nobody: a template leaves some where a page has no text.
    "no-trailing-whitespace": "off",
    // Integrity hashes guard against other people's servers; the site's own files come with the page itself.
    "require-sri": ["error", { target: "crossorigin" }],
    // Bootstrap Italia's class keeps a number on one line as non-breaking spaces do, and it can be copied as it is.
    // In a button it is on the number alone: the words before it may take another line.
    "tel-non-breaking": ["error", { ignoreClasses: ["text-nowrap", "btn"] }],
  },
};

/** What valid HTML is for a whole page. */
export const DOCUMENT_RULES: ConfigData = {
  extends: [...PRESETS, "html-validate:document"],
  rules: {
    ...FRAGMENT_RULES.rules,
    // Search engines cut what is longer; whoever hears it is better served by the whole than by half of it.
    "long-title": "off",
  },
};
