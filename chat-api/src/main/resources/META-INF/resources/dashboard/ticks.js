/** Which times an axis names: round ones, and no more than there is room for. */

const STEPS = { minute: [1, 2, 5, 10, 15, 30, 60], hour: [1, 2, 3, 6, 12, 24], day: [1, 2, 7, 14, 28] };
const DAY = 24 * 60 * 60_000;

/** @return for each bucket whether its time is named */
export function ticks(buckets, granularity, room) {
  const steps = STEPS[granularity];
  const step = steps.find((it) => buckets.length / it <= room) ?? steps.at(-1);
  return buckets.map(({ start }) => place(new Date(start), granularity) % step === 0);
}

/** Where in its hour, day or calendar a bucket stands, by the clock on the wall. */
function place(time, granularity) {
  if (granularity === 'minute') return time.getMinutes();
  if (granularity === 'hour') return time.getHours();
  return Math.round(time.getTime() / DAY);
}
