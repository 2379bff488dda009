package dev.newera.chat;

/**
 * Who wrote a tweet.
 *
 * @param username 1–20 letters, digits and underscores, without the at sign; case is kept and does not distinguish
 * @param name as the person writes it, or null
 */
public record Author(String username, String name) {}
