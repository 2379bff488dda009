/**
 * P6: questions about themes over HTTP, beside the same questions put to the tweets and their tags by a plain GROUP BY, as the chat
 * grows. No figure counts before both have said the same, and the plans of the largest chat are shown.
 */
package dev.newera.bench.themes;
