package dev.newera.bench.system;

import dev.newera.embedded.kafka.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many bytes the system has on disk at one moment.
 *
 * @param tables with their indices, by what is in them
 * @param topics of the events, and all others together
 * @param log PostgreSQL's own (WAL), as it lies there now: a checkpoint lets it be used again
 * @param logged how much has been written to that log since the beginning
 */
public record Storage(Map<String, Long> tables, Map<String, Long> topics, long log, long logged) {
    private static final Map<String, String> GROUPS = groups();
    private static final String BYTES = """
            select sum(pg_total_relation_size(oid))
            from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and %s
            """;

    private static final List<String> EVENTS = List.of("chat.tweets.v1", "chat.taggings.v1");
    private static final String OTHERS = "other topics";

    /** Which tables belong to it: counts have names that say so. */
    private static Map<String, String> groups() {
        var groups = new LinkedHashMap<String, String>();
        groups.put("tweets", "relname in ('tweet', 'tweet_hashtag')");
        groups.put("change log", "relname = 'change'");
        groups.put("tags", "relname in ('tagging', 'tag')");
        groups.put("counts", "relname like '%\\_count'");
        return groups;
    }

    public static Storage of(Stage stage) {
        var database = new Tables(stage.database());
        var tables = new LinkedHashMap<String, Long>();
        GROUPS.forEach((group, which) -> tables.put(group, database.number(BYTES.formatted(which))));
        return new Storage(
                tables,
                topics(stage.bootstrapServers()),
                database.number("select sum(size) from pg_ls_waldir()"),
                database.number("select pg_current_wal_lsn() - '0/0'"));
    }

    private static Map<String, Long> topics(String bootstrapServers) {
        var topics = new LinkedHashMap<String, Long>();
        EVENTS.forEach(topic -> topics.put(topic, 0L));
        Topics.bytes(bootstrapServers)
                .forEach((name, bytes) -> topics.merge(EVENTS.contains(name) ? name : OTHERS, bytes, Long::sum));
        return topics;
    }
}
