import satisfies from "spdx-satisfies";
import type { Component } from "./bill-of-materials.ts";

/** Where a licence may stand: in whatever we hand on, or only in programs that check our work. */
type Place = "anywhere" | "tools";

const PERMISSIVE = "permissive: asks for its notice only";

/**
 * The licences that fit EUPL-1.2, and why. Those of its appendix are "compatible licences": a work that joins both
 * may be handed on under them.
 * @see https://interoperable-europe.ec.europa.eu/collection/eupl/matrix-eupl-compatible-open-source-licences
 */
export const ALLOWED_LICENCES: Readonly<Record<string, { place: Place; reason: string }>> = {
  "0BSD": { place: "anywhere", reason: "permissive: asks for nothing" },
  "Apache-2.0": { place: "anywhere", reason: PERMISSIVE },
  "BlueOak-1.0.0": { place: "anywhere", reason: PERMISSIVE },
  "BSD-2-Clause": { place: "anywhere", reason: PERMISSIVE },
  "BSD-3-Clause": { place: "anywhere", reason: PERMISSIVE },
  "CC-BY-3.0": { place: "anywhere", reason: "data, not code: asks to name the source" },
  "CC0-1.0": { place: "anywhere", reason: "public domain" },
  "EUPL-1.2": { place: "anywhere", reason: "our own" },
  "GPL-3.0": { place: "tools", reason: "in the appendix; handed on, it would be the licence of the whole" },
  "LGPL-3.0-or-later": {
    place: "tools",
    reason: "in the appendix; a library that may be exchanged for another",
  },
  ISC: { place: "anywhere", reason: PERMISSIVE },
  MIT: { place: "anywhere", reason: PERMISSIVE },
  "MIT-0": { place: "anywhere", reason: "permissive: asks for nothing" },
  "MPL-2.0": { place: "anywhere", reason: "in the appendix; binds its own files only" },
  "OFL-1.1": { place: "anywhere", reason: "fonts, handed on beside the work under their own licence" },
  "PSF-2.0": { place: "anywhere", reason: PERMISSIVE },
  "Python-2.0": { place: "anywhere", reason: PERMISSIVE },
  Unlicense: { place: "anywhere", reason: "public domain" },
  Zlib: { place: "anywhere", reason: PERMISSIVE },
};

/** What the files of a package say, where its package.json says nothing that SPDX knows. One version at a time. */
const READ_IN_FILES: Readonly<Record<string, string>> = {
  "@netlify/binary-info@1.0.0": "Apache-2.0",
  "callsite@1.0.0": "MIT",
};

const ANYWHERE = allowedIn("anywhere");
const TOOLS = allowedIn("tools");

function allowedIn(place: Place): string[] {
  return Object.entries(ALLOWED_LICENCES)
    .filter(([, licence]) => licence.place === "anywhere" || place === "tools")
    .map(([id]) => id);
}

/**
 * One line for each component whose licence is not one of {@link ALLOWED_LICENCES}.
 * @returns nothing when all fit
 */
export function licenceProblems(components: readonly Component[]): string[] {
  return components.flatMap(({ name, version, licence: declared, tool }) => {
    const which = `${name} ${version}`;
    const licence = declared ?? READ_IN_FILES[`${name}@${version}`];
    if (licence === undefined)
      return [
        `${which}: its package.json names no licence. Look for one in its files, and note it in src/reuse/licences.ts.`,
      ];
    if (!isLicenceExpression(licence)) return [`${which}: "${licence}" is not an SPDX licence expression.`];
    if (satisfies(licence, tool ? TOOLS : ANYWHERE)) return [];
    return [
      satisfies(licence, TOOLS)
        ? `${which}: ${licence} is allowed for tools only, and this is a dependency of the running site.`
        : `${which}: ${licence} is not among the licences that were found to fit EUPL-1.2.`,
    ];
  });
}

/** Whether a text is a licence expression such as `MIT` or `(ISC AND CC-BY-3.0)`. */
export function isLicenceExpression(text: string): boolean {
  try {
    satisfies(text, ANYWHERE);
    return true;
  } catch {
    return false;
  }
}
