package dev.newera.chat;

/**
 * A client's promise that two requests are one: the same key with the same fingerprint is answered with the first answer.
 *
 * @param key what the client chose, 1–255 visible ASCII characters
 * @param fingerprint a digest of the request's body
 */
public record IdempotencyKey(String key, String fingerprint) {}
