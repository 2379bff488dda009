/**
 * The command {@code deploy/local/run}: the whole system as four processes on this machine, and the first four tweets
 * of the chat in it. This package reads the options and puts the rest together; {@code system} runs the processes;
 * {@code chat} talks to the API as any client would, and draws the table. No rule of the chat lives here.
 */
package dev.newera.local;
