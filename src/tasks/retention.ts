import { parseArgs } from "node:util";
import { main } from "./run-command.ts";

// npm run feedback:retention: erases what has had its time (docs/feedback.md). With --dry-run it
// only counts.
await main(() => {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
  return { name: "retention", dryRun: values["dry-run"] };
});
