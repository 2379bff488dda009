/** The system that is measured: real servers and the packaged service as processes, and how busy they were. No load. */
package dev.newera.bench.system;
