import { describe, expect, it } from "vitest";
import { coverHarmlessNumbers } from "../../../../src/feedback/redaction/harmless-numbers.ts";

describe("covering harmless numbers", () => {
  it("puts as many strokes as there were units, and keeps the context", () => {
    expect(coverHarmlessNumbers("il 02/05/2024 a Empoli", [])).toBe("il |||||||||| a Empoli");
    expect(coverHarmlessNumbers("legge 328/2000", [])).toBe("legge ||||||||");
  });

  it("leaves a short date that an area code makes a phone number", () => {
    expect(coverHarmlessNumbers("055 12.05.24", [])).toBe("055 12.05.24");
    expect(coverHarmlessNumbers("il 12.05.24", [])).toBe("il ||||||||");
  });

  it("covers an allowed phone number only where it stands whole", () => {
    expect(coverHarmlessNumbers("0571/878778", ["+39 0571 878778"])).toBe("|||||||||||");
    expect(coverHarmlessNumbers("0571 8787781", ["+39 0571 878778"])).toBe("0571 8787781");
  });
});
