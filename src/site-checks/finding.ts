/** What a promise is about, as a person reads it above what was found. */
export type Subject =
  | "Pagine"
  | "HTML valido"
  | "Link"
  | "Modello nazionale"
  | "Dati strutturati"
  | "Lingue"
  | "Accessibilità"
  | "Larghezza di uno schermo piccolo"
  | "Peso"
  | "Riservatezza"
  | "Modulo del parere";

/** A promise that a built page does not keep, in Italian. */
export interface Finding {
  subject: Subject;
  /** The page's address on the site. */
  path: string;
  message: string;
}

/** Findings about one subject, each a page and a message. */
export function about(
  subject: Subject,
  found: Iterable<readonly [path: string, message: string]>,
): Finding[] {
  return Array.from(found, ([path, message]) => ({ subject, path, message }));
}
