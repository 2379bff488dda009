/** Wires the chat together: makes its use cases beans, gives them clock and ids, publishes the default codebook. Nobody imports it. */
package dev.newera.chat.main;
