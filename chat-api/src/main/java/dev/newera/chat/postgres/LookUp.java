package dev.newera.chat.postgres;

/**
 * Looks rows up by their keys, one key at a time. {@code offset 0} keeps PostgreSQL from making a join of it, which it would plan by how
 * large the table was then, and go on using when the table has grown.
 */
final class LookUp {
    private LookUp() {}

    /**
     * What to select from.
     *
     * @param column by which the table has an index; the next parameter of the statement is an array of its values
     * @param name of a row that was found
     */
    static String rows(String table, String column, String name) {
        return """
                unnest(?) as wanted (key)
                cross join lateral (
                    select *
                    from %s
                    where %s = wanted.key
                    offset 0
                ) %s
                """.formatted(table, column, name);
    }
}
