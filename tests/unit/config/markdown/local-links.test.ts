import { describe, expect, it } from "vitest";
import { localLinks } from "../../../../src/config/markdown/local-links.ts";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { bilingualBuild, UNTRANSLATED } from "../../../support/fixture-build.ts";

const markdown = createMarkdown(() => "");
localLinks(markdown, bilingualBuild({}));
const render = (source: string, lang: string) => markdown.renderInline(source, { lang });

describe("a link that a translation copied from its source", () => {
  it("leads to the page of its own language, at the same point", () => {
    expect(render("[page](/servizi/aiuto/#come-fare)", "en")).toBe(
      `<a href="/en/servizi/aiuto/#come-fare">page</a>`,
    );
  });

  it("leads to the source where the page is not translated, and says so", () => {
    expect(render(`[news](${UNTRANSLATED})`, "en")).toBe(`<a href="${UNTRANSLATED}" hreflang="it">news</a>`);
  });

  it("stays as it is within the page and to other sites", () => {
    expect(render("[here](#come-fare) [there](https://example.org/)", "en")).toBe(
      `<a href="#come-fare">here</a> <a href="https://example.org/">there</a>`,
    );
  });

  it("is rendered anew for each page, and stays as it was written", () => {
    const [inline] = markdown.parseInline("[page](/servizi/aiuto/)", {});
    const rendered = ["en", "it"].map((lang) =>
      markdown.renderer.render(inline?.children ?? [], markdown.options, { lang }),
    );
    expect(rendered).toEqual([`<a href="/en/servizi/aiuto/">page</a>`, `<a href="/servizi/aiuto/">page</a>`]);
  });

  it("is untouched in the source", () => {
    expect(render("[scheda](/servizi/aiuto/)", "it")).toBe(`<a href="/servizi/aiuto/">scheda</a>`);
  });
});
