/**
 * The newest tweets that match some filters, newest first: read from the service page by page, and kept up to date by
 * what the stream tells.
 */
import { get } from './api.js';
import { canMatch, matches } from './match.js';

const PAGE = 50;
/** How far back one reading goes before it begins anew with the newest. */
const MOST_PAGES = 6;
/** What a page in a browser holds without getting slow. */
const MOST = 1_000;

export class Tweets {
  list = [];
  /** Where older tweets go on, or null. */
  next = null;

  #filters;
  #session;
  /** What was told during a reading, which may be newer than what is read. */
  #meanwhile = [];

  /** @param session gives the chat session of the filters, or null */
  constructor(filters, session) {
    this.#filters = filters;
    this.#session = session;
  }

  get arePending() {
    return this.list.some(isPending);
  }

  /** From the newest tweet down to those that are known and done with; what is known below stays. */
  async read() {
    this.#meanwhile = [];
    const { list, next } = await this.#readDown();
    this.list = list;
    this.next = next;
    for (const news of this.#meanwhile) this.#place(news);
  }

  /** One page of older tweets. */
  async readOlder() {
    const { data, meta } = await this.#page(this.next);
    this.list = [...this.list, ...data];
    this.next = meta.next_cursor;
  }

  /**
   * A tweet as it is now, or only its id if it was erased.
   *
   * @return false if the service has to be asked whether it belongs here
   */
  take(news) {
    this.#meanwhile.push(news);
    return this.#place(news);
  }

  #place(news) {
    const others = this.list.filter(({ id }) => id !== news.id);
    const isKnown = others.length < this.list.length;
    if (!this.#mayFit(news)) this.list = others;
    else if (isKnown) this.list = this.list.map((tweet) => (tweet.id === news.id ? news : tweet));
    else if (!this.#canJudge) return false;
    else this.#insert(news);
    return true;
  }

  #mayFit(news) {
    return 'text' in news && (!this.#canJudge || matches(news, this.#filters, this.#session()));
  }

  get #canJudge() {
    return canMatch(this.#filters, this.#session());
  }

  /** Ids tell the time. What is older than all that is here comes with the older tweets. */
  #insert(tweet) {
    const at = this.list.findIndex(({ id }) => id < tweet.id);
    if (at >= 0) this.list = this.list.toSpliced(at, 0, tweet);
    else if (this.next === null) this.list = [...this.list, tweet];
  }

  async #readDown() {
    const read = [];
    let next = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { data, meta } = await this.#page(next);
      read.push(...data);
      next = meta.next_cursor;
      const below = this.#knownBelow(read.at(-1));
      if (next === null || this.list.length === 0 || read.length + (below?.length ?? 0) > MOST) break;
      if (below && !below.some(isPending)) return { list: [...read, ...below], next: below.length ? this.next : next };
    }
    return { list: read, next };
  }

  #knownBelow(tweet) {
    const at = this.list.findIndex(({ id }) => id === tweet?.id);
    return at < 0 ? null : this.list.slice(at + 1);
  }

  #page(cursor) {
    return get('v1/tweets', { ...this.#filters, limit: PAGE, ...(cursor ? { cursor } : {}) });
  }
}

const isPending = ({ tagging }) => tagging.state === 'pending';
