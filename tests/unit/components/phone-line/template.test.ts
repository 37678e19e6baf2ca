import { HtmlValidate } from "html-validate/node";
import { describe, expect, it } from "vitest";
import { countElements, examples, render } from "../render.ts";

const phoneLine = (params: object) => render("phone-line", "phoneLine", params);
const {
  plain = {},
  "with heading": withHeading = {},
  "with everything": withEverything = {},
} = examples("phone-line");

describe("the phone line template", () => {
  it.each(Object.entries(examples("phone-line")))(
    "renders valid HTML for the example '%s'",
    async (_, params) => {
      const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(
        phoneLine(params),
      );
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    },
  );

  it("links the number and says what the link does", () => {
    expect(phoneLine(plain)).toMatch(
      /<a [^>]*href="tel:\+390571878778" aria-label="Chiama il numero 0571 878778">/,
    );
  });

  it("gives each day a row with its name as header, closed days too", () => {
    const html = phoneLine(plain);
    expect(html.match(/<th scope="row">/g)).toHaveLength(7);
    expect(html).toMatch(/Martedì<\/th><td><bdi class="text-nowrap">9:00–11:00<\/bdi>, <wbr><bdi/);
    expect(html).toMatch(/Mercoledì<\/th><td>Non risponde<\/td>/);
  });

  it("hands the schedule to the script, and shows nothing that needs it", () => {
    const [, schedule = "", content] = /data-schedule="([^"]*)"[^>]*>([^<]*)</.exec(phoneLine(plain)) ?? [];
    expect(JSON.parse(schedule.replaceAll("&quot;", '"'))).toEqual(plain["schedule"]);
    expect(content).toBe("");
  });

  it("leaves the sentences' placeholders for the script", () => {
    expect(phoneLine(plain)).toContain(`data-reopens="Chiuso, riapre {day} alle {time}"`);
  });

  it("keeps number and ranges from left to right in every language", () => {
    expect(phoneLine(plain)).toContain("<bdi>0571 878778</bdi></a>");
    expect(phoneLine(plain).match(/<bdi class="text-nowrap">[^<]*–/g)).toHaveLength(5);
  });

  it("includes the names of the days where the browser may not know them", () => {
    expect(phoneLine(plain)).not.toContain("data-days");
    expect(phoneLine({ ...plain, dayWords: ["sot", "nesër"] })).toContain(`data-days="sot|nesër"`);
  });

  it("has a heading only when told its level", () => {
    expect(phoneLine(plain)).not.toMatch(/<h\d/);
    expect(phoneLine(withHeading)).toContain(`<h3 class="h4">Segretariato sociale</h3>`);
  });

  it("says when the hours were checked only when told the day", () => {
    expect(phoneLine(plain)).not.toContain("controllati");
    expect(phoneLine(withEverything)).toContain(
      `</table>\n<p class="mt-2 mb-0">Orari controllati il: <time datetime="2026-11-24">24 novembre 2026</time></p>`,
    );
  });

  it("stays under 45 elements", () => {
    expect(countElements(phoneLine(plain))).toBeLessThan(45);
  });
});
