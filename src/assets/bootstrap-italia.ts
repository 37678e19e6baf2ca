import postcss from "postcss";

/**
 * Components of the framework that these pages do not use. PurgeCSS keeps them, because their names
 * occur as words elsewhere in the templates.
 */
const UNUSED = [
  /\b(?:address|code|output)\b/,
  /::-webkit-(?!details)|::file-selector|type=(?:search|date)/,
  /it-footer-main .*(?:it-brand|\bh[1-6]|label|section)/,
  /a\.(?:dropdown-toggle|navbar-brand)/,
  /^\.h[12]$|\.?\b(?:mark|small)\b|^d[dt]$/,
  /^\.invisible$/,
  /\[role=|::-moz-|a:not\(|:focus:not|footer \.?h4|skiplinks ul/,
];

const SIDES = { left: "inline-start", right: "inline-end", top: "block-start", bottom: "block-end" } as const;

const SIZES = { width: "inline-size", height: "block-size" } as const;

/** A property of one side, with what precedes and follows the side, such as `border-left-width`. */
const SIDED = /^(|margin-|padding-|border-)(left|right|top|bottom)(|-width|-style|-color)$/;

const SIZED = /^(|min-|max-)(width|height)$/;

/**
 * Adapts Bootstrap Italia's style sheet to the site. Removes unused components and names sides and
 * sizes by the direction of writing, for languages that run from right to left, and because the
 * site's own styles name them so. Keeps floats, because those in use take the whole width.
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
  declaration.prop = declaration.prop
    .replace(
      SIDED,
      (_prop, before: string, side: keyof typeof SIDES, after: string) =>
        `${before === "" ? "inset-" : before}${SIDES[side]}${after}`,
    )
    .replace(SIZED, (_prop, before: string, size: keyof typeof SIZES) => before + SIZES[size]);
  if (declaration.prop === "text-align") {
    declaration.value = declaration.value.replace(/^(left|right)\b/, (word) =>
      word === "left" ? "start" : "end",
    );
  }
}
