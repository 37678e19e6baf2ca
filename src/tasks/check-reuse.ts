import { readFile } from "node:fs/promises";
import { checkPubliccode } from "../reuse/check-publiccode.ts";
import { printReport } from "./content-report.ts";

// npm run check:publiccode: whether publiccode.yml follows the standard, and what is still a placeholder in it.
const FILE = "publiccode.yml";

if (printReport(checkPubliccode(FILE, await readFile(FILE, "utf8")))) {
  console.log(`${FILE} segue lo standard, versione 0.7.`);
} else {
  process.exitCode = 1;
}
