/**
 * What those who run the chat ask of it and do to it: how far everybody is, and what to put right. Plain Java, like the vocabulary
 * that it builds on: records, and ports that {@code postgres} and {@code kafka} implement. Nothing that serves people uses it.
 */
package dev.newera.chat.operations;
