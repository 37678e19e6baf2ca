/**
 * The locale of dates, times, weekdays and lists in a language: in Italy's order and 24 hours where the language leaves
 * the choice (English), always in the digits of the pages' telephone numbers.
 * Shared by build and browser. https://www.rfc-editor.org/rfc/rfc6067
 */
export function localeOf(lang: string): string {
  return `${lang}-IT-u-nu-latn`;
}
