/**
 * Half an hour of a chat that never pauses: tweets come at an even pace, fifty people follow the stream, and five dashboards ask
 * for the figures. Each minute tells how late everything is, what each process holds and what lies on disk, so that it can be read
 * what grows, and with what; at the end everything is held against what was acknowledged. No rival and no fault: those are others'.
 * Once a minute each Java is asked for what is left after a collection, which costs it some hundred milliseconds.
 */
package dev.newera.bench.soak;
