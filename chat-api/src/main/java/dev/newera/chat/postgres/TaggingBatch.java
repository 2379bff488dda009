package dev.newera.chat.postgres;

import dev.newera.chat.Tagging;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A batch of taggings applied in the transaction of one connection: the tweets are locked, what is not newer is dropped, tags and
 * counts are replaced together, and the log is told last.
 */
final class TaggingBatch {
    private final Connection connection;
    private final RoundTrip trip;
    private final Map<String, Integer> newestCodebooks = new HashMap<>();
    private final Map<TweetId, Subject> subjects = new HashMap<>();
    private final Map<Key, Kept> kept = new HashMap<>();
    private final Map<Key, List<String>> carried = new HashMap<>();
    private final Counts counts = new Counts();

    private TaggingBatch(Connection connection) {
        this.connection = connection;
        this.trip = new RoundTrip(connection);
    }

    private record Key(TweetId tweetId, String taggerId) {
        static Key of(Tagging tagging) {
            return new Key(tagging.tweetId(), tagging.taggerId());
        }
    }

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
        var batch = new TaggingBatch(connection);
        batch.look(taggings);
        return batch.keep(taggings);
    }

    /** Tweets are locked before anything of them is read, in one order: two batches wait for one another, and never in a circle. */
    private void look(List<Tagging> taggings) throws SQLException {
        var ids = trip.array(
                "uuid",
                taggings.stream().map(it -> it.tweetId().value()).distinct().toArray());
        trip.add(
                "select id, max(version) from codebook group by id",
                row -> newestCodebooks.put(row.getString(1), row.getInt(2)));
        trip.add("""
                select t.id, t.no, t.created_at, lower(t.username), t.erased_at is not null,
                    array(select hashtag from tweet_hashtag h where h.tweet_id = t.id order by hashtag collate "C")
                from (select * from unnest(?) order by 1) as wanted (id)
                cross join lateral (
                    select *
                    from tweet
                    where id = wanted.id
                    for no key update
                ) t
                """, row -> subjects.put(new TweetId(row.getObject(1, UUID.class)), subject(row)), ids);
        trip.add("""
                select g.tweet_id, g.tagger_id, g.tweet_revision, g.codebook_version, g.tagger_version,
                    g.failure is not null
                from %s
                """.formatted(LookUp.rows("tagging", "tweet_id", "g")), row -> kept.put(key(row), kept(row)), ids);
        trip.add(
                """
                select t.tweet_id, t.tagger_id, array_agg(t.theme)
                from %s
                group by t.tweet_id, t.tagger_id
                """.formatted(LookUp.rows("tag", "tweet_id", "t")),
                row -> carried.put(key(row), List.of((String[]) row.getArray(3).getArray())),
                ids);
        trip.go();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new TweetId(row.getObject(1, UUID.class)), row.getString(2));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        var at = row.getObject(3, OffsetDateTime.class).toInstant();
        var hashtags = (String[]) row.getArray(6).getArray();
        return new Subject(row.getLong(2), new Counted(at, row.getString(4), List.of(hashtags)), row.getBoolean(5));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(new Version(row.getInt(3), row.getInt(4), row.getString(5)), row.getBoolean(6));
    }

    private Map<Tagging, String> keep(List<Tagging> taggings) throws SQLException {
        var unusable = new HashMap<Tagging, String>();
        for (var tagging : taggings) {
            whyUnusable(tagging).ifPresent(why -> unusable.put(tagging, why));
        }
        var applied = newestOfEach(taggings.stream().filter(it -> !unusable.containsKey(it))).stream()
                .filter(this::isNews)
                .toList();
        if (!applied.isEmpty()) {
            apply(applied);
        }
        return unusable;
    }

    /** One by a version that does not exist would count as newer than all that do, and so keep the tweet's real tags out. */
    private Optional<String> whyUnusable(Tagging tagging) {
        if (tagging.codebookVersion() > newestCodebooks.getOrDefault(tagging.codebookId(), 0)) {
            return Optional.of("codebook version %d of %s was never published"
                    .formatted(tagging.codebookVersion(), tagging.codebookId()));
        }
        return subjects.containsKey(tagging.tweetId())
                ? Optional.empty()
                : Optional.of("the chat holds no tweet " + tagging.tweetId());
    }

    private static Collection<Tagging> newestOfEach(Stream<Tagging> taggings) {
        return taggings.collect(Collectors.toMap(
                        Key::of,
                        tagging -> tagging,
                        (a, b) -> Version.of(b).compareTo(Version.of(a)) > 0 ? b : a,
                        LinkedHashMap::new))
                .values();
    }

    private boolean isNews(Tagging tagging) {
        var before = kept.get(Key.of(tagging));
        return !subjects.get(tagging.tweetId()).erased()
                && (before == null || Version.of(tagging).compareTo(before.version()) > 0);
    }

    private void apply(List<Tagging> applied) throws SQLException {
        applied.forEach(this::count);
        removeTags(applied);
        insertTaggings(applied);
        insertTags(applied);
        counts.write(trip);
        LogLock.take(trip);
        log(applied);
        trip.go();
        counts.removeEmpty(connection);
    }

    private void count(Tagging tagging) {
        var tweet = subjects.get(tagging.tweetId()).counted();
        var key = Key.of(tagging);
        int wasTagged = !kept.containsKey(key) || kept.get(key).failed() ? 0 : 1;
        int isTagged = tagging.failure().isPresent() ? 0 : 1;
        counts.tagged(tweet, isTagged - wasTagged);
        counts.carries(tweet, carried.getOrDefault(key, List.of()), -1);
        counts.carries(tweet, tagging.tags().stream().map(ThemeTag::theme).toList(), 1);
    }

    private void removeTags(List<Tagging> applied) throws SQLException {
        new Columns<>(applied.stream()
                        .filter(it -> carried.containsKey(Key.of(it)))
                        .toList())
                .each("uuid", it -> it.tweetId().value())
                .each("text", Tagging::taggerId)
                .updateEach(connection, "delete from tag where tweet_id = ? and tagger_id = ?");
    }

    private void insertTaggings(List<Tagging> applied) throws SQLException {
        new Columns<>(applied)
                .each("uuid", it -> it.tweetId().value())
                .each("text", Tagging::taggerId)
                .each("text", Tagging::taggerVersion)
                .each("int4", Tagging::tweetRevision)
                .each("text", Tagging::codebookId)
                .each("int4", Tagging::codebookVersion)
                .each("int8", it -> it.taggedAt().toEpochMilli())
                .each("text", it -> it.failure().orElse(null))
                .update(trip, """
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

    private void insertTags(List<Tagging> applied) throws SQLException {
        var rows = applied.stream()
                .flatMap(tagging ->
                        tagging.tags().stream().map(tag -> new TagRow(tagging, subjects.get(tagging.tweetId()), tag)))
                .toList();
        new Columns<>(rows)
                .each("uuid", row -> row.tagging().tweetId().value())
                .each("text", row -> row.tagging().taggerId())
                .each("text", row -> row.tag().theme())
                .each("int8", row -> row.subject().no())
                .each("float8", row -> row.tag().score())
                .each("text", row -> Json.write(row.tag().evidence()))
                .update(trip, """
                        insert into tag (tweet_id, tagger_id, theme, no, score, evidence)
                        select t.tweet_id, t.tagger_id, t.theme, t.no, t.score, t.evidence::jsonb
                        from unnest(?, ?, ?, ?, ?, ?) as t (tweet_id, tagger_id, theme, no, score, evidence)
                        """);
    }

    private void log(List<Tagging> applied) throws SQLException {
        new Columns<>(applied).each("uuid", it -> it.tweetId().value()).update(trip, """
                        insert into change (no, tweet_id, kind)
                        select nextval('change_no'), tweet_id, 'tagged'
                        from unnest(?) as t (tweet_id)
                        """);
    }
}
