import { findOrInstallPostgres } from "./postgres-installation.ts";

/**
 * Vitest's global setup of the integration tests. On a developer's machine the tests that need PostgreSQL are skipped where
 * there is none; where the project is judged they must not be, whichever file comes first.
 */
export default function setup(): void {
  if (process.env["CI"]) findOrInstallPostgres();
}
