import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAllowedOrigins } from "../../../src/feedback/http/cors.ts";
import { readLimits } from "../../../src/feedback/limits/limits.ts";
import { environmentOf, readCompose } from "../../support/compose.ts";

/** What docs/feedback.md has in its table of limits. */
const LIMITS = [
  "FEEDBACK_PROCESSES",
  "FEEDBACK_RATE_BURST",
  "FEEDBACK_RATE_PER_MINUTE",
  "FEEDBACK_FLOOD_POSTS",
  "REQUEST_SECONDS",
];

const LINTER = "node_modules/dclint/bin/dclint.cjs";

const source = await readFile("compose.yaml", "utf8");
const compose = readCompose(source);
const { database, migrations, website } = compose.services;

/** What the linter says of a file by our settings; nothing when it minds nothing. */
function lint(file: string): Promise<string> {
  return new Promise((done) => {
    const args = [LINTER, "--max-warnings", "0", "--config", ".dclintrc.yaml", file];
    execFile(process.execPath, args, (error, stdout, stderr) => {
      done(error ? `${stdout}${stderr}` : "");
    });
  });
}

describe("compose.yaml", () => {
  it("has nothing that its linter minds, by the schema of the Compose specification too", async () => {
    expect(await lint("compose.yaml")).toBe("");
  });

  it("is really read by the linter", async () => {
    const folder = await mkdtemp(join(tmpdir(), "compose-"));
    try {
      const file = join(folder, "compose.yaml");
      await writeFile(file, source.replace("read_only:", "readonly:"));
      expect(await lint(file)).toContain("invalid-schema");
      await writeFile(file, source.replace("127.0.0.1:${PORT", "${PORT"));
      expect(await lint(file)).toContain("no-unbound-port-interfaces");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each(["database", "migrations", "website"] as const)("starts %s with no password of its own", (name) => {
    expect(() => environmentOf(compose, name, {})).toThrow(/required variable \w+_PASSWORD is missing/);
    expect(() =>
      environmentOf(compose, name, { POSTGRES_PASSWORD: "a", WEBSITE_PASSWORD: "b" }),
    ).not.toThrow();
  });

  it("keeps passwords out of addresses, where some characters would break them", () => {
    for (const { environment } of [migrations, website]) {
      expect(new URL(environment["DATABASE_URL"] ?? "").password).toBe("");
      expect(environment["PGPASSWORD"]).toBeDefined();
    }
  });

  it("gives the website the login that cannot read comments, and the tables' owner only to the migrations", () => {
    expect(new URL(website.environment["DATABASE_URL"] ?? "").username).toBe("website");
    expect(website.environment).not.toHaveProperty("POSTGRES_PASSWORD");
    expect(new URL(migrations.environment["DATABASE_URL"] ?? "").username).toBe("postgres");
  });

  it("waits for a database that answers, then for its tables", () => {
    expect(migrations.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(database.healthcheck?.test).toContain("pg_isready");
    expect(website.depends_on).toEqual({ migrations: { condition: "service_completed_successfully" } });
    expect(website.healthcheck, "the image's own check").toBeUndefined();
  });

  it("takes PostgreSQL by exact version and digest", () => {
    expect(database.image).toMatch(/^postgres:\d+\.\d+-bookworm@sha256:[0-9a-f]{64}$/);
  });

  it.each([
    ["database", database],
    ["migrations", migrations],
    ["website", website],
  ])("gives %s no right that it does not need", (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    expect(service.tmpfs).toContain("/tmp");
  });

  it("lets nobody reach the database from outside, and the website only from this machine", () => {
    expect([...database.ports, ...migrations.ports]).toEqual([]);
    expect(compose.networks[database.networks.join()]?.internal).toBe(true);
    expect(website.ports).toEqual(["127.0.0.1:${PORT:-8080}:8080"]);
  });

  it("believes the proxies of its own network, whose addresses stay the same, unless others are named", () => {
    const secrets = { POSTGRES_PASSWORD: "a", WEBSITE_PASSWORD: "b" };
    const subnets = compose.networks["default"]?.ipam?.config.map(({ subnet }) => subnet);
    expect(environmentOf(compose, "website", secrets)["TRUSTED_PROXIES"]).toBe(subnets?.join());
    const named = { ...secrets, TRUSTED_PROXIES: "192.0.2.1" };
    expect(environmentOf(compose, "website", named)["TRUSTED_PROXIES"]).toBe("192.0.2.1");
  });

  it("hands every setting of the handler through, whose defaults are the program's own", () => {
    const settings = [...LIMITS, "ALLOWED_ORIGINS", "LOG_LEVEL"];
    const secrets = { POSTGRES_PASSWORD: "a", WEBSITE_PASSWORD: "b" };
    const chosen = Object.fromEntries(settings.map((name) => [name, `the ${name}`]));
    expect(environmentOf(compose, "website", { ...secrets, ...chosen })).toMatchObject(chosen);
    const left = environmentOf(compose, "website", secrets);
    expect(readLimits(left)).toEqual(readLimits());
    expect(readLimits({ ...left, FEEDBACK_PROCESSES: "16" })).toEqual(
      readLimits({ FEEDBACK_PROCESSES: "16" }),
    );
    expect(readAllowedOrigins(left).size).toBe(0);
  });

  it("brings a script for the logins that the database's image may run", () => {
    expect(source).toContain("./docker/create-logins.sh:/docker-entrypoint-initdb.d/create-logins.sh:ro");
    expect(() => {
      accessSync("docker/create-logins.sh", constants.X_OK);
    }).not.toThrow();
  });
});
