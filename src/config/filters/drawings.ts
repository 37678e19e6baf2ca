import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { qrCode } from "../../assets/qr-code.ts";

const require = createRequire(import.meta.url);

/** Drawings that stand in the page itself. */
export const drawingFilters = { iconPath, qrCode };

/** One of Bootstrap Italia's icons as a single path; `name` is its file name without "it-". */
function iconPath(name: string): string {
  const svg = readFileSync(require.resolve(`bootstrap-italia/src/svg/it-${name}.svg`), "utf8");
  const shapes = [...svg.matchAll(/<path[^>]*\sd="([^"]+)"/g)].map(([, shape = ""]) =>
    shape.replace(/\s+/g, " "),
  );
  return `<path d="${shapes.join("")}"/>`;
}
