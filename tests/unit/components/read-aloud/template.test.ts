import { describe, expect, it } from "vitest";
import { htmlProblems } from "../html-problems.ts";
import { examples, render } from "../render.ts";

const { "in Italian": italian = {} } = examples("read-aloud");
const html = render("read-aloud", "readAloud", italian);

describe("the read-aloud template", () => {
  it("renders valid HTML", async () => {
    expect(await htmlProblems(html)).toEqual([]);
  });

  it("has a button to start and one to stop, which waits for the start", () => {
    expect(html).toMatch(
      /<button type="button" class="[^"]+"><svg.*<span>Ascolta la pagina<\/span><\/button>/,
    );
    expect(html).toMatch(/<button type="button" class="[^"]+" hidden>.*Ferma l’ascolto<\/button>/);
  });

  it("hands the script its words, placeholders unfilled", () => {
    expect(html).toContain(`data-pause="Metti in pausa" data-resume="Riprendi l’ascolto"`);
    expect(html).toContain(`data-range="dalle {opens} alle {closes}"`);
  });
});
