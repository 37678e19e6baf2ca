import postcss from "postcss";

/**
 * Components of the framework that these pages do not use. PurgeCSS keeps them, because their names
 * occur as words elsewhere in the templates.
 */
const UNUSED = [
  /\b(?:address|code|output)\b/,
  /::-webkit-(?!details)|::file-selector|type=(?:search|date)/,
  /it-footer-main .*(?:it-brand|\bh[1-6]|label|section)/,
  /it-brand-wrapper a \.?h[23]/,
  /a\.(?:dropdown-toggle|navbar-brand)/,
  /\.btn\.(?:active|show)|fieldset:disabled/,
  /breadcrumb-item(?: i|\.active a)$/,
];

const SIDES = { left: "inline-start", right: "inline-end" } as const;

/** A property of one side, with what precedes and follows the side, such as `border-left-width`. */
const SIDED = /^(|margin-|padding-|border-)(left|right)(|-width|-style|-color)$/;

/**
 * Adapts Bootstrap Italia's style sheet to the site. Removes unused components and replaces left
 * and right with start and end, for languages that run from right to left. Keeps floats, because
 * those in use take the whole width.
 * @see https://drafts.csswg.org/css-logical-1/
 */
export function adaptBootstrapItalia(css: string): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const used = rule.selectors.filter((selector) => !UNUSED.some((part) => part.test(selector)));
    if (used.length === 0) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  });
  root.walkDecls(nameSidesByDirection);
  return root.toString();
}

function nameSidesByDirection(declaration: postcss.Declaration): void {
  const [, before = "", side, after = ""] = SIDED.exec(declaration.prop) ?? [];
  if (side === "left" || side === "right") {
    declaration.prop = `${before === "" ? "inset-" : before}${SIDES[side]}${after}`;
  }
  if (declaration.prop === "text-align") {
    declaration.value = declaration.value.replace(/^(left|right)\b/, (word) =>
      word === "left" ? "start" : "end",
    );
  }
}
