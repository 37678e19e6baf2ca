import type { LanguageStatus } from "./translation-status.ts";

/** A language's state for a person to read: how much there is, and the files of what there is to do. */
export function statusReport({ code, name, total, missing, ...pages }: LanguageStatus): string[] {
  const translated = total - missing.length;
  return [
    `${name} (${code}): ${translated} di ${total} pagine`,
    ...listed("da tradurre", missing, total),
    ...listed("da registrare", pages.unrecorded, translated),
    ...listed("da aggiornare", pages.stale, translated),
    ...listed("da far controllare", pages.unreviewed, translated),
  ];
}

/** One file a line; of all there is no need to name each. */
function listed(what: string, names: readonly string[], total: number): string[] {
  if (names.length === 0) return [];
  if (names.length === total && total > 1) return [`  ${what}: tutte`];
  return [`  ${what}: ${names.length}`, ...names.map((name) => `    ${name}`)];
}
