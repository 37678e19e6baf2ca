import { parseArgs } from "node:util";
import { main } from "./run-command.ts";

// npm run feedback:digest: sends what should be noticed now, and once a week the digest
// (docs/operations.md). With --now it sends the digest of last week in any case.
await main(() => {
  const { values } = parseArgs({ options: { now: { type: "boolean", default: false } } });
  return { name: "digest", now: values.now };
});
