import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAllowedOrigins } from "../../../src/feedback/http/origins.ts";
import { readLimits } from "../../../src/feedback/limits/limits.ts";
import { environmentOf, readCompose } from "../../support/compose.ts";

/** The variables in the table of limits in docs/feedback.md. */
const LIMITS = [
  "FEEDBACK_PROCESSES",
  "FEEDBACK_RATE_BURST",
  "FEEDBACK_RATE_PER_MINUTE",
  "FEEDBACK_SENDER_VOTES",
  "FEEDBACK_EQUAL_TEXTS",
  "REQUEST_SECONDS",
];

const SECRETS = { POSTGRES_PASSWORD: "a", WEBSITE_PASSWORD: "b" };

const compose = readCompose(readFileSync("compose.yaml", "utf8"));
const { database, migrations, website } = compose.services;

describe("compose.yaml", () => {
  it.each(["database", "migrations", "website"] as const)("starts %s with no password of its own", (name) => {
    expect(() => environmentOf(compose, name, {})).toThrow(/required variable \w+_PASSWORD is missing/);
    expect(() => environmentOf(compose, name, SECRETS)).not.toThrow();
  });

  it("gives the website the login that cannot read comments, and the tables' owner only to the migrations", () => {
    expect(new URL(website.environment["DATABASE_URL"] ?? "").username).toBe("website");
    expect(website.environment).not.toHaveProperty("POSTGRES_PASSWORD");
    expect(new URL(migrations.environment["DATABASE_URL"] ?? "").username).toBe("postgres");
  });

  it("keeps rows out of the database's log", () => {
    expect(database.command).toEqual(["postgres", "-c", "log_error_verbosity=terse"]);
  });

  it("lets nobody reach the database from outside, and the website only from this machine", () => {
    expect([...database.ports, ...migrations.ports]).toEqual([]);
    expect(compose.networks[database.networks.join()]?.internal).toBe(true);
    for (const port of website.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it("believes the proxies of its own network, unless others are named", () => {
    const subnets = compose.networks["default"]?.ipam?.config.map(({ subnet }) => subnet);
    expect(environmentOf(compose, "website", SECRETS)["TRUSTED_PROXIES"]).toBe(subnets?.join());
  });

  it("hands every setting of the handler through, whose defaults are the program's own", () => {
    const settings = [...LIMITS, "ALLOWED_ORIGINS", "LOG_LEVEL", "TRUSTED_PROXIES"];
    const chosen = Object.fromEntries(settings.map((name) => [name, `the ${name}`]));
    expect(environmentOf(compose, "website", { ...SECRETS, ...chosen })).toMatchObject(chosen);
    const left = environmentOf(compose, "website", SECRETS);
    expect(readLimits(left)).toEqual(readLimits());
    expect(readLimits({ ...left, FEEDBACK_PROCESSES: "16" })).toEqual(
      readLimits({ FEEDBACK_PROCESSES: "16" }),
    );
    expect(readAllowedOrigins(left).size).toBe(0);
  });
});

describe(".dockerignore", () => {
  it("lets through only what it names, and names no data, secret or history", () => {
    const rules = readFileSync(".dockerignore", "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    for (const name of [".env", ".data", ".git", "node_modules"]) expect(rules).not.toContain(`!${name}`);
  });
});
