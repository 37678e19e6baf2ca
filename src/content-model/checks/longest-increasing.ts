/** The longest subsequence whose ranks increase: what it leaves out is the least that must move to put all in order. */
export function longestIncreasing<Item>(items: readonly Item[], rank: (item: Item) => number): Item[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const before = runs.filter((run) => run.every((other) => rank(other) < rank(item)));
    runs.push([...longest(before), item]);
  }
  return longest(runs);
}

function longest<Item>(runs: readonly Item[][]): Item[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}
