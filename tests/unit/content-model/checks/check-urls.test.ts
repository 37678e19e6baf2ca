import { expect, test } from "vitest";
import { PRIVACY, problemsAfter } from "../../../support/fixture-site.ts";

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
