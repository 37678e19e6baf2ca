import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { PLACEHOLDERS } from "../../../../src/shared/redaction/placeholders.ts";
import { redact } from "../../../../src/shared/redaction/redact.ts";

describe("masking in the browser", () => {
  it("masks each kind that needs no context", () => {
    const text =
      "PRVXYZ85A41Z998X a@example.it 333 0000123 0571 123456 IT60X0542811101000000123456 " +
      "4111 1111 1111 1111 12345670017 AB123CD CA00000AA INPS-ISEE-2024-12345678X-00";
    expect(redact(text)).toBe(
      "[cod. fiscale] [mail] [tel.] [tel.] [IBAN] [carta] [P. IVA] [targa] [doc.] [ISEE]",
    );
  });

  it("keeps an allowed phone number", () => {
    expect(redact("0571 878778, 0571 878779", { allowedPhones: ["+39 0571 878778"] })).toBe(
      "0571 878778, [tel.]",
    );
  });

  it("keeps file numbers, books' numbers and hours that look like phone numbers", () => {
    for (const text of [
      "protocollo n. 0571234567, pratica: 3331234567",
      "ISBN 978-88-06-204150, isbn 0306406152",
      "orario 0900-1100 1500-1700",
    ])
      expect(redact(text)).toBe(text);
  });

  it("masks a phone number beside the word for a file", () => {
    expect(redact("pratica ferma, 333 0000123. Domanda? 3330000123")).toBe(
      "pratica ferma, [tel.]. Domanda? [tel.]",
    );
  });

  it("keeps placeholders, also those that a citizen types", () => {
    for (const placeholder of PLACEHOLDERS)
      expect(redact(`tel ${placeholder} 12`)).toBe(`tel ${placeholder} 12`);
  });

  it("takes at most 2 KiB of the page", async () => {
    const entry = new URL("../../../../src/shared/redaction/redact.ts", import.meta.url);
    const stdin = { contents: `export { redact } from ${JSON.stringify(entry.pathname)}`, resolveDir: "." };
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", write: false });
    expect(brotliCompressSync(outputFiles[0]?.contents ?? "").length).toBeLessThanOrEqual(2000);
  });
});
