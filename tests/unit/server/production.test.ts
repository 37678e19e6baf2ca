import { describe, expect, it } from "vitest";
import { checkOrigin, checkProduction } from "../../../src/server/production.ts";

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
      { DATABASE_URL: url("kT3-not-an-example"), REPORT_DATABASE_URL: url("change-me") },
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

  const check = (origin: string) => () => {
    checkOrigin({ NODE_ENV: "production" }, origin);
  };

  it.each([
    "https://segretariato-sociale.example",
    "https://www.example.org",
    "https://sito.test",
    "http://localhost:8080",
  ])("a placeholder for the site's address is refused, with what to set: %s", (origin) => {
    expect(check(origin)).toThrow(/every post would be refused.*`origin` in _data\/site\.json/);
  });

  it("an address of one's own is taken", () => {
    for (const origin of ["https://sociale.comune.fi.it", "https://www.myexample.org", "https://example.it"])
      expect(check(origin)).not.toThrow();
  });
});

it("a developer may use examples", () => {
  const env = { NODE_ENV: "development", DATABASE_URL: url("change-me") };
  expect(() => {
    checkProduction(env);
  }).not.toThrow();
  expect(() => {
    checkOrigin(env, "https://segretariato-sociale.example");
  }).not.toThrow();
});
