import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * The hashes of the texts that SPDX publishes, with LF line endings. An edited text would be a
 * different licence.
 */
const SHA_256 = {
  "EUPL-1.2": "57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4",
  "CC-BY-4.0": "d557539df68e771cc1eedcc91d13f70fca930e508d11eedcafa4b15db49e3744",
};

const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

it.each(Object.entries(SHA_256))("LICENSES has the text of %s, unaltered", (id, hash) => {
  expect(sha256(`LICENSES/${id}.txt`)).toBe(hash);
});

it("LICENSE, where everyone looks first, is the code's licence", () => {
  expect(sha256("LICENSE")).toBe(SHA_256["EUPL-1.2"]);
});

it("REUSE.toml gives a licence to every file, and has the text of each that it names", () => {
  const annotations = readFileSync("REUSE.toml", "utf8");
  const named = [...annotations.matchAll(/^SPDX-License-Identifier = "(.+)"$/gm)].map(([, id]) => id);
  expect(annotations).toContain('path = "**"');
  expect(named.toSorted()).toEqual(
    globSync("LICENSES/*.txt")
      .map((file) => file.replace(/^LICENSES\/(.+)\.txt$/, "$1"))
      .toSorted(),
  );
});
