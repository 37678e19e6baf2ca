import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Icons from "@mdi/js";
import type { SymbolName } from "../../content-model/schemas/symbols.ts";
import { memoize } from "../../shared/memoize.ts";

const require = createRequire(import.meta.url);

/** Material Design Icons by Pictogrammers, Apache 2.0: https://pictogrammers.com/library/mdi/ */
const ICONS: Readonly<Record<SymbolName, Exclude<keyof typeof Icons, "default">>> = {
  aiuto: "mdiHandHeart",
  ascolto: "mdiEarHearing",
  bambino: "mdiHumanChild",
  calendario: "mdiCalendarMonth",
  casa: "mdiHomeMapMarker",
  documento: "mdiCardAccountDetails",
  domanda: "mdiAccountQuestion",
  gravidanza: "mdiHumanPregnant",
  indicazioni: "mdiSignDirection",
  informazioni: "mdiInformation",
  lettura: "mdiBookOpenPageVariant",
  operatore: "mdiFaceAgent",
  orologio: "mdiClockOutline",
  parlare: "mdiAccountVoice",
  percorso: "mdiMapMarkerPath",
  persone: "mdiAccountGroup",
  pratiche: "mdiClipboardList",
  protezione: "mdiShieldAccount",
  soldi: "mdiCurrencyEur",
  telefono: "mdiPhone",
  urgenza: "mdiClockAlert",
};

/** The path data of a symbol, 24 units wide and high. */
export function symbolPath(name: SymbolName): string {
  // Loaded on first use, because this takes a third of a second.
  return (require("@mdi/js") as typeof Icons)[ICONS[name]];
}

/**
 * An icon of Bootstrap Italia as a single path.
 * @param name its file name without "it-"
 */
export const iconPath = memoize((name: string): string => {
  const svg = readFileSync(require.resolve(`bootstrap-italia/src/svg/it-${name}.svg`), "utf8");
  const shapes = [...svg.matchAll(/<path[^>]*\sd="([^"]+)"/g)].map(([, shape = ""]) =>
    shape.replace(/\s+/g, " "),
  );
  return `<path d="${shapes.join("")}"/>`;
});
