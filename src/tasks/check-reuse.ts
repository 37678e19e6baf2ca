import { readFile } from "node:fs/promises";
import { checkPubliccode } from "../reuse/check-publiccode.ts";
import { contactWarnings } from "../reuse/contact-warnings.ts";
import { printReport } from "./content-report.ts";

// npm run check:reuse: whether publiccode.yml follows the standard, and what whoever takes the software over must fill in.
const PUBLICCODE = "publiccode.yml";
const CONTACTS = ["CODE_OF_CONDUCT.md", "SECURITY.md"];

const { problems, warnings } = checkPubliccode(PUBLICCODE, await readFile(PUBLICCODE, "utf8"));
const contacts = await Promise.all(
  CONTACTS.map(async (file) => contactWarnings(file, await readFile(file, "utf8"))),
);

if (printReport({ problems, warnings: [...warnings, ...contacts.flat()] })) {
  console.log(`${PUBLICCODE} segue lo standard, versione 0.7.`);
} else {
  process.exitCode = 1;
}
