/** The heading under which a report lists its findings. */
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

/** Something that is wrong on a built page, in Italian. */
export interface Finding {
  subject: Subject;
  /** The page's address on the site. */
  path: string;
  message: string;
}

/** Turns pairs of page and message into findings about one subject. */
export function about(
  subject: Subject,
  found: Iterable<readonly [path: string, message: string]>,
): Finding[] {
  return Array.from(found, ([path, message]) => ({ subject, path, message }));
}
