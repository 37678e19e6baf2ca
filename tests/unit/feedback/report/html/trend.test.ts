import { describe, expect, it } from "vitest";
import { trendOf } from "../../../../../src/feedback/report/html/trend.ts";
import { addDays } from "../../../../../src/shared/opening-hours.ts";

/**
 * The trend of weeks, one after the other, across the clock's change of October.
 * @param counts such as `9:5 0:0`, which are nine ratings, five of them high, and then none
 */
function trend(counts: string) {
  const weeks = counts.split(" ").map((count, index) => {
    const [ratings = 0, positive = 0] = count.split(":").map(Number);
    return { monday: addDays("2026-10-05", 7 * index), ratings, positive };
  });
  return trendOf(weeks.filter(({ ratings }) => ratings > 0));
}

const times = (count: number, week: string) => Array<string>(count).fill(week).join(" ");

const said = (counts: string) => trend(counts)?.text.replaceAll("\u00a0", " ");

describe("trendOf", () => {
  it("says that the share went up or down only where that is certain", () => {
    const [bad, good] = [times(4, "20:8"), times(4, "20:17")];
    expect(said(`${bad} ${good}`)).toBe("La parte di 4 e 5 stelle è salita dal 40 % all’85 % in 8 settimane");
    expect(said(`${good} ${bad}`)).toBe("La parte di 4 e 5 stelle è scesa dall’85 % al 40 % in 8 settimane");
    expect(said(`${times(4, "20:12")} ${times(4, "20:14")}`)).toBe(
      "La parte di 4 e 5 stelle non è cambiata in modo certo: dal 60 % al 70 % in 8 settimane",
    );
    expect(said("5:1 1:1 5:5 20:9")).toContain("le valutazioni sono poche per dire se cambia");
  });

  it("says nothing of nothing, of two weeks, and of too few ratings", () => {
    expect(trendOf([])).toBeUndefined();
    expect(trend("50:20 50:20")).toBeUndefined();
    expect(trend(times(10, "1:1"))).toBeUndefined();
  });

  it("has the weeks in which nobody rated", () => {
    expect(trend("9:5 9:5 0:0 9:5")?.spans.map(({ monday, ratings }) => [monday, ratings])).toEqual([
      ["2026-10-05", 9],
      ["2026-10-12", 9],
      ["2026-10-19", 0],
      ["2026-10-26", 9],
    ]);
  });

  it("puts weeks with few ratings together, and the newest weeks always make a whole span", () => {
    const few = trend(`1:0 ${times(12, "2:1")}`);

    expect(few?.weeksOfSpan).toBe(4);
    expect(few?.spans).toEqual([
      { monday: "2026-10-05", ratings: 1, positive: 0 },
      { monday: "2026-10-12", ratings: 8, positive: 4 },
      { monday: "2026-11-09", ratings: 8, positive: 4 },
      { monday: "2026-12-07", ratings: 8, positive: 4 },
    ]);
  });
});
