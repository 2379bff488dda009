package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What is changed by now, in the order in which it is written. */
    List<Map.Entry<Key, Long>> changes() {
        return changes.entrySet().stream()
                .filter(it -> it.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** Writes what changed. */
    void write(Connection connection) throws SQLException {
        var changed = changes();
        upsert(connection, changed);
        removeEmpty(connection, changed);
    }

    void upsert(Connection connection, List<Map.Entry<Key, Long>> changed) throws SQLException {
        keys(connection, changed).each("int8", Map.Entry::getValue).update(upsert());
    }

    /** Writes what changed, and returns how many tweets are counted now under each key of the widest bucket. */
    Map<Key, Long> upserted(Connection connection, List<Map.Entry<Key, Long>> changed) throws SQLException {
        var counted = new HashMap<Key, Long>();
        keys(connection, changed)
                .each("int8", Map.Entry::getValue)
                .query(upsert() + "returning c.grain, c.tweet_count, c.hashtag %s".formatted(each(", c.%s")), row -> {
                    if (row.getString(1).equals(Grain.ALL.sql())) {
                        counted.put(widest(row), row.getLong(2));
                    }
                });
        return counted;
    }

    private Key widest(ResultSet row) throws SQLException {
        var key = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            key.add(row.getString(4 + i));
        }
        return new Key(row.getString(3), Grain.ALL, Instant.EPOCH, key);
    }

    private String upsert() {
        var key = Stream.concat(OF_ALL.stream(), names.stream()).collect(Collectors.joining(", "));
        return """
                insert into %1$s as c (%2$s, tweet_count)
                select k.hashtag, k.grain, to_timestamp(k.bucket / 1000.0), %3$s k.tweet_count
                from unnest(?, ?, ?, %4$s ?) as k (%2$s, tweet_count)
                on conflict (%2$s) do update
                set tweet_count = c.tweet_count + excluded.tweet_count
                """.formatted(table, key, each("k.%s,"), each("?,"));
    }

    /** Only what was counted down can have come to zero, and those rows are this transaction's by now. */
    void removeEmpty(Connection connection, List<Map.Entry<Key, Long>> changed) throws SQLException {
        var key = Stream.concat(OF_ALL.stream(), names.stream()).collect(Collectors.joining(", "));
        keys(connection, changed.stream().filter(it -> it.getValue() < 0).toList())
                .update("""
                delete from %1$s c
                using unnest(?, ?, ? %4$s) as k (%2$s)
                where c.hashtag = k.hashtag and c.grain = k.grain and c.bucket = to_timestamp(k.bucket / 1000.0) %3$s
                    and c.tweet_count = 0
                """.formatted(table, key, each(" and c.%1$s = k.%1$s"), each(", ?")));
    }

    private String each(String pattern) {
        return names.stream().map(pattern::formatted).collect(Collectors.joining(" "));
    }

    private Columns<Map.Entry<Key, Long>> keys(Connection connection, List<Map.Entry<Key, Long>> changed)
            throws SQLException {
        var columns = new Columns<>(connection, changed)
                .each("text", it -> it.getKey().hashtag())
                .each("text", it -> it.getKey().grain().sql())
                .each("int8", it -> it.getKey().bucket().toEpochMilli());
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.each("text", it -> it.getKey().names().get(column));
        }
        return columns;
    }
}
