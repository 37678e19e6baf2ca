import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type LoadedSite, loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import {
  append,
  CONTACTS,
  loadAfter,
  PRIVACY,
  problemsAfter,
  replace,
  SERVICE,
  SITE,
  withSite,
} from "../../support/fixture-site.ts";
import { FLAGSHIP } from "../../support/flagship.ts";

describe("a site without mistakes", () => {
  test("gives its pages with address, language, front matter and body", async () => {
    const { pages } = await loadAfter({});
    const page = pages.find(({ file }) => file === PRIVACY);
    expect(page).toMatchObject({
      url: "/privacy/",
      lang: "it",
      data: { layout: "page", title: "Privacy", updated: "2026-11-23T10:00" },
      sections: [
        { line: 7, label: "" },
        { line: 8, label: "Quali dati", id: "quali-dati" },
      ],
    });
    expect(page?.revision).toMatch(/^[0-9a-f]{12}$/);
  });

  test("gives its facts, with the project's topics and strings where it has none of its own", async () => {
    const { facts } = await loadAfter({});
    expect(facts?.contacts["sportello"]?.phone).toBe("+39 0571 878778");
    expect(facts?.topics.map(({ name }) => name)).toContain("Immigrazione");
    expect(facts?.i18n["it"]?.["footer.privacy"]).toBe("Informativa privacy");
  });

  test("is the same with Windows line ends and a byte order mark", async () => {
    const toWindows = (source: string): string => `\uFEFF${source.replaceAll("\n", "\r\n")}`;
    const unix = await loadAfter({});
    const windows = await loadAfter({
      [PRIVACY]: toWindows,
      [SERVICE]: toWindows,
      [CONTACTS]: toWindows,
      [SITE]: toWindows,
    });
    const values = ({ facts, pages, problems, warnings }: LoadedSite) => ({
      facts,
      pages: pages.map(({ frontMatter: { value }, ...page }) => ({ ...page, value })),
      problems,
      warnings,
    });
    expect(values(windows)).toEqual(values(unix));
  });

  test("has a page revision that changes with the page and only then", async () => {
    const revision = async (edits: Parameters<typeof loadAfter>[0]): Promise<string | undefined> =>
      (await loadAfter(edits)).pages.find(({ file }) => file === PRIVACY)?.revision;
    const before = await revision({});
    expect(await revision({ [SERVICE]: append("\nAncora.\n") })).toBe(before);
    expect(await revision({ [PRIVACY]: append("\nAncora.\n") })).not.toBe(before);
  });
});

test("a whole site in eleven languages has no mistakes", async () => {
  const { problems, pages } = await loadSite(siteDirs({ SITE_DIR: FLAGSHIP }));
  expect(problems).toEqual([]);
  expect(pages.length).toBeGreaterThan(0);
});

