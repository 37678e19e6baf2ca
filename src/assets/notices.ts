import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * Third-party works that are part of the published site, each with the package and file of its
 * licence.
 */
const WORKS = [
  {
    title: "Titillium Web (carattere, ridotto ai segni in uso)",
    package: "bootstrap-italia",
    file: "dist/fonts/Titillium_Web/OFL.txt",
  },
  { title: "Bootstrap Italia (stili e icone)", package: "bootstrap-italia", file: "LICENSE" },
  { title: "Material Design Icons (simboli della versione facile)", package: "@mdi/js", file: "LICENSE" },
];

/**
 * Bootstrap Italia contains Bootstrap and names it only in a CSS comment, which minifying removes.
 */
const BOOTSTRAP = `Bootstrap (stili, dentro Bootstrap Italia)

Copyright 2011-2022 The Bootstrap Authors

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

const RULE = "-".repeat(72);

/**
 * Collects the licences of third-party works, each of which must accompany its work.
 * @throws Error when a package has no licence file
 */
export async function thirdPartyNotices(): Promise<string> {
  const licences = await Promise.all(
    WORKS.map(async ({ title, package: name, file }) => {
      const folder = dirname(require.resolve(`${name}/package.json`));
      return `${title}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
    }),
  );
  const introduction = "In questo sito ci sono opere di altri. Ecco quali, e a quali condizioni.\n";
  return [introduction, ...licences, BOOTSTRAP].join(`\n${RULE}\n\n`);
}
