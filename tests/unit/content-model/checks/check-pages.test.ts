import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, describe } from "vitest";
import { loadSite } from "../../../../src/content-model/load-site.ts";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { siteDirs } from "../../../../src/content-model/reading/site-dirs.ts";
import {
  PRIVACY,
  problemsAfter,
  withSite,
  type Edits,
  FIXTURE_SITE,
  loadAfter,
  SERVICE,
} from "../../../support/fixture-site.ts";

const PAGE = `---
layout: page
title: Altra
description: Una pagina di troppo.
updated: 2026-11-23T10:00
---

Testo.
`;

test("two files with the same address are reported at the second, with the name of the first", async () => {
  expect(await problemsAfter({ "content/it/privacy/index.md": () => PAGE })).toEqual([
    `content/it/privacy/index.md:1: indirizzo doppio: ci vuole un indirizzo diverso per ogni pagina; qui c'è /privacy/, già di ${PRIVACY}`,
  ]);
});

test("a page cannot take the address of one that the site makes by itself", async () => {
  expect(await problemsAfter({ "content/it/novita/notizie.md": () => PAGE })).toEqual([
    "content/it/novita/notizie.md:1: indirizzo doppio: ci vuole un indirizzo diverso per ogni pagina; qui c'è /novita/notizie/, già di una pagina che il sito crea da sé",
  ]);
});

const EASY = `---
layout: easy
title: Facile
description: Una versione facile.
updated: 2026-11-23T10:00
---

Chiama.
`;

test("an easy version lies below the page that it explains", async () => {
  expect(await problemsAfter({ "content/it/servizi/aiuto/facile.md": () => EASY })).toEqual([]);
});

test("an easy version without its page is reported with the address that is missing", async () => {
  expect(await problemsAfter({ "content/it/servizi/altro/facile.md": () => EASY })).toEqual([
    "content/it/servizi/altro/facile.md:1: versione facile senza la sua pagina: ci vuole una pagina con l'indirizzo «/servizi/altro/»; qui non c'è",
  ]);
});

test("a page that every page links to is missed where its file should be", async () => {
  const problems = await withSite({}, async (folder) => {
    await rm(join(folder, "content/it/prenota.md"));
    return (await loadSite({ ...siteDirs({ SITE_DIR: folder }), root: folder })).problems;
  });
  expect(problems.map(formatProblem)).toEqual([
    "content/it/prenota.md:1: pagina mancante: ci vuole questo file, perché altre pagine portano a «/prenota/»; qui non c'è",
  ]);
});

const NEWS = "content/it/novita/apertura.md";

/** A copy of a page of the fixture site. */
const copyOf = (file: string) => () => readFileSync(join(FIXTURE_SITE, file), "utf8");

async function warned(edits: Edits): Promise<string[]> {
  const { problems, warnings } = await loadAfter(edits);
  expect(problems).toEqual([]);
  return warnings.map(formatProblem);
}

describe("a page where a reader would not look for it", () => {
  test("is reported, with the folder of its kind", async () => {
    const edits = {
      "content/it/servizi/notizia.md": copyOf(NEWS),
      "content/it/novita/servizio.md": copyOf(SERVICE),
    };
    expect(await warned(edits)).toEqual([
      "content/it/novita/servizio.md:1: servizio fuori posto: ci vuole in «content/it/servizi/»; qui è in «content/it/novita/»",
      "content/it/servizi/notizia.md:1: notizia fuori posto: ci vuole in «content/it/novita/»; qui è in «content/it/servizi/»",
    ]);
  });

  test("is reported when its folder has no page of its own", async () => {
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
