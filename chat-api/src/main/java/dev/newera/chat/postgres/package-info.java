/**
 * Speaks SQL: the write path, the change log, the counts and the Panache repositories. Rows never leave this package.
 *
 * <p>One order of locks keeps writers from deadlock: rows of tweets and taggings (by id), counts of themes (by key), then the
 * log's lock ({@link dev.newera.chat.postgres.LogLock}), then new tweets and counts of tweets.
 */
package dev.newera.chat.postgres;
