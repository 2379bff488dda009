/** Speaks Twitter's rules, by Twitter's own library; nothing else of the chat lives here. */
package dev.newera.chat.twitter;
