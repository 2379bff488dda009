/**
 * P1 and P2: tweets posted over HTTP, one by one and in batches, beside the same rows written straight into the same PostgreSQL. Every
 * tweet that was acknowledged is looked for in the table before a figure counts.
 */
package dev.newera.bench.posting;
