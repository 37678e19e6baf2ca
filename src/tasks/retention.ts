import { parseArgs } from "node:util";
import { withDatabase } from "../feedback/store/open-database.ts";
import { applyRetention, countRetention, readRetentionPeriods } from "../feedback/store/retention.ts";
import { OperatorError } from "../shared/operator-error.ts";

// npm run feedback:retention: erases what has had its time (docs/feedback.md). With --dry-run it
// only counts.
try {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
  const periods = readRetentionPeriods(process.env);
  const work = values["dry-run"] ? countRetention : applyRetention;
  const { texts, suspects, rows } = await withDatabase(process.env, (driver) => work(driver, periods));
  console.log(
    `${values["dry-run"] ? "To erase" : "Erased"}: ${texts} comments older than ${periods.texts} months, ` +
      `${suspects} suspect posts as old, ${rows} ratings older than ${periods.rows} months, kept as numbers of their day.`,
  );
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
