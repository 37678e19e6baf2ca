import { openDatabase } from "../feedback/store/open-database.ts";
import { checkProduction } from "../server/production.ts";
import { OperatorError } from "../shared/operator-error.ts";

// npm run migrate: updates the database tables, for a server whose own role may not
// (docs/feedback.md).
try {
  checkProduction(process.env);
  const database = await openDatabase(process.env);
  await database.close();
  console.log("The tables are up to date.");
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
