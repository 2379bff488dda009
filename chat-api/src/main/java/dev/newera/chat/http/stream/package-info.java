/**
 * Speaks server-sent events: the chat as it happens, for everybody who listens to this replica. The change log is read once for
 * all of them ({@link dev.newera.chat.http.stream.Tail}), each event is written once, and its bytes stand in one row of recent
 * events ({@link dev.newera.chat.http.stream.Recent}) that every client reads at its own place: a client costs a place and a
 * connection, however much it has not read yet. One that comes back from further away reads the log by itself until it has caught
 * up ({@link dev.newera.chat.http.stream.Past}).
 *
 * <p>Ids are numbers of the change log, so they mean the same on every replica and after every restart. What events say is handed
 * in ({@link dev.newera.chat.http.stream.EventBodies}); no JSON is made here.
 */
package dev.newera.chat.http.stream;
