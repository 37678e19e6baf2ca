import { expect, test } from "vitest";
import { checkEasyLines } from "../../../../src/readability/checks/check-easy-lines.ts";
import { lines, readBody } from "../read-body.ts";

const easy = (markdown: string) => lines(checkEasyLines({ ...readBody(markdown), easy: true }));

test("a line with one whole sentence is right, in a paragraph or a list", () => {
  expect(easy("Chiama.\nPoi vieni.\n\nFai così:\n\n1. Chiama il numero\n2. Vieni.\n   Parla.")).toEqual([]);
});

test("a second sentence on a line is reported", () => {
  expect(easy("- Chiama. Poi vieni.\n- Parla.")).toEqual([
    "1: riga difficile: ci vuole una frase per riga; qui ce n'è un'altra: «Poi vieni.»",
  ]);
});

test("a sentence that goes on in the next line is reported", () => {
  expect(easy("Ciao.\nChiama il\nnumero.")).toEqual([
    "2: riga difficile: ci vuole una frase per riga; qui la frase va a capo: «Chiama il numero.»",
  ]);
});

test("other pages may have many sentences on a line", () => {
  expect(checkEasyLines(readBody("Chiama. Poi vieni."))).toEqual([]);
});
