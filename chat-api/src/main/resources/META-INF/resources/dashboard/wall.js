/**
 * The wall of tweets. It follows the chat while a person looks at its top; while they read further down, have the focus
 * in it or have stopped it, it stands still and says how many have come.
 */
import { byId, element, keep } from './dom.js';
import { stateOf, tweetView } from './tweet.js';
import { count } from './words.js';

const TOP = 320;
const NEWS_PAUSE = 4_000;

export class Wall {
  #feed = byId('feed');
  #arrivals = byId('arrivals');
  #follow = byId('follow');
  #older = byId('older');
  #news = byId('news');
  #chat;
  #newest = null;
  #unsaid = 0;

  constructor(chat) {
    this.#chat = chat;
    this.#follow.addEventListener('click', () => this.#setFollowing(!this.#following));
    this.#arrivals.addEventListener('click', () => this.#showNewest());
    this.#older.addEventListener('click', () => this.#readOlder());
    this.#feed.addEventListener('keydown', (press) => this.#walk(press));
    setInterval(() => this.#tellNews(), NEWS_PAUSE);
  }

  /** Begins anew: the next tweets are others. */
  clear() {
    this.#newest = null;
    this.#unsaid = 0;
    this.#feed.setAttribute('aria-busy', 'true');
  }

  draw() {
    const { tweets, next, figures, refusal } = this.#chat;
    const themes = new Map(figures.themes.map((theme) => [theme.id, theme]));
    if (this.#isStill && this.#newest) this.#hold(tweets);
    else this.#let(tweets);
    const shown = tweets.slice(this.#heldBack(tweets));
    keep(this.#feed, shown, { key: ({ id }) => id, state: (it) => stateOf(it, themes), make: (it) => tweetView(it, themes) });
    // A feed holds at least one article.
    this.#feed.hidden = shown.length === 0;
    this.#older.hidden = next === null;
    if (figures.meta || refusal) this.#feed.setAttribute('aria-busy', 'false');
  }

  get #following() {
    return this.#follow.getAttribute('aria-pressed') === 'true';
  }

  get #isStill() {
    const focused = this.#feed.contains(document.activeElement);
    return !this.#following || focused || (scrollY > TOP && this.#feed.getBoundingClientRect().top < 0);
  }

  #setFollowing(on) {
    this.#follow.setAttribute('aria-pressed', on);
    this.draw();
  }

  #hold(tweets) {
    const held = this.#heldBack(tweets);
    this.#arrivals.hidden = held === 0;
    this.#arrivals.textContent = `Show ${count(held, 'new tweet')}`;
  }

  #let(tweets) {
    if (this.#newest) this.#unsaid += this.#heldBack(tweets);
    this.#newest = tweets[0]?.id ?? null;
    this.#arrivals.hidden = true;
  }

  /** How many tweets are newer than the newest that is shown. */
  #heldBack(tweets) {
    return Math.max(0, tweets.findIndex(({ id }) => id === this.#newest));
  }

  #showNewest() {
    this.#let(this.#chat.tweets);
    this.draw();
    byId('wall').scrollIntoView();
    this.#feed.firstElementChild?.focus({ preventScroll: true });
  }

  async #readOlder() {
    this.#older.disabled = true;
    await this.#chat.older().catch(() => {});
    this.#older.disabled = false;
  }

  /** A reader of the screen hears of arrivals now and then, not of each. */
  #tellNews() {
    this.#news.textContent = this.#unsaid ? count(this.#unsaid, 'new tweet') : '';
    this.#unsaid = 0;
  }

  /** The keys of a feed: a page up or down is a tweet up or down. */
  #walk(press) {
    const tweet = press.target.closest('.tweet');
    const to = { PageDown: tweet?.nextElementSibling, PageUp: tweet?.previousElementSibling }[press.key];
    if (!to) return;
    press.preventDefault();
    to.focus();
  }
}
