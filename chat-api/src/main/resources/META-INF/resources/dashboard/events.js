/**
 * Server-sent events by fetch, for a chat that asks for a key: the browser's own EventSource sends no headers, and an address that
 * holds a key ends up in logs. As much of EventSource as this page uses; who comes back after a cut is its owner.
 */
import { credentials } from './key.js';

export class KeyedEventSource extends EventTarget {
  readyState = EventSource.CONNECTING;
  #cut = new AbortController();
  #fields = {};
  #lastEventId = '';

  constructor(path) {
    super();
    this.#read(path).catch(() => {}).finally(() => this.#end());
  }

  close() {
    this.readyState = EventSource.CLOSED;
    this.#cut.abort();
  }

  async #read(path) {
    const answer = await fetch(path, { headers: credentials(), signal: this.#cut.signal });
    if (!answer.ok) return;
    this.readyState = EventSource.OPEN;
    this.dispatchEvent(new Event('open'));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop();
      lines.forEach((line) => this.#take(line));
    }
  }

  /** One line of the stream; an empty one ends an event. */
  #take(line) {
    if (line === '') return this.#tell();
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
    this.#fields[name] = name === 'data' && 'data' in this.#fields ? `${this.#fields.data}\n${value}` : value;
  }

  #tell() {
    const { event, data, id } = this.#fields;
    this.#fields = {};
    this.#lastEventId = id ?? this.#lastEventId;
    if (data !== undefined) this.dispatchEvent(new MessageEvent(event ?? 'message', { data, lastEventId: this.#lastEventId }));
  }

  #end() {
    if (this.readyState === EventSource.CLOSED) return;
    this.readyState = EventSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}
