/** Which tweets the filters let through, judged as the service judges. */

const folded = (text) => text.normalize('NFC').toLowerCase();

/**
 * Words are searched for by the service alone.
 *
 * @param session the chat session of the filters, null if there is none or it is not known
 */
export const canMatch = ({ q, chat_id }, session) => !q && (!chat_id || session !== null);

/** @return whether a tweet passes all filters; ask only where {@link canMatch} */
export function matches(tweet, filters, session) {
  return passes(tweet, filters) && (!session || passes(tweet, windowOf(session)));
}

const windowOf = ({ hashtag, starts_at, ends_at }) => ({ hashtag, start_time: starts_at, end_time: ends_at });

function passes(tweet, { theme, hashtag, author, start_time, end_time }) {
  const created = Date.parse(tweet.created_at);
  return (!theme || tweet.themes.some((it) => it.theme === theme))
    && (!hashtag || tweet.entities.hashtags.some(({ tag }) => folded(tag) === folded(hashtag)))
    && (!author || folded(tweet.author.username) === folded(author))
    && (!start_time || created >= Date.parse(start_time))
    && (!end_time || created < Date.parse(end_time));
}
