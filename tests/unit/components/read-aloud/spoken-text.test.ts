import { describe, expect, it } from "vitest";
import {
  sentencesOf,
  spokenNumber,
  spokenText,
} from "../../../../_includes/components/read-aloud/spoken-text.ts";

describe("what is said", () => {
  it("has spans of time in words", () => {
    expect(spokenText("9:00–11:00, 15:00–17:00", "dalle {opens} alle {closes}")).toBe(
      "dalle 9:00 alle 11:00, dalle 15:00 alle 17:00",
    );
    expect(spokenText("Empolese – Valdelsa, 1–5", "dalle {opens} alle {closes}")).toBe(
      "Empolese – Valdelsa, 1–5",
    );
  });

  it("has a telephone number digit by digit", () => {
    expect(spokenNumber("0571 878778")).toBe("0 5 7 1, 8 7 8 7 7 8");
    expect(spokenNumber("Chiama +39 0571 878778 ora")).toBe("Chiama +3 9, 0 5 7 1, 8 7 8 7 7 8 ora");
  });
});

describe("the sentences of a page", () => {
  it("come block by block, so that none is long", () => {
    expect(sentencesOf(["Titolo", " Chiama il\nnumero. Parla! ", " \n "], "it")).toEqual([
      "Titolo",
      "Chiama il numero.",
      "Parla!",
    ]);
  });

  it("end where the language ends them", () => {
    expect(sentencesOf(["请致电。我们会听您说。"], "zh")).toEqual(["请致电。", "我们会听您说。"]);
    expect(sentencesOf(["আপনি ফোন করুন। আমরা শুনি।"], "bn")).toHaveLength(2);
    expect(sentencesOf(["کیا آپ کو مدد چاہیے؟ فون کریں۔"], "ur")).toHaveLength(2);
  });
});
