import { describe, expect, it } from "vitest";
import { Refusal, wordingSchema } from "../../../../src/feedback/http/refusal.ts";
import { fillRetryPage, withAbsoluteAddresses } from "../../../../src/feedback/http/retry-page.ts";
import { MANIFEST_JSON, RETRY_PAGE } from "../../../support/feedback.ts";

const unavailable = new Refusal("unavailable");
const wording = wordingSchema.parse(MANIFEST_JSON.languages.it.refusals);
const fill = (fields: Record<string, unknown>, refusal = unavailable) =>
  fillRetryPage(RETRY_PAGE, fields, refusal, wording);

describe("the page that a refused form gets back", () => {
  it("has no slot left, whatever was sent", () => {
    expect(fill({})).not.toContain("data-slot");
    expect(fill({ page: 1, rating: "x", answer: {}, comment: [] })).not.toContain("data-slot");
  });

  it("keeps page, language and versions in the hidden fields", () => {
    const html = fill({
      page: "/servizi/",
      lang: "it",
      formVersion: "01234567",
      pageRevision: "0123456789ab",
    });
    expect(html).toContain('name="page" value="/servizi/">');
    expect(html).toContain('name="lang" value="it">');
    expect(html).toContain('name="formVersion" value="01234567">');
    expect(html).toContain('name="pageRevision" value="0123456789ab">');
  });

  it("keeps the rating and the answer of its own follow-up checked, and nothing else", () => {
    const checked = (html: string) => [...html.matchAll(/id="([^"]+)"[^<>]* checked>/g)].map(([, id]) => id);
    expect(checked(fill({ rating: 4, answer: "other" }))).toEqual(["rating-4", "answer-positive-other"]);
    expect(checked(fill({ rating: 2, answer: "other" }))).toEqual(["rating-2", "answer-negative-other"]);
    expect(checked(fill({ answer: "other" }))).toEqual([]);
    expect(checked(fill({ rating: 4, answer: 'x" onfocus="' }))).toEqual(["rating-4"]);
  });

  it("keeps the comment as it was written, a first line break included", () => {
    expect(fill({ comment: "\nuno\ndue" })).toContain(">\n\nuno\ndue</textarea>");
  });

  it("escapes all that was sent", () => {
    const hostile = `</textarea><script>alert("1")</script>&'$&$1\0\ud800`;
    const html = fill({ comment: hostile, page: `"><script>` });
    expect(html).not.toContain("<script");
    expect(html).toContain(
      "&lt;/textarea&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;$&amp;$1\ufffd</textarea>",
    );
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it("cannot be given slots from outside", () => {
    expect(fill({ comment: ' data-slot="errors">' })).toContain("data-slot=&quot;errors&quot;&gt;");
  });

  it("says what is wrong, with a link to each field that can be seen", () => {
    const html = fill(
      {},
      new Refusal("invalid-fields", {
        errors: [
          { field: "rating", code: "required" },
          { field: "comment", code: "too-long" },
          { field: "page", code: "unknown-page" },
          { field: null, code: "unknown-field" },
        ],
      }),
    );
    expect(html).toContain('role="alert" tabindex="-1" autofocus>');
    expect(html).toContain('<li><a href="#rating-1">Scegli un voto da 1 a 5 stelle.</a></li>');
    expect(html).toContain('<li><a href="#comment">Il commento è troppo lungo');
    expect(html).toContain("<li>La pagina non c’è più.");
  });
});

it("a page for another host's address leads back to its site, and loads from there", () => {
  const page =
    '<style>@font-face{src:url(/assets/a.woff2)}</style><link href="/favicon.svg"><a href="/servizi/?a=/b">' +
    '<a href="#main"><a href="https://altro.example/"><a href="//cdn.example/"><form action="/api/feedback">';
  expect(withAbsoluteAddresses(page, "https://comune.example")).toBe(
    "<style>@font-face{src:url(https://comune.example/assets/a.woff2)}</style>" +
      '<link href="https://comune.example/favicon.svg"><a href="https://comune.example/servizi/?a=/b">' +
      '<a href="#main"><a href="https://altro.example/"><a href="//cdn.example/"><form action="/api/feedback">',
  );
});
