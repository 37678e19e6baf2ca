import { expect, test } from "vitest";
import { htmlFindings } from "../../../src/site-checks/valid-html.ts";
import { pageWith, withTinySite } from "../../support/tiny-site.ts";

const found = (main: string) =>
  withTinySite(
    { "index.html": pageWith("<p>A posto.</p>"), "aiuto/index.html": pageWith(main) },
    htmlFindings,
  );

test("valid pages have no findings", async () => {
  expect(await found("<p>A posto.</p>")).toEqual([]);
});

test("a template that emits invalid HTML is found on its page, by rule and place", async () => {
  expect(await found('<p id="a"><img src="/x.png" id="a"></p>')).toEqual([
    expect.objectContaining({
      subject: "HTML valido",
      path: "/aiuto/",
      message: expect.stringContaining("wcag/h37") as string,
    }),
    expect.objectContaining({ message: expect.stringContaining("no-dup-id") as string }),
  ]);
});
