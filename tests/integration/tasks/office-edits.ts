import { glob, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { siteToday } from "../../../src/shared/site-today.ts";
import { ENGLISH_SERVICE } from "../../support/bilingual-site.ts";
import { append, CONTACTS, PRIVACY, replace, SERVICE, SITE } from "../../support/fixture-site.ts";
import { FULL_CONTACT } from "../../support/full-contact.ts";

/** An office's edit to a site folder. */
export type OfficeEdit = (folder: string) => Promise<void>;

const NEWS = "content/it/novita/apertura.md";
const OFFICE = "content/it/amministrazione/sportello.md";
const MEALS = "_data/contacts/pasti-a-casa.json";

/** Edits files by their path in the site. A missing file starts empty. */
function change(files: Record<string, (source: string) => string>): OfficeEdit {
  return async (folder) => {
    for (const [path, edit] of Object.entries(files)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, edit(await readFile(file, "utf8").catch(() => "")));
    }
  };
}

/** Edits a JSON file as an editor would, with each value on a new line. */
function json(path: string, edit: (value: Record<string, unknown>) => Record<string, unknown>): OfficeEdit {
  const rewrite = (source: string) =>
    JSON.stringify(edit(JSON.parse(source) as Record<string, unknown>), null, 2);
  return change({ [path]: rewrite });
}

const MONDAY_AFTERNOON = { days: ["monday"], opens: "15:00", closes: "17:30" };
const HOLIDAY = { from: "2027-08-09", to: "2027-08-13", reason: "Chiusura di agosto" };

/** A new page for an office's addition. */
function page(front: Record<string, string>, body: string): string {
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
  return ["---", ...lines, "---", "", body, ""].join("\n");
}

const today = siteToday(process.env).toISOString().slice(0, 10);

/** Copies a page and changes some passages. */
function copy(from: string, to: string, ...edits: ((source: string) => string)[]): OfficeEdit {
  return async (folder) => {
    const source = await readFile(join(folder, from), "utf8");
    await change({ [to]: () => edits.reduce((text, edit) => edit(text), source) })(folder);
  };
}

/** Edits that real offices make. Each is valid alone and after all previous ones. */
export const OFFICE_EDITS: Record<string, OfficeEdit> = {
  "other hours": change({ [CONTACTS]: replace('"9:00"', '"8:30"') }),
  "a second range on a day": json(CONTACTS, (line) => ({
    ...line,
    hours: [...(line["hours"] as object[]), MONDAY_AFTERNOON],
  })),
  "a closure on several lines": json(CONTACTS, (line) => ({
    ...line,
    closures: [...(line["closures"] as object[]), HOLIDAY],
  })),
  "another number": change({ [CONTACTS]: replace("+39 0571 878778", "0571 98 0311") }),
  "another name of the authority": change({ [SITE]: replace('"Ente di prova"', '"Unione «Colli & Valli»"') }),
  "another sentence": change({ [PRIVACY]: replace("Nessuno.", "Non chiediamo dati a chi legge.") }),
  "the date of today": change({ [PRIVACY]: replace("2026-11-23T10:00", `${today}T00:00`) }),
  "a news item": change({
    "content/it/novita/orari-estivi.md": () =>
      page(
        {
          layout: "news",
          title: "Orari estivi",
          description: "Lo sportello cambia gli orari.",
          updated: "2026-11-24T09:00",
          category: "Avvisi",
          topics: "[Immigrazione]",
          published: "2026-11-24",
        },
        "Telefona allo {{telefono:sportello}} per sapere quando siamo aperti.",
      ),
  }),
  "a second line": async (folder) => {
    await copy(CONTACTS, MEALS, replace('"Sportello"', '"Pasti a casa"'), replace("0571", "055"))(folder);
    await change({
      [OFFICE]: (source) =>
        append("\n{{linea:pasti-a-casa}}\n")(
          replace("  - sportello", "  - sportello\n  - pasti-a-casa")(source),
        ),
    })(folder);
  },
  "a service": copy(SERVICE, "content/it/servizi/pasti.md", replace("title: Aiuto", "title: Pasti a casa")),
  "a service that is suspended": copy(
    SERVICE,
    "content/it/servizi/trasporti.md",
    replace("title: Aiuto", "title: Trasporti"),
    replace("active: true", "active: false\ninactiveReason: Riprende a maggio."),
  ),
  "a page of questions": change({
    "content/it/domande.md": () =>
      page(
        {
          layout: "page",
          title: "Domande",
          description: "Le domande di chi ci chiama.",
          updated: "2026-11-24T09:00",
        },
        "## Chi può chiamare?\n\nTutti. Leggi [come fare](/servizi/aiuto/#come-fare).",
      ),
    [PRIVACY]: append("\nLeggi anche le [domande](/domande/).\n"),
  }),
  "a topic": change({ [SERVICE]: replace("  - Immigrazione", "  - Immigrazione\n  - Integrazione sociale") }),
  "a long title": change({
    [NEWS]: replace(
      "title: Apre lo sportello",
      "title: Apre lo sportello per le famiglie, per le persone anziane e per chi arriva da un altro Paese, in tutti i comuni della zona",
    ),
  }),
  "all that a contact may have": json(CONTACTS, (line) => ({
    ...FULL_CONTACT,
    checked: { ...FULL_CONTACT.checked, on: today },
    ...line,
  })),
  "a page by another name, with its links": async (folder) => {
    for (const file of [SERVICE, ENGLISH_SERVICE])
      await rename(join(folder, file), join(folder, file.replace("aiuto.md", "aiuto-a-tutti.md")));
    const pages = await Array.fromAsync(glob("content/*/**/*.md", { cwd: folder }));
    const relink = (source: string) => source.replaceAll("servizi/aiuto/", "servizi/aiuto-a-tutti/");
    await change(Object.fromEntries(pages.map((file) => [file, relink])))(folder);
  },
  "a news item taken away": (folder) => rm(join(folder, NEWS)),
  "a language taken away": async (folder) => {
    await json(SITE, (site) => ({ ...site, languages: (site["languages"] as object[]).slice(0, 1) }))(folder);
    for (const path of [
      "content/en",
      "_data/i18n/en.json",
      "_data/vocabulary/en.json",
      "_data/glossary/en.json",
    ])
      await rm(join(folder, path), { recursive: true });
  },
};
