import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SITE = resolve(import.meta.dirname, "../../fixtures/content/site");

let folder: string;

/** Builds a site with a second contact, and a suspended service that uses it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "services-"));
  await cp(SITE, folder, { recursive: true });
  const contacts = join(folder, "_data/contacts");
  const line = JSON.parse(await readFile(join(contacts, "sportello.json"), "utf8")) as object;
  const meals = {
    ...line,
    name: "Pasti a casa",
    phone: "055 1234567",
    hours: [{ days: ["friday"], opens: "8:00", closes: "10:00" }],
    closures: [],
  };
  await writeFile(join(contacts, "pasti-a-casa.json"), JSON.stringify(meals));
  const service = await readFile(join(folder, "content/it/servizi/aiuto.md"), "utf8");
  await writeFile(
    join(folder, "content/it/servizi/pasti.md"),
    service
      .replace("title: Aiuto", "title: Pasti a casa")
      .replace("  - sportello\n", "  - pasti-a-casa\n")
      .replace("active: true", "active: false\ninactiveReason: Riprende a maggio.")
      .replaceAll(":sportello}}", ":pasti-a-casa}}"),
  );
  const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(folder, "built") };
  await promisify(execFile)(process.execPath, ["src/tasks/build.ts"], { env });
});

afterAll(() => rm(folder, { recursive: true }));

const html = (path: string) => readFileSync(join(folder, "built", path, "index.html"), "utf8");
const main = (path: string) => /<main[^]*<\/main>/.exec(html(path))?.[0] ?? "";
const text = (path: string) =>
  main(path)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

describe("a service with a line of its own", () => {
  it("has its own number everywhere on its page, and the site's line nowhere", () => {
    expect(main("servizi/pasti")).toContain('href="tel:+390551234567"');
    expect(main("servizi/pasti")).not.toContain("878778");
  });

  it("tells search engines its own number and hours", () => {
    const [, json = ""] =
      /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(html("servizi/pasti")) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      description: expect.stringMatching(/^Servizio non attivo: Riprende a maggio\. /) as unknown,
      termsOfService: "https://aiuto.internal/privacy/",
      availableChannel: {
        servicePhone: {
          telephone: "+39 055 123 4567",
          hoursAvailable: [{ opens: "08:00", closes: "10:00" }],
        },
      },
    });
  });

  it("leaves the other service its line", () => {
    expect(main("servizi/aiuto")).toContain('href="tel:+390571878778"');
    expect(main("servizi/aiuto")).not.toContain("1234567");
  });
});

describe("two services on the home page", () => {
  it("are two links that say which is which", () => {
    const links = [...main("").matchAll(/<a class="btn btn-primary[^>]*>([^]*?)<\/a>/g)].map(
      ([, inner = ""]) => inner.replace(/<[^>]*>/g, "").trim(),
    );
    expect(links.map((link) => link.split(" ")[0])).toEqual(["Aiuto", "Pasti"]);
    expect(new Set(links).size).toBe(2);
  });
});

describe("a service that is not active", () => {
  it.each([
    "",
    "servizi",
    "servizi/salute-benessere-e-assistenza",
    "argomenti/immigrazione",
    "servizi/pasti",
  ])("is called so wherever it is named: /%s", (path) => {
    expect(text(path)).toMatch(/Pasti a casa.*Servizio non attivo|Servizio non attivo.*Pasti a casa/);
  });

  it("says nothing of the active one", () => {
    expect(text("servizi/aiuto")).not.toContain("non attivo");
  });
});
