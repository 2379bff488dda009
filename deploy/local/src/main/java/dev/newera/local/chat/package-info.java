/**
 * The first tweets of the chat, and an imitation of a whole one: posted and read over HTTP as any client would. The first are
 * drawn as a table with the words that gave each theme. Knows nothing of processes.
 */
package dev.newera.local.chat;
