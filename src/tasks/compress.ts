import path from "node:path";
import { writeCopies } from "../hosting/compress.ts";
import { filesBelow } from "../hosting/finish-site.ts";

// `npm run compress` writes compressed copies of a built site beside its files, for a host that
// serves files as they are. The project's own server does not need them.
const folder = path.resolve(process.env["OUTPUT_DIR"] ?? "_site");
const files = await filesBelow(folder).catch(() => []);
if (files.length === 0) {
  console.error(`There is no built site in ${folder}. Run npm run build first, or set OUTPUT_DIR.`);
  process.exitCode = 1;
} else {
  console.log(`${await writeCopies(folder, files)} files in ${folder} have compressed copies.`);
}
