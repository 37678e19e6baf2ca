import { readSections, type Section } from "./section.ts";

/** The sections of a text that have a heading. */
export function splitSections(body: string): Section[] {
  return readSections(body, 1).filter(({ level }) => level === 2);
}
