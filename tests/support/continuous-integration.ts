import { findOrInstallPostgres } from "./postgres-installation.ts";

/**
 * Vitest's global setup for the integration tests. On a developer's machine, tests that need
 * PostgreSQL are skipped where it is missing. In CI they must run, so this installs it first.
 */
export default function setup(): void {
  if (process.env["CI"]) findOrInstallPostgres();
}
