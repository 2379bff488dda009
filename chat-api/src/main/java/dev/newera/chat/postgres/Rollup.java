package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes to one table of counts, gathered while a transaction works and written once, in the order of their keys: two
 * transactions that count the same things then wait for one another instead of dying in a deadlock.
 */
final class Rollup {
    private static final List<String> OF_ALL = List.of("hashtag", "grain", "bucket");

    private final String table;
    private final Set<Grain> grains;
    private final List<String> names;
    private final Map<Key, Long> changes = new HashMap<>();

    /** @param names the key's columns after hashtag, grain and bucket; like {@code table}, this package's own words */
    Rollup(String table, Set<Grain> grains, String... names) {
        this.table = table;
        this.grains = grains;
        this.names = List.of(names);
    }

    /** A row's key; {@code names} as the rollup has them. */
    record Key(String hashtag, Grain grain, Instant bucket, List<String> names) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::hashtag)
                .thenComparing(Key::grain)
                .thenComparing(Key::bucket)
                .thenComparing(Key::names, Rollup::compare);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static int compare(List<String> some, List<String> others) {
        for (int i = 0; i < some.size(); i++) {
            int order = some.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Counts so many tweets more, or fewer, in the buckets of that moment. */
    void add(String hashtag, Instant at, long tweets, List<String> key) {
        for (var grain : grains) {
            changes.merge(new Key(hashtag, grain, grain.bucket(at), key), tweets, Long::sum);
        }
    }

    private List<Map.Entry<Key, Long>> changes() {
        return changes.entrySet().stream()
                .filter(it -> it.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** The keys under which fewer tweets are counted now. */
    List<Key> countedDown() {
        return changes.entrySet().stream()
                .filter(it -> it.getValue() < 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Writes what changed. */
    void write(RoundTrip trip) throws SQLException {
        write(trip, upsert());
    }

    /**
     * Writes what changed.
     *
     * @param statement one around {@link #upsert}, with no parameters of its own
     */
    void write(RoundTrip trip, String statement) throws SQLException {
        keys(changes(), Map.Entry::getKey).each("int8", Map.Entry::getValue).update(trip, statement);
    }

    /** Adds to the counts of this table, here named c. */
    String upsert() {
        var key = Stream.concat(OF_ALL.stream(), names.stream()).collect(Collectors.joining(", "));
        return """
                insert into %1$s as c (%2$s, tweet_count)
                select k.hashtag, k.grain, to_timestamp(k.bucket / 1000.0), %3$s k.tweet_count
                from unnest(?, ?, ?, %4$s ?) as k (%2$s, tweet_count)
                on conflict (%2$s) do update
                set tweet_count = c.tweet_count + excluded.tweet_count
                """.formatted(table, key, each("k.%s,"), each("?,"));
    }

    /** Once what changed is written: only what was counted down can have come to zero, and those rows are this transaction's by now. */
    void removeEmpty(Connection connection) throws SQLException {
        keys(countedDown(), key -> key).updateEach(connection, """
                delete from %s
                where hashtag = ? and grain = ? and bucket = to_timestamp(? / 1000.0) %s and tweet_count = 0
                """.formatted(table, each("and %s = ?")));
    }

    private String each(String pattern) {
        return names.stream().map(pattern::formatted).collect(Collectors.joining(" "));
    }

    private <T> Columns<T> keys(List<T> rows, Function<T, Key> key) {
        var columns = new Columns<>(rows)
                .each("text", row -> key.apply(row).hashtag())
                .each("text", row -> key.apply(row).grain().sql())
                .each("int8", row -> key.apply(row).bucket().toEpochMilli());
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.each("text", row -> key.apply(row).names().get(column));
        }
        return columns;
    }
}
