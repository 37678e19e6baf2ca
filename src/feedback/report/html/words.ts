/** What the figures say, in sentences. */
import type { Figures } from "../figures.ts";
import type { PageReport } from "../report.ts";
import { decimal, percent, percentWith, quantity } from "./italian.ts";

/** With fewer ratings than these, a share says more of chance than of the page. */
export const FEW = 5;

/** True if there are enough ratings for a share, a chart or a comparison. */
export function isEnough({ ratings }: Figures): boolean {
  return ratings >= FEW;
}

/** How many ratings there are: `312 valutazioni`. */
function ratingsText({ ratings }: Figures): string {
  return ratings === 0 ? "Ancora nessuna valutazione" : quantity(ratings, "valutazione", "valutazioni");
}

/**
 * What the figures say: `312 valutazioni. Per 8 su 10 le pagine sono chiare: fra il 74 % e l’83 %.`
 * @param clear what is clear, such as `le pagine sono chiare`
 */
export function figuresText(figures: Figures, clear: string): string {
  const { share, mean } = figures;
  if (share === null) return `${ratingsText(figures)}.`;
  if (!isEnough(figures)) return `${ratingsText(figures)}: poche per dire di più.`;
  const sentences = [
    `${ratingsText(figures)}.`,
    `Per ${peopleText(share.value)} ${clear}: ${rangeText(share)}.`,
    mean === null ? "" : `Voto medio ${decimal(mean)} su 5.`,
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

/** The share of high ratings for a cell of a table: `60 %, fra il 53 % e il 66 %`. */
export function shareText(figures: Figures): string {
  const { share } = figures;
  return share !== null && isEnough(figures)
    ? `${percent(share.value)}, ${rangeText(share)}`
    : "poche per dirlo";
}

/** Between which shares the true one is, most likely: `fra il 74 % e l’83 %`. */
export function rangeText({ low, high }: { low: number; high: number }): string {
  return `fra ${percentWith("il", low)} e ${percentWith("il", high)}`;
}

/** A share in people: `8 su 10`. Nobody is rounded away: one of many is not none. */
function peopleText(share: number): string {
  if (share === 0) return "nessuno";
  if (share === 1) return "tutti";
  const tenths = Math.round(share * 10);
  if (tenths === 0) return "meno di 1 su 10";
  return tenths === 10 ? "quasi tutti" : `${tenths} su 10`;
}

/**
 * Compares the ratings before and after the page's last change. It speaks of better or worse only
 * where the intervals are apart.
 * @returns undefined if there is nothing to compare
 */
export function changeText({ before, after }: PageReport): string | undefined {
  if (!before?.share || !after?.share) return undefined;
  const numbers = `Prima dell’ultima modifica ${countText(before)}, dopo ${countText(after)}`;
  if (!isEnough(before) || !isEnough(after)) return `${numbers}: poche per un confronto.`;
  if (after.share.low > before.share.high) return `${numbers}: la pagina è migliorata.`;
  if (after.share.high < before.share.low) return `${numbers}: la pagina è peggiorata.`;
  return `${numbers}: la differenza può essere un caso.`;
}

/** How many ratings are high: `24 voti alti su 40 (60 %)`. */
function countText({ positive, ratings, share }: Figures): string {
  const part = ratings >= FEW && share !== null ? ` (${percent(share.value)})` : "";
  return `${quantity(positive, "voto alto", "voti alti")} su ${ratings}${part}`;
}

/** Bounds of the Gulpease index from which on a text is easy for who has that schooling. */
const EASY_FOR_ALL = 80;
const EASY_FOR_MIDDLE_SCHOOL = 60;
const EASY_FOR_HIGH_SCHOOL = 40;

/**
 * Who reads a text with ease, by its Gulpease index.
 * @see Lucisano, Piemontese, "Gulpease: una formula per la predizione della difficoltà dei testi in
 * lingua italiana", Scuola e città 39, 1988
 */
export function readabilityText(gulpease: number): string {
  if (gulpease >= EASY_FOR_ALL) return "facile anche per chi ha solo la licenza elementare";
  if (gulpease >= EASY_FOR_MIDDLE_SCHOOL) return "facile per chi ha la licenza media";
  if (gulpease >= EASY_FOR_HIGH_SCHOOL) return "facile solo per chi ha un diploma";
  return "difficile per quasi tutti";
}
