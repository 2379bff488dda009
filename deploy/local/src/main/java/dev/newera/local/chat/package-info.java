/**
 * The first tweets of the chat: posted and read over HTTP as any client would, and drawn as a table with the words that
 * gave each theme. Knows nothing of processes.
 */
package dev.newera.local.chat;
