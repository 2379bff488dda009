/**
 * The chat as this page knows it: the newest tweets that match the filters, and the figures. The stream tells it what
 * happens; it asks for what the stream cannot tell, for all while there is no stream, and now and then to be sure. Says
 * "change" after news and after failures, once for all that came in the time of a frame.
 */
import { Refused, Throttled, Unreachable } from './api.js';
import { Figures } from './figures.js';
import { Sessions } from './sessions.js';
import { Stream } from './stream.js';
import { Tweets } from './tweets.js';

/** Milliseconds from one round to the next: while a tweet waits for its themes, without a stream, with one, unseen, and without a key. */
const PACE = { waiting: 400, asking: 2_000, told: 20_000, hidden: 15_000, shut: 30_000 };
const LONGEST_PAUSE = 15_000;

export class Chat extends EventTarget {
  figures = new Figures();
  sessions = new Sessions();
  /** What the service said when it refused these filters or whoever asks, or null. */
  refusal = null;
  /** Since when nothing has been heard, or null. */
  offlineSince = null;
  /** Whether that is because this page has asked too often. */
  isThrottled = false;

  #filters;
  #tweets;
  #stream = new Stream((name, news) => this.#hear(name, news));
  /** Whether the tweets have to be asked for. */
  #isBehind = true;
  /** Whether something was told that changes the figures. */
  #isStirred = false;
  #failures = 0;
  /** Until when the service wants to be left alone. */
  #notBefore = 0;
  #wake = () => {};
  #lastRound = 0;
  #lastWhole = 0;
  #frame = null;

  constructor(filters) {
    super();
    this.#begin(filters);
  }

  get tweets() {
    return this.#tweets.list;
  }

  /** Whether the chat asks who comes, and the answer that it was given is not enough. */
  get isShut() {
    return this.refusal?.isShut ?? false;
  }

  /** Where older tweets go on, or null. */
  get next() {
    return this.#tweets.next;
  }

  /** Begins, and goes on for as long as the page is there. */
  async run() {
    for (const event of ['online', 'offline']) addEventListener(event, () => this.#catchUp());
    document.addEventListener('visibilitychange', () => this.#catchUp());
    this.#stream.open();
    for (;;) {
      await this.#round();
      await this.#pause();
    }
  }

  /** Looks at other tweets from now on. */
  filter(filters) {
    this.#begin(filters);
    if (!this.isShut) this.refusal = null;
    this.#changed();
    this.#catchUp();
  }

  /** Tries again, with the key that was just given. */
  enter() {
    this.#notBefore = 0;
    this.#stream.restart();
    this.#catchUp();
  }

  /** Takes in a tweet as it is now, from whoever knows first. */
  take(tweet) {
    this.#isBehind = !this.#tweets.take(tweet) || this.#isBehind || this.sessions.mayAsk(tweet, this.#filters.chat_id);
    this.#stir();
    this.#changed();
  }

  /** Reads one page of older tweets. */
  async older() {
    await this.#tweets.readOlder();
    this.#changed();
  }

  #begin(filters) {
    this.#filters = filters;
    this.#tweets = new Tweets(filters, () => this.sessions.byId(filters.chat_id));
  }

  #hear(name, news) {
    if (name.startsWith('tweet.')) return this.take(news);
    if (name === 'theme.counts') return this.#count(news);
    // An earlier state of the chat is of no use; what an open stream did not tell and a lost one does not is asked for.
    if (name === 'reset') this.#begin(this.#filters);
    this.#catchUp();
  }

  #count(counts) {
    const areOurs = Object.keys(this.#filters).length === 0;
    if (areOurs && this.figures.take(counts)) this.#changed();
    this.#stir();
  }

  /** Asks for everything, now. */
  #catchUp() {
    this.#isBehind = true;
    this.#wake(0);
  }

  /** Asks for the figures, in a moment. */
  #stir() {
    this.#isStirred = true;
    this.#wake(this.#lastRound + PACE.asking - Date.now());
  }

  async #round() {
    const tweets = this.#tweets;
    const isWhole = this.#isBehind || this.refusal || !this.#stream.isOpen || Date.now() - this.#lastWhole >= PACE.told;
    this.#isBehind = this.#isStirred = false;
    try {
      if (isWhole) await this.#readAll(tweets);
      if (tweets === this.#tweets) await this.#readFigures(tweets.list);
      this.#answered(null);
    } catch (failure) {
      if (failure instanceof Unreachable || failure instanceof Throttled) this.#putOff(failure);
      else if (failure instanceof Refused) this.#answered(tweets === this.#tweets ? failure : null);
      else throw failure;
    }
    this.#isBehind ||= tweets !== this.#tweets;
    this.#lastRound = Date.now();
    this.#changed();
  }

  #answered(refusal) {
    this.refusal = refusal;
    this.#failures = 0;
    this.offlineSince = null;
    this.isThrottled = false;
  }

  #putOff(failure) {
    this.#isBehind = true;
    this.#failures++;
    this.#notBefore = Date.now() + (failure.pause ?? 0);
    this.offlineSince ??= new Date();
    this.isThrottled = failure instanceof Throttled;
  }

  #readFigures(tweets) {
    const { sessions } = this;
    return this.figures.read(this.#filters, tweets, sessions.byId(this.#filters.chat_id), sessions.turns);
  }

  async #readAll(tweets) {
    await this.sessions.read(this.#filters.chat_id);
    await tweets.read();
    this.#lastWhole = Date.now();
  }

  /** Until it is time, or until something wakes it: {@link #wake} takes how soon that shall be. */
  #pause() {
    return new Promise((over) => {
      let due = Date.now() + this.#length();
      let timer = setTimeout(over, due - Date.now());
      this.#wake = (soon) => {
        const sooner = Math.max(Date.now() + soon, this.#notBefore);
        if (sooner >= due) return;
        due = sooner;
        clearTimeout(timer);
        timer = setTimeout(over, due - Date.now());
      };
    });
  }

  #length() {
    if (this.#failures > 0) return Math.max(this.#backoff, this.#notBefore - Date.now());
    if (this.isShut) return PACE.shut;
    if (document.hidden) return PACE.hidden;
    if (this.#isBehind) return 0;
    if (this.#stream.isOpen) return this.#isStirred || this.figures.areOld ? PACE.asking : PACE.told;
    return this.#tweets.arePending ? PACE.waiting : PACE.asking;
  }

  get #backoff() {
    return Math.min(LONGEST_PAUSE, 1_000 * 2 ** (this.#failures - 1));
  }

  #changed() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.dispatchEvent(new Event('change'));
    });
  }
}
