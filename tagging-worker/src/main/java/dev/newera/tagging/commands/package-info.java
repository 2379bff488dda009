/**
 * What a person runs at a terminal: {@code evaluate}, {@code learn} and {@code explain}. Here are files, command lines and
 * tables; what is learned and counted lives in {@code dev.newera.tagging.learning}. Only {@code main} may start these.
 */
package dev.newera.tagging.commands;
