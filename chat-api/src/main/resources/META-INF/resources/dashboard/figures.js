/** The figures about the chat: its themes, when they were spoken of, which of them together, and by whom. */
import { get } from './api.js';
import { stretchOf } from './stretch.js';

const FEWEST = 12;
const OF_ONE_THEME = 10;
const OF_EACH_THEME = 3;
/** Milliseconds for which all but the bars may be older than the chat. */
const CALM = 5_000;

export class Figures {
  themes = [];
  /** What `GET /v1/themes` says of the whole: counts and the codebook's version. */
  meta = null;
  /** `{granularity, buckets: [{start, end, counts}], turns}`, each bucket's counts by theme, and the chat session's turns. */
  timeline = null;
  pairs = [];
  /** For every theme that is shown, who speaks of it most: `{theme, speakers}`. */
  people = [];

  /** What the rest was read for. */
  #known = '';
  #filters = null;
  #readAt = 0;
  #areOld = false;

  /** Whether something changed and all but the bars were left as they were, for a moment. */
  get areOld() {
    return this.#areOld;
  }

  /**
   * Reads the themes, and what hangs on them if they have changed: at once for other filters, else not too often.
   *
   * @param tweets the newest tweets, which tell what stretch of time is worth a look
   * @param session the chat session that is looked at, or null
   * @param turns when its questions were talked about
   */
  async read(filters, tweets, session, turns) {
    const { data, meta } = await get('v1/themes', scopeOf(filters));
    const now = JSON.stringify([data, meta, filters, turns]);
    this.#areOld = now !== this.#known;
    if (this.#areOld && (filters !== this.#filters || Date.now() - this.#readAt >= CALM)) {
      Object.assign(this, await readRest(data, filters, tweets, session, turns));
      this.#known = now;
      this.#filters = filters;
      this.#readAt = Date.now();
      this.#areOld = false;
    }
    this.themes = data;
    this.meta = meta;
  }

  /**
   * The counts of the whole chat, as the stream tells them.
   *
   * @return false if they are of no use without what only the service tells
   */
  take({ themes, ...meta }) {
    if (meta.codebook_version !== this.meta?.codebook_version) return false;
    const counts = new Map(themes.map((it) => [it.theme, it]));
    this.themes = this.themes.map((theme) => counted(theme, counts.get(theme.id), meta.tagged_tweet_count));
    this.meta = meta;
    return true;
  }
}

const counted = (theme, { tweet_count, participant_count }, tagged) =>
  ({ ...theme, tweet_count, participant_count, share: tagged ? tweet_count / tagged : 0 });

async function readRest(themes, filters, tweets, session, turns) {
  const scope = scopeOf(filters);
  const shown = themes.filter(({ id, tweet_count }) => (filters.theme ? id === filters.theme : tweet_count > 0));
  const [timeline, pairs, people] = await Promise.all([
    readTimeline(scope, filters.theme, tweets, session),
    get('v1/themes/cooccurrence', scope),
    Promise.all(shown.map((theme) => readPeople(theme, scope, filters.theme ? OF_ONE_THEME : OF_EACH_THEME))),
  ]);
  return { timeline: timeline && { ...timeline, turns }, pairs: pairs.data, people };
}

/** The filters that figures can be asked for by; the others are the wall's alone. */
const scopeOf = ({ chat_id, hashtag, start_time, end_time }) =>
  Object.fromEntries(Object.entries({ chat_id, hashtag, start_time, end_time }).filter(([, value]) => value));

async function readTimeline(scope, theme, tweets, session) {
  const stretch = stretchOf({ start_time: session?.starts_at, end_time: session?.ends_at, ...scope }, tweets);
  if (!stretch) return null;
  const { data } = await get('v1/themes/counts', { ...scope, ...stretch, ...(theme ? { theme } : {}) });
  const buckets = byTime(data);
  return { granularity: stretch.granularity, buckets: scope.start_time || session ? buckets : withoutSilence(buckets) };
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
