/**
 * The four processes (PostgreSQL, Kafka, chat-api, tagging-worker): how each is started, watched, started again and
 * stopped, and the data folder that they share. Knows nothing of tweets.
 */
package dev.newera.local.system;
