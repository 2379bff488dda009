/** Numbers and times as people read them. */

const LOCALE = 'en-GB';
const DAY = 24 * 60 * 60 * 1000;
const UNITS = [
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' });
const absolute = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
const hour = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const numbers = new Intl.NumberFormat(LOCALE);
const shares = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

export const number = (value) => numbers.format(value);
export const percent = (share) => shares.format(share);

/** How sure a machine is; it never is quite sure. */
export const certainty = (score) => percent(Math.min(score, 0.99));
export const moment = (time) => absolute.format(new Date(time));
/** "25 Nov 2026, 19:00–20:00": from one moment to another, each said once. */
export const stretch = (start, end) => absolute.formatRange(new Date(start), new Date(end));
export const exactly = (time) => exact.format(new Date(time));
export const clockTime = (time) => clock.format(new Date(time));

/** The name of a minute, an hour or a day on an axis. */
export const bucketTime = (time, granularity) => ({ minute: clock, hour, day })[granularity].format(new Date(time));

/** "2 tweets", "1 tweet". */
export const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** How long ago on the same day, and the date of what is older. */
export function ago(time, now = Date.now()) {
  const passed = now - new Date(time).getTime();
  if (passed < 0 || passed >= DAY) return moment(time);
  const [unit, length] = UNITS.find(([, long]) => passed >= long) ?? [null, 0];
  return unit ? relative.format(-Math.floor(passed / length), unit) : 'just now';
}
