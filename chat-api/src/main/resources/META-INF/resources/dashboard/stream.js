/**
 * The chat as it happens, by `GET /v1/stream`. The browser comes back by itself after a cut and is told what it missed;
 * where it gives up, this does not. Open only while somebody looks: a browser grants a service few connections.
 */

import { KeyedEventSource } from './events.js';
import { key } from './key.js';

const EVENTS = ['tweet.posted', 'tweet.tagged', 'tweet.erased', 'theme.counts', 'reset'];
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export class Stream {
  #told;
  #source = null;
  #last = null;
  #failures = 0;
  #waiting;

  /**
   * @param told called with every event: its name and what it says. "open" and "lost" are told too: an open stream misses
   * nothing.
   */
  constructor(told) {
    this.#told = told;
    addEventListener('online', () => this.restart());
    document.addEventListener('visibilitychange', () => this.restart());
  }

  get isOpen() {
    return this.#source?.readyState === EventSource.OPEN;
  }

  open() {
    if (document.hidden || this.#source) return;
    const Source = key() ? KeyedEventSource : EventSource;
    this.#source = new Source(`v1/stream${this.#last ? `?last_event_id=${this.#last}` : ''}`);
    this.#source.addEventListener('open', () => this.#opened());
    this.#source.addEventListener('error', () => this.#lost());
    for (const name of EVENTS) this.#source.addEventListener(name, (event) => this.#hear(event));
  }

  #hear({ type, data, lastEventId }) {
    this.#last = lastEventId || this.#last;
    this.#told(type, data ? JSON.parse(data) : null);
  }

  #opened() {
    this.#failures = 0;
    this.#told('open', null);
  }

  #lost() {
    this.#told('lost', null);
    if (this.#source?.readyState !== EventSource.CLOSED) return;
    this.#close();
    this.#waiting = setTimeout(() => this.open(), Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++));
  }

  /** What was held up by a sleeping machine, a hidden page or a missing key is not waited for. */
  restart() {
    this.#close();
    this.open();
  }

  #close() {
    clearTimeout(this.#waiting);
    this.#source?.close();
    this.#source = null;
  }
}
