package dev.newera.chat.operations;

/**
 * A count that is not what it should be.
 *
 * @param table the rollup
 * @param key which of its rows: column='value', parted by blanks
 * @param kept what it says; 0 if there is no such row
 * @param counted what it should say
 */
public record Miscount(String table, String key, long kept, long counted) {}
