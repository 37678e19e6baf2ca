import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LoadedSite, loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { readBuiltSite } from "../../../src/site-checks/built-site.ts";
import { FILE_CHECKS } from "../../../src/site-checks/file-checks.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import { withSite } from "../../support/fixture-site.ts";

const SERVICE_PAGE = "servizi/aiuto/index.html";
const ENGLISH_SERVICE_PAGE = `en/${SERVICE_PAGE}`;

/**
 * Faults of built pages: a name, the file, the passage and its replacement, and the expected
 * finding.
 */
const FAULTS = [
  [
    "the title",
    SERVICE_PAGE,
    /<h1[^>]*>[^<]*<\/h1>/,
    "",
    /^\/servizi\/aiuto\/ ci vuole un titolo di primo livello/,
  ],
  [
    "the date of the last update",
    "privacy/index.html",
    /<p class="updated.*/,
    "",
    /ci vuole una volta la data/,
  ],
  ["the description", "privacy/index.html", /name="description" content="/, "$&x", /manca la descrizione/],
  ["the language", "en/privacy/index.html", 'lang="en"', 'lang="it"', /lang della pagina: ci vuole «en»/],
  [
    "a version in another language",
    "privacy/index.html",
    /<link rel="alternate" hreflang="en".*/,
    "",
    /versioni in altre lingue/,
  ],
  ["its own address", "privacy/index.html", /rel="canonical" href="[^"]*/, "$&x", /indirizzo canonico/],
  [
    "a page in the site map",
    "sitemap.xml",
    /<url><loc>https:\/\/aiuto\.internal\/privacy\/<[^]*?<\/url>/,
    "",
    /^\/privacy\/ manca in sitemap/,
  ],
  ["a version in the site map", "sitemap.xml", /hreflang="en"/, 'hreflang="fr"', /versioni in sitemap/],
  [
    "the language of a link",
    "en/privacy/index.html",
    /<main[^>]*>/,
    '$&<a href="/privacy/">x</a>',
    /un'altra lingua/,
  ],
  ["the main menu", "index.html", 'data-element="main-navigation"', "", /main-navigation/],
  [
    "the text of a section's link",
    "index.html",
    ">Servizi</a>",
    ">I servizi</a>",
    /all-services: ci vuole «Servizi»/,
  ],
  [
    "the name of the authority",
    "en/index.html",
    /<span class="navbar-brand">.*<\/span>/,
    "",
    /manca il nome dell'ente/,
  ],
  ["a link of the footer", "index.html", 'data-element="privacy-policy-link"', "", /privacy-policy-link/],
  [
    "the declaration of accessibility",
    "index.html",
    /href="https:\/\/form\.agid[^"]*/,
    'href="/x',
    /accessibility-link/,
  ],
  ["a category", "novita/index.html", ">Notizie<", ">Notizia<", /news-category-link: manca «Notizie»/],
  [
    "a service in the list",
    "servizi/index.html",
    'data-element="service-link"',
    "",
    /service-link: manca «\/servizi\/aiuto\/»/,
  ],
  ["a topic in the list", "argomenti/index.html", 'data-element="topic-element"', "", /topic-element: manca/],
  [
    "the status of a service",
    SERVICE_PAGE,
    ">Servizio attivo<",
    ">Servizio<",
    /service-status: ci vuole «Servizio attivo»/,
  ],
  [
    "a model section",
    SERVICE_PAGE,
    'data-element="service-needed"',
    "",
    /«Cosa serve»: ci vuole una volta sola/,
  ],
  [
    "a model section of a translation",
    ENGLISH_SERVICE_PAGE,
    'data-element="service-needed"',
    "",
    /^\/en\/.*«Cosa serve»/,
  ],
  ["a label of the index", SERVICE_PAGE, ">Cosa serve</a>", ">Che cosa serve</a>", /page-index: ci vuole «/],
  [
    "the way from an index to its heading",
    SERVICE_PAGE,
    'id="come-fare"',
    'id="fare"',
    /page-index: «Come fare»/,
  ],
  ["the booking", SERVICE_PAGE, 'data-element="appointment-booking"', "", /appointment-booking/],
  ["a topic of a service", ENGLISH_SERVICE_PAGE, 'data-element="service-topic"', "", /service-topic/],
  ["the way to a service page", SERVICE_PAGE, 'data-element="breadcrumb"', "", /breadcrumb/],
  ["the form", "en/privacy/index.html", 'data-element="feedback"', "", /modulo del parere/],
  ["a rating", SERVICE_PAGE, 'data-element="feedback-rate-3"', "", /feedback-rate-3/],
  [
    "an answer in the model's words",
    SERVICE_PAGE,
    "Ho avuto problemi tecnici",
    "Ho problemi",
    /feedback-rating-negative/,
  ],
  [
    "the address of the form",
    SERVICE_PAGE,
    'action="/api/feedback"',
    'action="/api/pareri"',
    /«\/api\/pareri»/,
  ],
  [
    "the licence",
    "note-legali/index.html",
    /<main[^>]*>/,
    '$&<p data-element="legal-notes-body">Tutto è riservato.</p>',
    /legal-notes-body: ci vuole «Si può riusare tutto\.»/,
  ],
  ["structured data", ENGLISH_SERVICE_PAGE, '{"@context"', '{"@context', /non si possono leggere/],
  [
    "a name in the structured data",
    SERVICE_PAGE,
    /"serviceType":"[^"]*"/,
    '"serviceType":""',
    /manca «serviceType»/,
  ],
  [
    "the number of the structured data",
    SERVICE_PAGE,
    /"telephone":"[^"]*"/,
    '"telephone":"112"',
    /non c'è il numero «112»/,
  ],
  ["an image's text", SERVICE_PAGE, /<main[^>]*>/, '$&<img src="/favicon.svg">', /wcag\/h37/],
  [
    "a place of a page",
    SERVICE_PAGE,
    'href="#main"',
    'href="#principale"',
    /un punto che nella pagina non c'è/,
  ],
] as const;

