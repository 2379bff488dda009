/** What a benchmark found, told. Knows neither what was measured nor how. */
package dev.newera.bench.report;
