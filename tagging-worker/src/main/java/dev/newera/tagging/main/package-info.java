/**
 * Puts the worker together: which parts there are, and when it is ready. Nothing imports it, and nothing is decided in it.
 */
package dev.newera.tagging.main;
