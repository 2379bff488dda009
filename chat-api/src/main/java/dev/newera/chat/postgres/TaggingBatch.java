package dev.newera.chat.postgres;

import dev.newera.chat.Tagging;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.TweetId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A batch of taggings applied in the transaction of one connection: the tweets are locked, what is not newer is dropped, tags and
 * counts are replaced together, and the log is told last.
 */
final class TaggingBatch {
    private final Connection connection;
    private final Counts counts = new Counts();

    private TaggingBatch(Connection connection) {
        this.connection = connection;
    }

    private record Key(TweetId tweetId, String taggerId) {}

    private record Version(int revision, int codebook, String tagger) implements Comparable<Version> {
        private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::revision)
                .thenComparingInt(Version::codebook)
                .thenComparing(it -> numbers(it.tagger()), Arrays::compare);

        static Version of(Tagging tagging) {
            return new Version(tagging.tweetRevision(), tagging.codebookVersion(), tagging.taggerVersion());
        }

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }

        private static int[] numbers(String version) {
            return Arrays.stream(version.split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
    }

    private record Kept(Version version, boolean failed) {}

    private record Subject(long no, Counted counted, boolean erased) {}

    /** Returns those that can never be kept, each with the sentence why. */
    static Map<Tagging, String> keep(Connection connection, List<Tagging> taggings) throws SQLException {
        return new TaggingBatch(connection).keep(taggings);
    }

    /** Sorted by tweet, so that two batches lock tweets in one order. */
    private static Map<Key, Tagging> newestOfEach(List<Tagging> taggings) {
        var newest =
                new TreeMap<Key, Tagging>(Comparator.comparing(Key::tweetId).thenComparing(Key::taggerId));
        for (var tagging : taggings) {
            newest.merge(
                    new Key(tagging.tweetId(), tagging.taggerId()),
                    tagging,
                    (a, b) -> Version.of(b).compareTo(Version.of(a)) > 0 ? b : a);
        }
        return newest;
    }

    private Map<Tagging, String> keep(List<Tagging> taggings) throws SQLException {
        var unusable = new HashMap<Tagging, String>();
        var subjects = keep(newestOfEach(published(taggings, unusable)));
        for (var tagging : taggings) {
            if (!unusable.containsKey(tagging) && !subjects.containsKey(tagging.tweetId())) {
                unusable.put(tagging, "the chat holds no tweet " + tagging.tweetId());
            }
        }
        return unusable;
    }

    /** One by a version that does not exist would count as newer than all that do, and so keep the tweet's real tags out. */
    private List<Tagging> published(List<Tagging> taggings, Map<Tagging, String> unusable) throws SQLException {
        var newest = newestCodebooks();
        for (var tagging : taggings) {
            if (tagging.codebookVersion() > newest.getOrDefault(tagging.codebookId(), 0)) {
                unusable.put(
                        tagging,
                        "codebook version %d of %s was never published"
                                .formatted(tagging.codebookVersion(), tagging.codebookId()));
            }
        }
        return taggings.stream().filter(it -> !unusable.containsKey(it)).toList();
    }

    private Map<String, Integer> newestCodebooks() throws SQLException {
        var newest = new HashMap<String, Integer>();
        try (var query = connection.prepareStatement("select id, max(version) from codebook group by id");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                newest.put(rows.getString(1), rows.getInt(2));
            }
        }
        return newest;
    }

    /** Returns the tweets that there are, of those that the taggings are about. */
    private Map<TweetId, Subject> keep(Map<Key, Tagging> newest) throws SQLException {
        var ids = newest.keySet().stream().map(Key::tweetId).distinct().toList();
        var subjects = lock(ids);
        var kept = kept(ids);
        var applied = newest.entrySet().stream()
                .filter(it -> isNews(it.getValue(), subjects.get(it.getKey().tweetId()), kept.get(it.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        if (!applied.isEmpty()) {
            apply(applied, subjects, kept);
        }
        return subjects;
    }

    private static boolean isNews(Tagging tagging, Subject subject, Kept kept) {
        return subject != null
                && !subject.erased()
                && (kept == null || Version.of(tagging).compareTo(kept.version()) > 0);
    }

    private void apply(List<Tagging> applied, Map<TweetId, Subject> subjects, Map<Key, Kept> kept) throws SQLException {
        removeTags(applied, subjects);
        insertTaggings(applied);
        insertTags(applied, subjects);
        for (var tagging : applied) {
            var before = kept.get(new Key(tagging.tweetId(), tagging.taggerId()));
            var tweet = subjects.get(tagging.tweetId()).counted();
            counts.tagged(tweet, isTagged(tagging) - (before == null || before.failed() ? 0 : 1));
        }
        counts.write(connection);
        LogLock.take(connection);
        log(applied);
    }

    private static int isTagged(Tagging tagging) {
        return tagging.failure().isPresent() ? 0 : 1;
    }

    private Map<TweetId, Subject> lock(Collection<TweetId> ids) throws SQLException {
        var subjects = new HashMap<TweetId, Subject>();
        try (var query = connection.prepareStatement("""
                select id, no, created_at, lower(username), erased_at is not null,
                    array(select hashtag from tweet_hashtag h where h.tweet_id = t.id order by hashtag collate "C")
                from tweet t
                where id = any(?)
                order by id
                for no key update
                """)) {
            query.setArray(1, uuids(ids));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var at = rows.getObject(3, OffsetDateTime.class).toInstant();
                    var hashtags = (String[]) rows.getArray(6).getArray();
                    var counted = new Counted(at, rows.getString(4), List.of(hashtags));
                    subjects.put(
                            new TweetId(rows.getObject(1, UUID.class)),
                            new Subject(rows.getLong(2), counted, rows.getBoolean(5)));
                }
            }
        }
        return subjects;
    }

    private Map<Key, Kept> kept(Collection<TweetId> ids) throws SQLException {
        var kept = new HashMap<Key, Kept>();
        try (var query = connection.prepareStatement("""
                select tweet_id, tagger_id, tweet_revision, codebook_version, tagger_version, failure is not null
                from tagging
                where tweet_id = any(?)
                """)) {
            query.setArray(1, uuids(ids));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    kept.put(
                            new Key(new TweetId(rows.getObject(1, UUID.class)), rows.getString(2)),
                            new Kept(
                                    new Version(rows.getInt(3), rows.getInt(4), rows.getString(5)),
                                    rows.getBoolean(6)));
                }
            }
        }
        return kept;
    }

    private void removeTags(List<Tagging> applied, Map<TweetId, Subject> subjects) throws SQLException {
        try (var delete = connection.prepareStatement("""
                with gone as (
                    delete from tag
                    using unnest(?, ?) as old (tweet_id, tagger_id)
                    where tag.tweet_id = old.tweet_id and tag.tagger_id = old.tagger_id
                    returning tag.tweet_id, tag.tagger_id, tag.theme
                )
                select tweet_id, array_agg(theme)
                from gone
                group by tweet_id, tagger_id
                """)) {
            delete.setArray(1, uuids(applied.stream().map(Tagging::tweetId).toList()));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "text", applied.stream().map(Tagging::taggerId).toArray()));
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    var subject = subjects.get(new TweetId(rows.getObject(1, UUID.class)));
                    counts.carries(
                            subject.counted(),
                            List.of((String[]) rows.getArray(2).getArray()),
                            -1);
                }
            }
        }
    }

    private void insertTaggings(List<Tagging> applied) throws SQLException {
        new Columns<>(connection, applied)
                .each("uuid", it -> it.tweetId().value())
                .each("text", Tagging::taggerId)
                .each("text", Tagging::taggerVersion)
                .each("int4", Tagging::tweetRevision)
                .each("text", Tagging::codebookId)
                .each("int4", Tagging::codebookVersion)
                .each("int8", it -> it.taggedAt().toEpochMilli())
                .each("text", it -> it.failure().orElse(null))
                .update("""
                        insert into tagging
                            (tweet_id, tagger_id, tagger_version, tweet_revision, codebook_id, codebook_version,
                             tagged_at, failure)
                        select t.tweet_id, t.tagger_id, t.tagger_version, t.tweet_revision, t.codebook_id,
                            t.codebook_version, to_timestamp(t.tagged_at / 1000.0), t.failure
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?) as t
                            (tweet_id, tagger_id, tagger_version, tweet_revision, codebook_id, codebook_version,
                             tagged_at, failure)
                        on conflict (tweet_id, tagger_id) do update
                        set tagger_version = excluded.tagger_version, tweet_revision = excluded.tweet_revision,
                            codebook_id = excluded.codebook_id, codebook_version = excluded.codebook_version,
                            tagged_at = excluded.tagged_at, failure = excluded.failure
                        """);
    }

    private record TagRow(Tagging tagging, Subject subject, ThemeTag tag) {}

    private void insertTags(List<Tagging> applied, Map<TweetId, Subject> subjects) throws SQLException {
        var rows = applied.stream()
                .flatMap(tagging ->
                        tagging.tags().stream().map(tag -> new TagRow(tagging, subjects.get(tagging.tweetId()), tag)))
                .toList();
        for (var tagging : applied) {
            var themes = tagging.tags().stream().map(ThemeTag::theme).toList();
            counts.carries(subjects.get(tagging.tweetId()).counted(), themes, 1);
        }
        new Columns<>(connection, rows)
                .each("uuid", row -> row.tagging().tweetId().value())
                .each("text", row -> row.tagging().taggerId())
                .each("text", row -> row.tag().theme())
                .each("int8", row -> row.subject().no())
                .each("float8", row -> row.tag().score())
                .each("text", row -> Json.write(row.tag().evidence()))
                .update("""
                        insert into tag (tweet_id, tagger_id, theme, no, score, evidence)
                        select t.tweet_id, t.tagger_id, t.theme, t.no, t.score, t.evidence::jsonb
                        from unnest(?, ?, ?, ?, ?, ?) as t (tweet_id, tagger_id, theme, no, score, evidence)
                        """);
    }

    private void log(List<Tagging> applied) throws SQLException {
        new Columns<>(connection, applied)
                .each("uuid", it -> it.tweetId().value())
                .update("""
                        insert into change (no, tweet_id, kind)
                        select nextval('change_no'), tweet_id, 'tagged'
                        from unnest(?) as t (tweet_id)
                        """);
    }

    private Array uuids(Collection<TweetId> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.stream().map(TweetId::value).toArray());
    }
}
