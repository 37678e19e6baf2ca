import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rooms outside `src`. */
const ELSEWHERE = { components: "_includes/components", ".eleventy.ts": ".eleventy.ts" };

const pathOf = (room) => ELSEWHERE[room] ?? join("src", room);

/**
 * Turns the arrows in ARCHITECTURE.md into zones for `import-x/no-restricted-paths`. A room may
 * import itself, the rooms that its arrow leads to, and whatever these may import. A room inside
 * another may also import whatever the outer one may.
 * @see
 * https://github.com/un-ts/eslint-plugin-import-x/blob/master/docs/rules/no-restricted-paths.md
 * @throws Error when the drawing contains a cycle, names a missing room, or omits one
 */
export function arrowZones() {
  const arrows = readDrawing();
  // Inner rooms sort after the ones that contain them.
  const rooms = [...arrows.keys()].sort();
  const reach = (room, seen = new Set()) => {
    for (const next of arrows.get(room) ?? []) {
      if (!seen.has(next)) reach(next, seen.add(next));
    }
    return seen;
  };
  const outerOf = (room) => rooms.find((other) => room.startsWith(`${other}/`));
  const roomOf = (file) => rooms.findLast((room) => isIn(file, pathOf(room)));
  const gone = rooms.filter((room) => !existsSync(pathOf(room)));
  if (gone.length > 0) throw new Error(`ARCHITECTURE.md draws ${gone.join(", ")}, which is not there`);
  const divided = new Set(rooms.map(outerOf));
  const left = globSync("src/**/*.{ts,mjs}", { exclude: ["**/*.d.ts"] }).filter(
    (file) => divided.has(roomOf(file)) || !roomOf(file),
  );
  if (left.length > 0) throw new Error(`ARCHITECTURE.md draws no room for ${left.join(", ")}`);
  return rooms.flatMap((room) => {
    const allowed = new Set([room, ...reach(room), ...reach(outerOf(room))]);
    if (reach(room).has(room)) throw new Error(`ARCHITECTURE.md draws a circle through ${room}`);
    const message = `ARCHITECTURE.md draws no arrow from ${room} to there.`;
    const zone = { target: pathOf(room), message };
    return [
      { ...zone, from: "src", except: [...allowed].filter((name) => !(name in ELSEWHERE)) },
      { ...zone, from: "tests" },
      ...(allowed.has("components") ? [] : [{ ...zone, from: "_includes" }]),
    ];
  });
}

/**
 * Reads each room in the drawing and the rooms that its arrows lead to. The line `a: b → c` means
 * `a/b → a/c`.
 * @throws Error when there is no drawing
 */
function readDrawing() {
  const [, drawing] = /^```arrows\n(.+?)^```/ms.exec(readFileSync("ARCHITECTURE.md", "utf8")) ?? [];
  if (drawing === undefined) throw new Error("ARCHITECTURE.md draws no arrows");
  const arrows = new Map();
  for (const line of drawing.split("\n").filter(Boolean)) {
    const [, outer = "", chain] = /^(?:(\S+):)?(.+)$/.exec(line);
    const ranks = chain.split("→").map((rank) => rank.split(",").map((name) => join(outer, name.trim())));
    for (const name of ranks.flat()) if (!arrows.has(name)) arrows.set(name, []);
    ranks.forEach((rank, index) =>
      rank.forEach((name) => arrows.get(name).push(...(ranks[index + 1] ?? []))),
    );
  }
  return arrows;
}

function isIn(file, folder) {
  return file === folder || file.startsWith(join(folder, "/"));
}
