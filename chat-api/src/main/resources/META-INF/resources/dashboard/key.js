/** The key that opens a chat which asks who comes. The tab keeps it, and forgets it when it is closed. */

const KEY = 'key';

/** The key that was given, or null. */
export const key = () => sessionStorage.getItem(KEY);

/** From now on everything is asked for with this one. */
export const keep = (given) => sessionStorage.setItem(KEY, given.trim());

/** What a request says of who asks. */
export const credentials = () => (key() ? { Authorization: `Bearer ${key()}` } : {});
