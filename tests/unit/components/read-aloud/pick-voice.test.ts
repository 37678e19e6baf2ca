import { describe, expect, it } from "vitest";
import { pickVoice, type VoiceFacts } from "../../../../_includes/components/read-aloud/pick-voice.ts";

const voice = (lang: string, facts: Partial<VoiceFacts> = {}): VoiceFacts => ({
  lang,
  default: false,
  localService: true,
  ...facts,
});

describe("the voice for a page", () => {
  it("speaks its language, however the device writes that", () => {
    for (const lang of ["it-IT", "it_IT", "IT", "it"]) {
      expect(pickVoice([voice("en-US"), voice(lang)], "it")?.lang).toBe(lang);
    }
    expect(pickVoice([voice("zh_CN_#Hans")], "zh-Hans")).toBeDefined();
  });

  it("is none where the device has no voice for the language", () => {
    const others = [voice("en-US", { default: true }), voice("ita-X"), voice("en-IT")];
    const none: VoiceFacts[] = [];
    for (const voices of [none, others]) expect(pickVoice(voices, "it")).toBeUndefined();
  });

  it("is never one that sends the text away", () => {
    expect(pickVoice([voice("it-IT", { localService: false, default: true })], "it")).toBeUndefined();
  });

  it("is the visitor's own choice before the others", () => {
    const voices = [voice("it-IT"), voice("it-CH", { default: true })];
    expect(pickVoice(voices, "it")?.lang).toBe("it-CH");
  });

  it("is of the language's main country, else of any", () => {
    expect(pickVoice([voice("zh-HK"), voice("zh-CN")], "zh")?.lang).toBe("zh-CN");
    expect(pickVoice([voice("ar-SA"), voice("ar_EG")], "ar")?.lang).toBe("ar_EG");
    expect(pickVoice([voice("zh-HK"), voice("zh-TW")], "zh")?.lang).toBe("zh-HK");
  });
});
