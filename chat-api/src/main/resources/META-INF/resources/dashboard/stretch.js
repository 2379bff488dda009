/** Which stretch of time is worth a look, and how finely: a chat is an hour, a year of chats is not. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From fine to coarse, with the longest stretch that each is good for. */
const GRAINS = [
  { granularity: 'minute', length: MINUTE, longest: 2 * HOUR },
  { granularity: 'hour', length: HOUR, longest: 5 * DAY },
  { granularity: 'day', length: DAY, longest: 120 * DAY },
];
/** The service gives this many buckets at most; what is longer is cut to its end. */
const MOST = 1_440;

/**
 * As `GET /v1/themes/counts` takes it; null if there is nothing to look at. An end that the filters leave open is chosen
 * so that most of the tweets on the wall are seen.
 */
export function stretchOf({ start_time, end_time }, tweets) {
  const times = tweets.map(({ created_at }) => Date.parse(created_at)).toSorted((a, b) => a - b);
  if (times.length === 0) return null;
  const end = end_time ? Date.parse(end_time) : times.at(-1) + MINUTE;
  const start = start_time ? Date.parse(start_time) : end - grainOf(end - times[Math.floor(times.length / 2)]).longest;
  const { granularity, length } = grainOf(end - start);
  return { granularity, start_time: iso(Math.max(start, end - MOST * length)), end_time: iso(end) };
}

const grainOf = (stretch) => GRAINS.find(({ longest }) => stretch <= longest) ?? GRAINS.at(-1);

const iso = (time) => new Date(time).toISOString();