describe("files that cannot be read as they should", () => {
  test("a page that is not UTF-8 is reported at the line of the first wrong byte", async () => {
    const edit = (source: string): Uint8Array => Buffer.from(source.replace("Nessuno", "Perché"), "latin1");
    expect(await problemsAfter({ [PRIVACY]: edit })).toEqual([
      `${PRIVACY}:10: ci vuole un file salvato in UTF-8; qui c'è un carattere salvato in un altro modo`,
    ]);
  });

  test("data that are not UTF-8 are reported at the line of the first wrong byte", async () => {
    const edit = (source: string): Uint8Array =>
      Buffer.from(source.replace("Sportello", "Società"), "latin1");
    expect(await problemsAfter({ [CONTACTS]: edit })).toEqual([
      `${CONTACTS}:2: ci vuole un file salvato in UTF-8; qui c'è un carattere salvato in un altro modo`,
    ]);
  });

  test("invalid YAML is reported at its line of the file", async () => {
    expect(await problemsAfter({ [PRIVACY]: replace("title: Privacy", "title: Privacy: tutto") })).toEqual([
      `${PRIVACY}:3: YAML non valido: ci vogliono le virgolette doppie attorno a un valore che contiene i due punti; qui mancano`,
    ]);
  });

  test("invalid JSON is reported at the line to mend", async () => {
    expect(await problemsAfter({ [CONTACTS]: replace('"Sportello",', '"Sportello"') })).toEqual([
      `${CONTACTS}:2: JSON non valido: ci vuole una virgola tra una voce e la successiva; qui c'è «"office"»`,
    ]);
  });

  test("a page without front matter is reported, and its body is checked all the same", async () => {
    const withoutFrontMatter = (source: string): string =>
      source.slice(source.indexOf("## ")) + "\n<b>x</b>\n";
    expect(await problemsAfter({ [PRIVACY]: withoutFrontMatter })).toEqual([
      `${PRIVACY}:1: ci vuole l'intestazione della pagina tra due righe con tre trattini (---); qui la prima riga è un'altra`,
      `${PRIVACY}:9: HTML non ammesso: ci vogliono solo testo e Markdown; qui c'è «<b>»`,
    ]);
  });

  test("front matter that is not closed is reported", async () => {
    expect(await problemsAfter({ [PRIVACY]: replace("10:00\n---", "10:00") })).toEqual([
      `${PRIVACY}:1: ci vuole l'intestazione della pagina tra due righe con tre trattini (---); qui manca la seconda`,
    ]);
  });

  test("an empty page is reported", async () => {
    const problems = await problemsAfter({ [PRIVACY]: () => "" });
    expect(problems[0]).toContain(`${PRIVACY}:1: ci vuole l'intestazione della pagina`);
    expect(problems[0]).toContain("qui il file è vuoto");
  });

  test("a site.json that cannot be read makes no page of another language a misplaced one", async () => {
    const problems = await problemsAfter(
      bilingual({ [SITE]: replace('"dir": "ltr" }]', '"dir": "ltr" },]') }),
    );
    expect(problems).toEqual([expect.stringContaining(`${SITE}:`)]);
  });

  test("a missing file of facts is reported by its name", async () => {
    const problems = await withSite({}, async (folder) => {
      await rm(join(folder, CONTACTS));
      return (await loadSite({ ...siteDirs({ SITE_DIR: folder }), root: folder })).problems;
    });
    expect(problems).toEqual([
      { file: "_data/contacts", line: 1, message: "ci vuole almeno un contatto, un file .json; qui non c'è" },
    ]);
  });

  test("a folder with nothing in it is a list of problems, not an exception", async () => {
    const { problems, facts, pages } = await loadSite({ ...siteDirs({ SITE_DIR: "/nulla" }), root: "/" });
    expect(problems.map(({ file }) => file)).toEqual([
      "nulla/_data/contacts",
      "nulla/_data/site.json",
      "nulla/content",
    ]);
    expect(facts).toBeUndefined();
    expect(pages).toEqual([]);
  });
});

describe("files that do not belong in the content folder", () => {
  test.each([
    [
      "content/it/foto.jpg",
      "in questa cartella ci vogliono solo pagine, con il nome che finisce in .md; qui c'è «foto.jpg»",
    ],
    ["content/fr/page.md", "ci vuole una pagina dentro la cartella di una lingua (it); qui c'è «fr/page.md»"],
    ["content/page.md", "ci vuole una pagina dentro la cartella di una lingua (it); qui c'è «page.md»"],
    [
      "content/it/La Pagina.md",
      "il nome diventa un indirizzo: ci vogliono lettere minuscole, cifre e trattini; qui c'è «La Pagina»",
    ],
  ])("%s is reported", async (file, message) => {
    expect(await problemsAfter({ [file]: () => "testo" })).toEqual([`${file}:1: ${message}`]);
  });

  test("hidden files are left alone", async () => {
    expect(await problemsAfter({ "content/it/.DS_Store": () => "x" })).toEqual([]);
  });
});

test("all mistakes come out at once, sorted by file and line, each on one line", async () => {
  const problems = await problemsAfter({
    [SERVICE]: (source) =>
      source
        .replace("date: 2026-11-23", "date: 2026-02-30")
        .replace("- Immigrazione", "- Imigrazione")
        .replace("Niente.\n\n", "")
        .replace("## Condizioni", "##### Condizioni"),
    [PRIVACY]: append("\n# Altro\n\n![](/x.png) <br>\n\n[qui](/nulla/)\n"),
    [CONTACTS]: (source) => source.replace("+39 0571 878778", "boh").replace('"17:00"', '"14:00"'),
    "content/it/nuova.md": () => "---\ntitle: [\n---\n",
  });
  expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
    `${CONTACTS}:4`,
    `${CONTACTS}:9`,
    "content/it/nuova.md:2",
    `${PRIVACY}:16`,
    `${PRIVACY}:18`,
    `${PRIVACY}:18`,
    `${PRIVACY}:20`,
    `${SERVICE}:9`,
    `${SERVICE}:16`,
    `${SERVICE}:28`,
    `${SERVICE}:38`,
    `${SERVICE}:42`,
  ]);
  expect(problems.every((problem) => !problem.includes("\n"))).toBe(true);
});
