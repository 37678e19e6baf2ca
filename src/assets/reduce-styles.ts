import postcss from "postcss";

/** A style sheet for screens, and its rules for paper. */
export interface Sheets {
  screen: string;
  print: string;
}

/** Shorthands that set every longhand whose name begins with theirs. */
const SHORTHANDS = ["margin", "padding"].flatMap((name) => [name, `${name}-block`, `${name}-inline`]);

/**
 * Finds the custom properties that only `:root` sets. Each has one value in the whole document, the
 * last one.
 */
export function constantsOf(css: string): Map<string, string> {
  const constants = new Map<string, string>();
  const variables = new Set<string>();
  postcss.parse(css).walkDecls(/^--/, ({ parent, prop, value }) => {
    const isGlobal = parent instanceof postcss.Rule && parent.selector === ":root";
    if (isGlobal && parent.parent?.type === "root") constants.set(prop, value.trim());
    else variables.add(prop);
  });
  return new Map([...constants].filter(([name]) => !variables.has(name)));
}

/** Writes constants out wherever they are used. */
export function inlineConstants(css: string, constants: ReadonlyMap<string, string>): string {
  const inlined = css.replace(/var\((--[\w-]+)\)/g, (use, name: string) => constants.get(name) ?? use);
  return inlined === css ? css : inlineConstants(inlined, constants);
}

/**
 * Removes declarations that never show, because a later rule for the same selectors sets the same
 * property for every medium that the first one is for. Two declarations in one rule stay: the first
 * is for browsers that do not know the second.
 */
export function dropOverridden(css: string): string {
  const root = postcss.parse(css);
  const rules: postcss.Rule[] = [];
  root.walkRules((rule) => void rules.push(rule));
  const later = new Map<string, postcss.Declaration[]>();
  for (const rule of rules.reverse()) {
    const declarations = rule.nodes.filter((node) => node instanceof postcss.Declaration);
    for (const declaration of declarations) {
      const isOverridden = (selector: string) =>
        later.get(selector)?.some((candidate) => overrides(candidate, declaration));
      if (rule.selectors.every(isOverridden)) declaration.remove();
    }
    for (const selector of rule.selectors)
      later.set(selector, [...(later.get(selector) ?? []), ...declarations]);
  }
  return root.toString();
}

function overrides(later: postcss.Declaration, earlier: postcss.Declaration): boolean {
  const isSame = later.prop === earlier.prop;
  const isShorthand = SHORTHANDS.includes(later.prop) && earlier.prop.startsWith(`${later.prop}-`);
  if (!(isSame || isShorthand) || (earlier.important && !later.important)) return false;
  return ["", mediumOf(earlier)].includes(mediumOf(later));
}

/** The conditions of the at-rules around a declaration. Empty if it always applies. */
function mediumOf({ parent }: postcss.Declaration): string {
  const conditions: string[] = [];
  for (let node: postcss.Node | undefined = parent?.parent; node; node = node.parent) {
    if (node instanceof postcss.AtRule) conditions.push(`@${node.name} ${node.params}`);
  }
  return conditions.join();
}

/** Takes the rules for paper out of a style sheet, for a file that screens do not wait for. */
export function splitPrint(css: string): Sheets {
  const screen = postcss.parse(css);
  const print = postcss.root();
  screen.walkAtRules("media", (rule) => {
    if (rule.params !== "print") return;
    print.append(rule.nodes ?? []);
    rule.remove();
  });
  return { screen: screen.toString(), print: print.toString() };
}
