import { expect, test } from "vitest";
import { problemsAfter } from "../../../support/fixture-site.ts";

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