let built: string;
let loaded: LoadedSite;
/** The findings after all faults, as `path message`. */
let found: string[];

/** Builds a small site in two languages once, then a copy with every fault in the table above. */
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "promises-"));
  await withSite(bilingual(), async (folder) => {
    loaded = await loadSite(siteDirs({ SITE_DIR: folder }));
    const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(built, "site") };
    await promisify(execFile)(process.execPath, ["src/tasks/build.ts"], { env });
  });
  await cp(join(built, "site"), join(built, "broken"), { recursive: true });
  for (const [, file, passage, replacement] of FAULTS) await breakFile(file, passage, replacement);
  found = await findings(join(built, "broken"));
});

afterAll(() => rm(built, { recursive: true }));

/**
 * Changes a passage of a built file. Fails when it is missing, because the test would then prove
 * nothing.
 */
async function breakFile(name: string, passage: string | RegExp, replacement: string): Promise<void> {
  const file = join(built, "broken", name);
  const source = await readFile(file, "utf8");
  const broken = source.replace(passage, replacement);
  if (broken === source) throw new Error(`${name} does not contain ${passage}`);
  await writeFile(file, broken);
}

async function findings(folder: string): Promise<string[]> {
  const { facts, pages } = loaded;
  if (!facts) throw new Error("The fixture site has errors.");
  const site = await readBuiltSite(folder, { facts, pages });
  const all = await Promise.all(FILE_CHECKS.map(async (check) => await check(site)));
  return all.flat().map(({ path, message }) => `${path} ${message}`);
}

it("a site as it was built keeps every promise", async () => {
  expect(await findings(join(built, "site"))).toEqual([]);
});

it.each(FAULTS)(
  "%s, when it is lost, is missed on its page",
  (_name, _file, _passage, _replacement, expected) => {
    expect(found).toContainEqual(expect.stringMatching(expected));
  },
);
