import { wilsonInterval } from "../../shared/wilson.ts";

const format = new Intl.NumberFormat("it", { style: "percent" });

/** Ratings of some time, and how many of them were 4 or 5. */
export interface Ratings {
  positive: number;
  total: number;
}

export function addUp(some: readonly Ratings[]): Ratings {
  return {
    positive: some.reduce((sum, { positive }) => sum + positive, 0),
    total: some.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The share of 4 and 5 in Italian, such as «80% (8 su 10)». */
export function shareInWords({ positive, total }: Ratings): string {
  return total === 0 ? "nessun voto" : `${percent(positive / total)} (${positive} su ${total})`;
}

/** The share and what it may be in truth, such as «80%, cioè 8 su 10 (fra 49% e 94%)». */
export function intervalInWords({ positive, total }: Ratings): string {
  if (total === 0) return "nessun voto";
  const { low, high } = wilsonInterval(positive, total);
  return `${percent(positive / total)}, cioè ${positive} su ${total} (fra ${percent(low)} e ${percent(high)})`;
}

function percent(share: number): string {
  return format.format(share);
}
