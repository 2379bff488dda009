/**
 * What people read, print and file of a chat session: its transcript as a page, as Markdown and as a table, and its report. Whatever
 * people wrote is told from what the page says, in every form: no tweet can become markup, a formula or somebody else's words.
 * Resources and JSON live one package up; what is worth telling is decided in {@link dev.newera.chat}.
 */
package dev.newera.chat.http.pages;
