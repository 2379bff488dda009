/**
 * Speaks to an operator at a terminal: {@code java -jar quarkus-run.jar lag} and its like, beside a running chat or without one. Here
 * are command lines, tables and exit codes; what is looked up and put right lives behind the ports of
 * {@code dev.newera.chat.operations}. No HTTP server, no relay and no consumer is started. Only {@code main} may start these.
 */
package dev.newera.chat.commands;
