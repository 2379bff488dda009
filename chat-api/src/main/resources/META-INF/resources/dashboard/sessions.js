/** The chat sessions, as they were declared: a hashtag, a time, and what was asked; of one, when it was asked. */
import { get } from './api.js';

const MOST = 100;

export class Sessions {
  list = [];
  /** Of the one that is looked at, `{question, start, end}`: from when to when each question was the one talked about. */
  turns = [];

  /**
   * The newest; an older one that somebody looks at is known by its filter alone.
   *
   * @param chosen id of the one that is looked at, or none
   */
  async read(chosen) {
    const { data } = await get('v1/chats', { limit: MOST });
    this.list = data;
    this.turns = this.byId(chosen)?.questions.length ? (await get(`v1/chats/${encodeURIComponent(chosen)}/turns`)).data : [];
  }

  /** Whether a tweet may begin a turn of the session: one of its host. Without a host, turns are seen a little later. */
  mayAsk({ author }, chosen) {
    const session = this.byId(chosen);
    return Boolean(session?.questions.length) && author?.username.toLowerCase() === session.host?.toLowerCase();
  }

  /** The session of this id, or null. */
  byId(id) {
    return this.list.find((session) => session.id === id) ?? null;
  }
}
