import type { ConfigData } from "html-validate";

const PRESETS = ["html-validate:recommended", "html-validate:standard"];

/** The rules of valid HTML for a part of a page. */
export const FRAGMENT_RULES: ConfigData = {
  extends: PRESETS,
  rules: {
    // Prettier writes it in lower case.
    "doctype-style": ["error", { style: "lowercase" }],
    // Trailing white space is valid and invisible. Templates leave some where a page has no text.
    "no-trailing-whitespace": "off",
    // Integrity hashes protect against other people's servers. The site serves its own files.
    "require-sri": ["error", { target: "crossorigin" }],
    // Bootstrap Italia's classes keep a number on one line, unless it is longer than the line, and
    // let it be copied without non-breaking spaces. In a button the words before it may wrap.
    "tel-non-breaking": [
      "error",
      { ignoreClasses: ["d-inline-block", "d-inline-flex", "it-header-phone", "btn"] },
    ],
  },
};

/** The rules of valid HTML for a whole page. */
export const DOCUMENT_RULES: ConfigData = {
  extends: [...PRESETS, "html-validate:document"],
  rules: {
    ...FRAGMENT_RULES.rules,
    // Search engines shorten long titles, but people who hear a title need all of it.
    "long-title": "off",
  },
};
