import { textsAt } from "../documents/source-document.ts";
import { firstTextLine, lineOf, firstOutgoingLink, type Section } from "../markdown/section.ts";
import { nearest } from "../problems/nearest.ts";
import type { Finding, Problem } from "../problems/problem.ts";
import { oneOf, didYouMean, quote } from "../problems/wording.ts";
import type { KnownNames } from "../reading/known-names.ts";
import type { PartialPage } from "../reading/page.ts";
import { MODEL_SECTIONS } from "../schemas/model-sections.ts";

const LABELS = MODEL_SECTIONS.map(({ label }) => label);

/**
 * A section with the position, in the model's order, of the model section that it is or was meant
 * to be.
 */
interface FoundSection extends Section {
  position: number;
}

/**
 * Checks that a service page has all mandatory model sections in order, and no empty or unknown
 * ones.
 */
export function checkModelSections(
  { file, layout, lang, sections: all = [], frontMatter }: PartialPage,
  offices: KnownNames["offices"],
): Problem[] {
  // The labels are those of the Italian model. For a page without text there is another check.
  if (layout !== "service" || lang !== "it") return [];
  if (all.every((section) => firstTextLine(section) === undefined)) return [];
  const [opening, ...sections] = all;
  const found = sections.flatMap((section) => {
    const position = LABELS.indexOf(nearest(section.label, LABELS) ?? "");
    return position === -1 ? [] : [{ ...section, position }];
  });
  const first = found.filter(
    ({ position }, index) => found.findIndex((other) => other.position === position) === index,
  );
  const [contact] = textsAt(frontMatter, ["contacts", "*"]);
  const inOrder = longestIncreasing(first, ({ position }) => position);
  const problems = [
    ...textBefore(opening),
    ...sections.flatMap(emptySection),
    ...sections.flatMap(sectionWithoutLink),
    ...sections.flatMap(unknownSection),
    ...first
      .filter((section) => !inOrder.includes(section))
      .map((section) => misplacedSection(section, first)),
    ...missingSections(first, inOrder, opening?.line ?? 1),
  ];
  // While sections are out of place, the link may belong to another section.
  const placed = problems.length > 0 ? problems : wrongOffice(sections, offices.get(contact?.text ?? ""));
  return placed.map((problem) => ({ file, ...problem }));
}

function textBefore(opening: Section | undefined): Finding[] {
  const line = opening && firstTextLine(opening);
  const message = `testo fuori dalle voci: ci vuole prima la voce ${quote(LABELS[0] ?? "")}; qui c'è già del testo`;
  return line === undefined ? [] : [{ line, message }];
}

function emptySection(section: Section): Finding[] {
  const { label, line } = section;
  if (firstTextLine(section) !== undefined) return [];
  return [{ line, message: `voce vuota: ci vuole un testo sotto ${quote(label)}; qui non c'è niente` }];
}

/**
 * The model requires some sections to have a link, such as one to the booking page or the office.
 */
function sectionWithoutLink(section: Section): Finding[] {
  const { label, line } = section;
  if (!MODEL_SECTIONS.some((model) => model.label === label && model.linkElement !== undefined)) return [];
  if (firstOutgoingLink(section)) return [];
  return [
    {
      line,
      message: `voce senza collegamento: ci vuole un collegamento a un'altra pagina sotto ${quote(label)}; qui non c'è`,
    },
  ];
}

const AREA = MODEL_SECTIONS.find(({ linkElement }) => linkElement === "service-area")?.label;

/** Checks that the office named on the page is the one that answers the page's contact. */
function wrongOffice(sections: readonly Section[], office: string | undefined): Finding[] {
  const area = sections.find(({ label }) => label === AREA);
  const link = area && firstOutgoingLink(area);
  const target = link?.attrGet("href") ?? "";
  if (!link || office === undefined || target.split("#")[0] === office) return [];
  const message = `ufficio diverso: ci vuole quello del contatto della pagina, ${quote(office)}; qui c'è ${quote(target)}`;
  return [{ line: lineOf(link), message }];
}

function unknownSection({ label, line }: Section): Finding[] {
  if (LABELS.includes(label)) return [];
  const hint = didYouMean(label, LABELS);
  const message = `voce sconosciuta: ci vuole ${oneOf(LABELS, "una")}; qui c'è ${quote(label)}${hint}`;
  return [{ line, message }];
}

function misplacedSection({ label, line, position }: FoundSection, all: readonly FoundSection[]): Finding {
  const previous = all
    .filter((other) => other.position < position)
    .sort((a, b) => b.position - a.position)[0];
  const expected = previous ? `dopo ${quote(previous.label)}` : "per prima";
  const above = all.filter((other) => other.line < line).at(-1);
  const actual = above ? `dopo ${quote(above.label)}` : "per prima";
  return { line, message: `voce fuori posto: ci vuole ${quote(label)} ${expected}; qui viene ${actual}` };
}

/**
 * Finds missing sections. Each is reported at the section that it should follow, otherwise at the
 * start of the page's text.
 */
function missingSections(
  all: readonly FoundSection[],
  inOrder: readonly FoundSection[],
  start: number,
): Finding[] {
  return MODEL_SECTIONS.flatMap(({ label, mandatory }, position) => {
    if (!mandatory || all.some((section) => section.position === position)) return [];
    const previous = inOrder.filter((section) => section.position < position).at(-1);
    const place = previous ? `dopo ${quote(previous.label)}` : "per prima";
    return [
      {
        line: previous?.line ?? start,
        message: `voce mancante: ci vuole ${quote(`## ${label}`)} ${place}; qui non c'è`,
      },
    ];
  });
}

/**
 * The longest subsequence of increasing rank. The items that it leaves out are the fewest that must
 * move to put all in order.
 */
function longestIncreasing<Item>(items: readonly Item[], rank: (item: Item) => number): Item[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const before = runs.filter((run) => run.every((other) => rank(other) < rank(item)));
    runs.push([...longest(before), item]);
  }
  return longest(runs);
}

function longest<Item>(runs: readonly Item[][]): Item[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}
