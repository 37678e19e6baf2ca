import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { qrCode } from "../../../src/assets/qr-code.ts";

const URL = "https://segretariato-sociale.example/servizi/segretariato-sociale/";

/** The modules that a stroke one unit wide paints along the path. */
function paint({ size, path }: { size: number; path: string }): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, start, y, row = ""] of path.matchAll(/M(\d+) (\d+)\.5([hm\d ]+)/g)) {
    let x = Number(start);
    for (const [, gap, length] of row.matchAll(/(?:m(\d+) 0)?h(\d+)/g)) {
      x += Number(gap ?? 0);
      modules[Number(y)]?.fill(true, x, x + Number(length));
      x += Number(length);
    }
  }
  return modules;
}

describe("the QR code", () => {
  it.each([URL, "https://a.example/", `${URL}${"pagina-".repeat(20)}`])(
    "paints every module of the code that says %s, and no other",
    (text) => {
      expect(paint(qrCode(text))).toEqual(encode(text, { ecc: "M", border: 0, maskPattern: 2 }).data);
    },
  );

  it("is made of nothing but those strokes", () => {
    expect(qrCode(URL).path).toMatch(/^(M\d+ \d+\.5h\d+(m\d+ 0h\d+)*)+$/);
  });

  it("differs when the address differs", () => {
    expect(qrCode(URL).path).not.toBe(qrCode(`${URL}#contatti`).path);
  });
});
