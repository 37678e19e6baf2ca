import { describe, expect, it } from "vitest";
import { checkProduction, productionWarnings } from "../../../src/server/production.ts";

const url = (password: string) => `postgres://website:${password}@db.example:5432/segretariato`;

describe("in production", () => {
  it.each(["change-me", "CHANGE-ME", "change%2Dme", "cambiami", "password", "postgres"])(
    "an example's password is refused, with what to do and without the address: %s",
    (password) => {
      const check = () => {
        checkProduction({ NODE_ENV: "production", DATABASE_URL: url(password) });
      };
      expect(check).toThrow(
        /^NODE_ENV is production and the password in DATABASE_URL comes from an example\./,
      );
      expect(check).not.toThrow("db.example");
    },
  );

  it("an example's password is refused wherever the driver would find it", () => {
    for (const env of [
      { DATABASE_URL: "postgres://db.example/segretariato?user=website&password=change-me" },
      { DATABASE_URL: "postgres://website@db.example/segretariato", PGPASSWORD: "change-me" },
    ]) {
      expect(() => {
        checkProduction({ NODE_ENV: "production", ...env });
      }).toThrow("comes from an example");
    }
  });

  it("a password of one's own is taken, and so is none", () => {
    for (const DATABASE_URL of [
      url("kT3-not-an-example"),
      url("100%"),
      "postgres:///segretariato",
      "",
      undefined,
    ])
      expect(() => {
        checkProduction({ NODE_ENV: "production", DATABASE_URL });
      }).not.toThrow();
  });

  it("a placeholder for the site's address is reported", () => {
    const env = { NODE_ENV: "production" };
    expect(productionWarnings(env, "https://segretariato-sociale.example")).toEqual([
      expect.stringMatching(/every post will be refused.*_data\/site\.json/) as unknown,
    ]);
    expect(productionWarnings(env, "https://sociale.comune.fi.it")).toEqual([]);
  });
});

it("a developer may use examples", () => {
  const env = { NODE_ENV: "development", DATABASE_URL: url("change-me") };
  expect(() => {
    checkProduction(env);
  }).not.toThrow();
  expect(productionWarnings(env, "https://segretariato-sociale.example")).toEqual([]);
});
