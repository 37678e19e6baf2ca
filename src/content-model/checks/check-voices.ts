import type { DraftPage } from "../reading/draft-page.ts";
import { textsAt } from "../documents/texts-at.ts";
import { firstContentLine, type Heading } from "../markdown/page-headings.ts";
import type { PlacedToken } from "../markdown/placed-tokens.ts";
import type { Problem } from "../problems/problem.ts";
import { isLinkToAnotherPage, VOICES } from "../schemas/voices.ts";
import type { Vocabulary } from "../schemas/vocabulary.ts";
import { oneOf, didYouMean, quote } from "../problems/wording.ts";
import { nearest } from "../problems/nearest.ts";
import { longestIncreasing } from "./longest-increasing.ts";

const LABELS = VOICES.map(({ label }) => label);

/** A heading with the position, in the model's order, of the voice that it is or was meant to be. */
interface FoundVoice extends Heading {
  position: number;
}

/** A service sheet has the model's voices: all the mandatory ones, in order, none empty, no others. */
export function checkVoices(
  { file, layout, lang, body, frontMatter }: DraftPage,
  offices: Vocabulary["offices"],
): Problem[] {
  // The labels are the Italian model's.
  if (layout !== "service" || lang !== "it" || !body) return [];
  if (firstContentLine(body.tokens, body.line, Infinity) === undefined) return [];
  const headings = body.headings.filter(({ level, top }) => level === 2 && top);
  const found = headings.flatMap((heading) => {
    const position = LABELS.indexOf(nearest(heading.text, LABELS) ?? "");
    return position === -1 ? [] : [{ ...heading, position }];
  });
  const first = found.filter(
    ({ position }, index) => found.findIndex((other) => other.position === position) === index,
  );
  const [contact] = textsAt(frontMatter, ["contacts", "*"]);
  const inOrder = longestIncreasing(first, ({ position }) => position);
  const problems = [
    ...textBefore(body.tokens, body.line, headings[0]),
    ...headings.flatMap((heading, index) => emptyVoice(body.tokens, heading, headings[index + 1])),
    ...headings.flatMap((heading, index) => voiceWithoutLink(body.tokens, heading, headings[index + 1])),
    ...headings.flatMap(unknownVoice),
    ...first.filter((voice) => !inOrder.includes(voice)).map((voice) => misplacedVoice(voice, first)),
    ...missingVoices(first, inOrder, body.line),
  ];
  // Where a voice is out of place its link is another's.
  const placed =
    problems.length > 0 ? problems : otherOffice(body.tokens, headings, offices.get(contact?.text ?? ""));
  return placed.map((problem) => ({ file, ...problem }));
}

type Placed = Omit<Problem, "file">;

function textBefore(tokens: readonly PlacedToken[], start: number, first: Heading | undefined): Placed[] {
  const line = firstContentLine(tokens, start, first?.line ?? Infinity);
  const message = `testo fuori dalle voci: ci vuole prima la voce ${quote(LABELS[0] ?? "")}; qui c'è già del testo`;
  return line === undefined ? [] : [{ line, message }];
}

function emptyVoice(
  tokens: readonly PlacedToken[],
  { text, line }: Heading,
  next: Heading | undefined,
): Placed[] {
  if (firstContentLine(tokens, line, next?.line ?? Infinity) !== undefined) return [];
  return [{ line, message: `voce vuota: ci vuole un testo sotto ${quote(text)}; qui non c'è niente` }];
}

/** The model wants some voices to lead on, to the booking page or to the office. */
function voiceWithoutLink(
  tokens: readonly PlacedToken[],
  { text, line }: Heading,
  next: Heading | undefined,
): Placed[] {
  if (!VOICES.some(({ label, linkElement }) => label === text && linkElement !== undefined)) return [];
  if (linkOf(tokens, line, next)) return [];
  return [
    {
      line,
      message: `voce senza collegamento: ci vuole un collegamento a un'altra pagina sotto ${quote(text)}; qui non c'è`,
    },
  ];
}

const AREA = VOICES.find(({ linkElement }) => linkElement === "service-area")?.label;

/** The office that the sheet names is the one that answers its own contact. */
function otherOffice(
  tokens: readonly PlacedToken[],
  headings: readonly Heading[],
  office: string | undefined,
): Placed[] {
  const index = headings.findIndex(({ text }) => text === AREA);
  const link = headings[index] && linkOf(tokens, headings[index].line, headings[index + 1]);
  const target = link?.token.attrGet("href") ?? "";
  if (!link || office === undefined || target.split("#")[0] === office) return [];
  const message = `ufficio diverso: ci vuole quello del contatto della pagina, ${quote(office)}; qui c'è ${quote(target)}`;
  return [{ line: link.line, message }];
}

/** The first link of a voice that leads to another page. */
function linkOf(
  tokens: readonly PlacedToken[],
  line: number,
  next: Heading | undefined,
): PlacedToken | undefined {
  return tokens.find(
    (placed) =>
      placed.line >= line && placed.line < (next?.line ?? Infinity) && isLinkToAnotherPage(placed.token),
  );
}

function unknownVoice({ text, line }: Heading): Placed[] {
  if (LABELS.includes(text)) return [];
  const hint = didYouMean(text, LABELS);
  const message = `voce sconosciuta: ci vuole ${oneOf(LABELS, "una")}; qui c'è ${quote(text)}${hint}`;
  return [{ line, message }];
}

function misplacedVoice({ text, line, position }: FoundVoice, all: readonly FoundVoice[]): Placed {
  const previous = all
    .filter((other) => other.position < position)
    .sort((a, b) => b.position - a.position)[0];
  const expected = previous ? `dopo ${quote(previous.text)}` : "per prima";
  const above = all.filter((other) => other.line < line).at(-1);
  const actual = above ? `dopo ${quote(above.text)}` : "per prima";
  return { line, message: `voce fuori posto: ci vuole ${quote(text)} ${expected}; qui viene ${actual}` };
}

/** A missing voice is reported where it should follow: at the voice before it, else at the start of the body. */
function missingVoices(all: readonly FoundVoice[], inOrder: readonly FoundVoice[], start: number): Placed[] {
  return VOICES.flatMap(({ label, mandatory }, position) => {
    if (!mandatory || all.some((voice) => voice.position === position)) return [];
    const previous = inOrder.filter((voice) => voice.position < position).at(-1);
    const place = previous ? `dopo ${quote(previous.text)}` : "per prima";
    return [
      {
        line: previous?.line ?? start,
        message: `voce mancante: ci vuole ${quote(`## ${label}`)} ${place}; qui non c'è`,
      },
    ];
  });
}
