import { expect, test } from "vitest";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { slugify } from "../../../../src/content-model/schemas/slug.ts";

const md = createMarkdown(({ name, id }) => `[${name}|${id ?? ""}]`);

test("a fact within a sentence is rendered by the given function", () => {
  expect(md.render("Chiama {{telefono:sportello}} ({{ ente }}).")).toBe(
    "<p>Chiama [telefono|sportello] ([ente|]).</p>\n",
  );
});

test("a fact alone on its line is a block, also right below a sentence and in a list", () => {
  expect(md.render("Testo.\n{{linea:sportello}}\nAltro.")).toBe(
    "<p>Testo.</p>\n[linea|sportello]<p>Altro.</p>\n",
  );
  expect(md.render("- {{linea:sportello}}")).toBe("<ul>\n<li>\n[linea|sportello]</li>\n</ul>\n");
});

test("a wrong reference is shown as text, never as markup", () => {
  expect(md.render("{{<b>:x}} {{telefono}}")).toBe("<p>{{&lt;b&gt;:x}} {{telefono}}</p>\n");
});

test("references in code are left alone", () => {
  expect(md.render("`{{ente}}`")).toBe("<p><code>{{ente}}</code></p>\n");
});

test("an indented line is text like the others, with its references", () => {
  expect(md.render("Testo.\n\n    Chiama {{ente}}.")).toBe("<p>Testo.</p>\n<p>Chiama [ente|].</p>\n");
  expect(md.render("Testo.\n\n    {{linea:sportello}}")).toBe("<p>Testo.</p>\n[linea|sportello]");
});

test("raw HTML is shown as text", () => {
  expect(md.render("<b>x</b>")).toBe("<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
  expect(md.render("<script>\nx\n</script>")).toBe("<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n");
});

test("headings get the anchor that links are checked against", () => {
  expect(md.render("## Perché l'ufficio è **utile**")).toContain(
    `id="${slugify("Perché l'ufficio è utile")}"`,
  );
});

test("slugs fold accents and apostrophes, and keep acronyms whole", () => {
  expect(slugify("Perché l’Università, e il PNRR?")).toBe("perche-l-universita-e-il-pnrr");
});
