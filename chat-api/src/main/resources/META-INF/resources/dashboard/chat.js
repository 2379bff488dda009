/**
 * The chat as this page knows it: the newest tweets that match the filters, and the figures. It keeps itself up to date,
 * and after a time without the service it catches up by reading on from what it knows. Says "change" after every round,
 * whether it brought news or failed.
 */
import { get, Refused, Unreachable } from './api.js';
import { Figures } from './figures.js';

const PAGE = 50;
/** How far back one round reads before it begins anew with the newest. */
const MOST_PAGES = 6;
const PACE = { waiting: 400, watched: 2_000, hidden: 15_000 };
const LONGEST_PAUSE = 15_000;

export class Chat extends EventTarget {
  tweets = [];
  figures = new Figures();
  /** Where older tweets go on, or null. */
  next = null;
  /** Why the service refuses these filters, or null. */
  refusal = null;
  /** Since when nothing has been heard, or null. */
  offlineSince = null;

  #filters = {};
  #failures = 0;
  #wake = () => {};

  /** Begins, and goes on for as long as the page is there. */
  async run(filters) {
    this.#filters = filters;
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => this.hurry());
    for (;;) {
      await this.#round();
      await this.#pause();
    }
  }

  /** Looks at other tweets from now on. */
  filter(filters) {
    this.#filters = filters;
    this.tweets = [];
    this.next = null;
    this.refusal = null;
    this.#changed();
    this.hurry();
  }

  /** Looks now, not in a moment. */
  hurry() {
    this.#wake();
  }

  /** Reads one page of older tweets. */
  async older() {
    const filters = this.#filters;
    const { data, meta } = await this.#page(filters, this.next);
    if (filters !== this.#filters) return;
    this.tweets = [...this.tweets, ...data];
    this.next = meta.next_cursor;
    this.#changed();
  }

  async #round() {
    try {
      await this.#read(this.#filters);
      this.#failures = 0;
      this.offlineSince = null;
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      this.#failures++;
      this.offlineSince ??= new Date();
    }
    this.#changed();
  }

  async #read(filters) {
    try {
      const { tweets, next } = await this.#readDown(filters);
      if (filters !== this.#filters) return;
      this.tweets = tweets;
      this.next = next;
      await this.figures.read(filters, tweets);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      if (filters === this.#filters) this.refusal = failure.message;
    }
  }

  /** From the newest tweet down to those that are known and done with; what is known below stays. */
  async #readDown(filters) {
    const read = [];
    let next = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { data, meta } = await this.#page(filters, next);
      read.push(...data);
      next = meta.next_cursor;
      const below = this.#knownBelow(read.at(-1));
      if (next === null || this.tweets.length === 0) break;
      if (below && !below.some(isPending)) return { tweets: [...read, ...below], next: below.length ? this.next : next };
    }
    return { tweets: read, next };
  }

  #knownBelow(tweet) {
    const at = this.tweets.findIndex(({ id }) => id === tweet?.id);
    return at < 0 ? null : this.tweets.slice(at + 1);
  }

  #page(filters, cursor) {
    return get('v1/tweets', { ...filters, limit: PAGE, ...(cursor ? { cursor } : {}) });
  }

  #pause() {
    return new Promise((over) => {
      this.#wake = over;
      setTimeout(over, this.#length());
    });
  }

  #length() {
    if (this.#failures > 0) return Math.min(LONGEST_PAUSE, 1_000 * 2 ** (this.#failures - 1));
    if (document.hidden) return PACE.hidden;
    return this.tweets.some(isPending) ? PACE.waiting : PACE.watched;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

const isPending = ({ tagging }) => tagging.state === 'pending';
