import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { type Edits, FIXTURE_SITE, loadAfter, SERVICE } from "../../../support/fixture-site.ts";

const NEWS = "content/it/novita/apertura.md";

/** A copy of a page of the fixture site. */
const copyOf = (file: string) => () => readFileSync(join(FIXTURE_SITE, file), "utf8");

async function warned(edits: Edits): Promise<string[]> {
  const { problems, warnings } = await loadAfter(edits);
  expect(problems).toEqual([]);
  return warnings.map(formatProblem);
}

describe("a page where a reader would not look for it", () => {
  test("is told, with the folder of its kind", async () => {
    const edits = {
      "content/it/servizi/notizia.md": copyOf(NEWS),
      "content/it/novita/servizio.md": copyOf(SERVICE),
    };
    expect(await warned(edits)).toEqual([
      "content/it/novita/servizio.md:1: servizio fuori posto: ci vuole in «content/it/servizi/»; qui è in «content/it/novita/»",
      "content/it/servizi/notizia.md:1: notizia fuori posto: ci vuole in «content/it/novita/»; qui è in «content/it/servizi/»",
    ]);
  });

  test("is told when its folder has no page of its own", async () => {
    const page = copyOf("content/it/privacy.md");
    const edits = { "content/it/bandi/x.md": page };
    expect(await warned(edits)).toEqual([
      "content/it/bandi/x.md:1: cartella senza pagina: ci vuole «content/it/bandi/index.md», oppure questo file in una cartella che ha la sua; qui non c'è",
    ]);
    expect(await warned({ ...edits, "content/it/bandi/index.md": page })).toEqual([]);
    expect(await warned({ "content/it/bandi/x.md": copyOf(NEWS) })).toEqual([
      "content/it/bandi/x.md:1: notizia fuori posto: ci vuole in «content/it/novita/»; qui è in «content/it/bandi/»",
    ]);
  });
});
