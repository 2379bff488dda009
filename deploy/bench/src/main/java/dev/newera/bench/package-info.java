/**
 * The benchmarks of docs/performance.md, one package for what each measures. Always a ratio, side by side in one run, but for
 * {@link dev.newera.bench.soak}, which looks at what time does; and always of answers that have been checked. Nothing of the services
 * knows this module.
 */
package dev.newera.bench;
