import { describe, expect, it } from "vitest";
import { iconPath } from "../../../../src/config/views/icons.ts";

describe("an icon", () => {
  it.each(["arrow-right", "check-circle", "error"])(
    "is a single path, whatever its file is made of: %s",
    (name) => {
      expect(iconPath(name)).toMatch(/^<path d="[Mm][^"<>]+"\/>$/);
    },
  );

  it("fails when Bootstrap Italia has no such icon", () => {
    expect(() => iconPath("unicorn")).toThrow("it-unicorn.svg");
  });
});
