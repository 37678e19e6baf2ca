import { decodePercent } from "../shared/decode-percent.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { isReservedName } from "../shared/reserved-names.ts";

/** The environment variables that may hold a secret. */
export interface SecretEnvironment {
  NODE_ENV?: string | undefined;
  DATABASE_URL?: string | undefined;
  REPORT_DATABASE_URL?: string | undefined;
  PGPASSWORD?: string | undefined;
}

/**
 * Passwords from the examples of this project and of others. Whoever uses one has
 * copied it, not chosen it.
 */
const EXAMPLE_PASSWORDS = new Set([
  "change-me",
  "changeme",
  "cambiami",
  "example",
  "password",
  "postgres",
  "secret",
]);

/**
 * Refuses in production what is harmless on a developer's machine. The database itself is
 * checked where it is opened.
 * @throws OperatorError saying what to do; it never repeats a secret
 */
export function checkProduction(env: SecretEnvironment): void {
  const { NODE_ENV, DATABASE_URL = "", REPORT_DATABASE_URL = "", PGPASSWORD = "" } = env;
  if (NODE_ENV !== "production") return;
  const variables = {
    DATABASE_URL: passwordsOf(DATABASE_URL),
    REPORT_DATABASE_URL: passwordsOf(REPORT_DATABASE_URL),
    PGPASSWORD: [PGPASSWORD],
  };
  for (const [name, passwords] of Object.entries(variables)) {
    if (!passwords.some((password) => EXAMPLE_PASSWORDS.has(password.toLowerCase()))) continue;
    throw new OperatorError(
      `NODE_ENV is production and the password in ${name} comes from an example. Give the database's role a password ` +
        "of its own (for example the output of: openssl rand -base64 24 | tr '+/' '-_') and set it there.",
    );
  }
}

/**
 * Refuses in production a site whose origin is a placeholder, because every post would be refused.
 * @throws OperatorError saying what to set
 */
export function checkOrigin({ NODE_ENV }: SecretEnvironment, origin: string): void {
  if (NODE_ENV !== "production" || !isReservedName(new URL(origin).hostname)) return;
  throw new OperatorError(
    `NODE_ENV is production and the site was built for ${origin}, a placeholder: every post would be refused. ` +
      "Set `origin` in _data/site.json to the site's address and build again.",
  );
}

/** The passwords that the driver may take from the address: before the host, or as a parameter. */
function passwordsOf(connectionString: string): string[] {
  const url = URL.parse(connectionString);
  if (!url) return [];
  return [decodePercent(url.password), url.searchParams.get("password") ?? ""];
}
