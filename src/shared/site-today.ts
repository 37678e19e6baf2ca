/**
 * The moment that a build, a check or a test takes for now. It is the clock's, unless `SITE_TODAY`
 * sets it: to a day such as `2026-12-24`, meaning its noon in UTC, or to an instant such as
 * `2026-10-25T02:30+01:00`. Two builds for the same day are the same.
 * @throws Error without a stack, saying what to write, if `SITE_TODAY` is neither
 */
export function siteToday(env: { SITE_TODAY?: string | undefined }): Date {
  const { SITE_TODAY: text = "" } = env;
  if (text === "") return new Date();
  const [, day, time = "T12:00Z"] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(text) ?? [];
  const moment = new Date(`${day}${time}`);
  // `Date` would turn 30 February into a day of March.
  if (day !== undefined && !Number.isNaN(moment.getTime()) && exists(day)) return moment;
  const error = new Error(
    `SITE_TODAY is "${text}": it must be a day such as 2026-12-24, or an instant such as 2026-10-25T02:30+01:00.`,
  );
  error.stack = error.message;
  throw error;
}

function exists(day: string): boolean {
  const midnight = new Date(`${day}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
