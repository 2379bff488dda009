/**
 * Speaks HTTP, by {@code docs/api}: resources, the JSON that they show, cursors, and problems (RFC 9457). What comes in is read
 * strictly here and judged by the use cases; a {@link dev.newera.chat.Failure} is turned into a status in one class,
 * {@link dev.newera.chat.http.Problems}.
 */
package dev.newera.chat.http;
