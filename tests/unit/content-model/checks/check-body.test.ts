import { expect, test } from "vitest";
import { PRIVACY, problemsAfter, SERVICE } from "../../../support/fixture-site.ts";

const withoutBody = (source: string): string => source.slice(0, source.indexOf("## "));
const empty = (source: string): string => `${withoutBody(source)}## Titolo senza testo\n`;

test("a page without a body is reported where the body should be", async () => {
  expect(
    await problemsAfter({ "content/it/novita/apertura.md": (source) => source.split("\nLeggi")[0] ?? "" }),
  ).toEqual([
    "content/it/novita/apertura.md:11: la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente",
  ]);
});

test("a page of headings alone is empty", async () => {
  const problems = await problemsAfter({ [PRIVACY]: empty });
  expect(problems[0]).toContain(`${PRIVACY}:7: la pagina è vuota`);
});

test("a service page without a body is one mistake, not ten missing sections", async () => {
  const problems = await problemsAfter({ [SERVICE]: withoutBody });
  expect(problems.filter((problem) => problem.startsWith(SERVICE))).toEqual([
    `${SERVICE}:19: la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente`,
  ]);
});
