/** The chat sessions, as they were declared: a hashtag, a time, and what was asked. */
import { get } from './api.js';

const MOST = 100;

export class Sessions {
  list = [];

  /** The newest; an older one that somebody looks at is known by its filter alone. */
  async read() {
    const { data } = await get('v1/chats', { limit: MOST });
    this.list = data;
  }

  /** The session of this id, or null. */
  byId(id) {
    return this.list.find((session) => session.id === id) ?? null;
  }
}
