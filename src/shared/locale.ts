/**
 * The locale for dates, times, weekdays and lists in a language. Where a language leaves the
 * choice, as English does, it uses Italy's order and 24 hours. Digits are always those of the
 * telephone numbers on the pages. Build and browser share it.
 * @see https://www.rfc-editor.org/rfc/rfc6067
 */
export function localeOf(lang: string): string {
  return `${lang}-IT-u-nu-latn`;
}
