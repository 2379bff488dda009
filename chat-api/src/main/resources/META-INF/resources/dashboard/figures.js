/** The figures about the chat: its themes, when they were spoken of, which of them together, and by whom. */
import { get } from './api.js';
import { stretchOf } from './stretch.js';

const FEWEST = 12;
const OF_ONE_THEME = 10;
const OF_EACH_THEME = 3;

export class Figures {
  themes = [];
  /** What `GET /v1/themes` says of the whole: counts and the codebook's version. */
  meta = null;
  /** `{granularity, buckets: [{start, end, counts}]}`, each bucket's counts by theme. */
  timeline = null;
  pairs = [];
  /** For every theme that is shown, who speaks of it most: `{theme, speakers}`. */
  people = [];

  #known = '';

  /**
   * Reads the themes, and what hangs on them if they have changed.
   *
   * @param tweets the newest tweets, which tell what stretch of time is worth a look
   */
  async read(filters, tweets) {
    const scope = scopeOf(filters);
    const { data, meta } = await get('v1/themes', scope);
    const now = JSON.stringify([data, meta, filters]);
    if (now === this.#known) return;
    const shown = data.filter(({ id, tweet_count }) => (filters.theme ? id === filters.theme : tweet_count > 0));
    const [timeline, pairs, people] = await Promise.all([
      readTimeline(scope, filters.theme, tweets),
      get('v1/themes/cooccurrence', scope),
      Promise.all(shown.map((theme) => readPeople(theme, scope, filters.theme ? OF_ONE_THEME : OF_EACH_THEME))),
    ]);
    Object.assign(this, { themes: data, meta, timeline, pairs: pairs.data, people });
    this.#known = now;
  }
}

/** The filters that figures can be asked for by; the others are the wall's alone. */
const scopeOf = ({ hashtag, start_time, end_time }) =>
  Object.fromEntries(Object.entries({ hashtag, start_time, end_time }).filter(([, value]) => value));

async function readTimeline(scope, theme, tweets) {
  const stretch = stretchOf(scope, tweets);
  if (!stretch) return null;
  const { data } = await get('v1/themes/counts', { ...scope, ...stretch, ...(theme ? { theme } : {}) });
  const buckets = byTime(data);
  return { granularity: stretch.granularity, buckets: scope.start_time ? buckets : withoutSilence(buckets) };
}

/** From the first bucket in which anything was said, where nobody asked for an earlier one. */
function withoutSilence(buckets) {
  const first = buckets.findIndex(({ counts }) => Object.values(counts).some((count) => count > 0));
  return buckets.slice(Math.min(first, Math.max(0, buckets.length - FEWEST)));
}

/** The API counts theme by theme; people look bucket by bucket. */
function byTime(counts) {
  const buckets = new Map();
  for (const { theme, start, end, tweet_count } of counts) {
    if (!buckets.has(start)) buckets.set(start, { start, end, counts: {} });
    buckets.get(start).counts[theme] = tweet_count;
  }
  return [...buckets.values()];
}

async function readPeople(theme, scope, limit) {
  const { data } = await get(`v1/themes/${encodeURIComponent(theme.id)}/participants`, { ...scope, limit });
  return { theme, speakers: data };
}
