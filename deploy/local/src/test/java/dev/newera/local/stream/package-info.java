/** What clients of {@code GET /v1/stream} may rely on when there is more than one chat-api, and when one of them dies. */
package dev.newera.local.stream;
