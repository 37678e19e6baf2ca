import postcss from "postcss";

const SIDES = { left: "inline-start", right: "inline-end" } as const;

/** A property of one side, with what stands before and after the side: `border-left-width`. */
const SIDED = /^(|margin-|padding-|border-)(left|right)(|-width|-style|-color)$/;

/**
 * Bootstrap Italia names left and right; the pages of languages that run from right to left need start and end.
 * Floats stay: those that are used take the whole width.
 * @see https://drafts.csswg.org/css-logical-1/
 */
export function toLogicalProperties(css: string): string {
  const root = postcss.parse(css);
  root.walkDecls((declaration) => {
    const [, before = "", side, after = ""] = SIDED.exec(declaration.prop) ?? [];
    if (side === "left" || side === "right") {
      declaration.prop = `${before === "" ? "inset-" : before}${SIDES[side]}${after}`;
    }
    if (declaration.prop === "text-align") {
      declaration.value = declaration.value.replace(/^(left|right)\b/, (word) =>
        word === "left" ? "start" : "end",
      );
    }
  });
  return root.toString();
}
