package dev.newera.chat.postgres;

import dev.newera.chat.Author;
import dev.newera.chat.Caller;
import dev.newera.chat.Entities;
import dev.newera.chat.Evidence;
import dev.newera.chat.IdempotencyKey;
import dev.newera.chat.Postbox.Posting;
import dev.newera.chat.Scope;
import dev.newera.chat.Tagging;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** People who use the chat without a plan, but the same ones in every run. */
final class Crowd {
    private static final Instant BEGIN = Instant.parse("2014-09-11T22:30:00Z");
    static final List<String> THEMES = List.of("barriers", "change-agents", "culture", "networks", "risk");
    static final List<String> HASHTAGS = List.of("neweranhs", "qihour", "shcr", "wenurses");
    private static final List<String> PEOPLE =
            List.of("nhslean", "JodiMBrown", "sazlocks", "stevefairman1", "HelenBevan");

    private final Random dice;
    private final Database database;
    final List<TweetId> tweets = Collections.synchronizedList(new ArrayList<>());

    Crowd(Database database, long seed) {
        this.database = database;
        this.dice = new Random(seed);
        publishCodebooks();
    }

    private void publishCodebooks() {
        database.write(connection -> {
            try (var insert = connection.createStatement()) {
                return insert.execute("insert into codebook select 'new-era', version, 'title', now(), '{}'"
                        + " from generate_series(1, 4) version on conflict do nothing");
            }
        });
    }

    private <T> T any(List<T> things) {
        return things.get(dice.nextInt(things.size()));
    }

    private <T> List<T> some(List<T> things, int most) {
        var shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, dice);
        return List.copyOf(shuffled.subList(0, dice.nextInt(most + 1)));
    }

    Instant anyTime() {
        return BEGIN.plus(Duration.ofSeconds(dice.nextInt(50 * 3_600)));
    }

    /** Mostly within one busy hour. */
    private Instant someTime() {
        return dice.nextInt(3) > 0 ? BEGIN.plusMillis(dice.nextInt(3_600_000)) : anyTime();
    }

    private Tweet tweet() {
        var id = new TweetId(new UUID(dice.nextLong(), dice.nextLong()));
        var at = someTime();
        var hashtags = some(HASHTAGS, 3).stream()
                .map(tag -> new Entities.Hashtag(0, 1, dice.nextBoolean() ? tag : tag.toUpperCase()))
                .toList();
        var imported = dice.nextInt(3) == 0;
        return new Tweet(
                id,
                1,
                "text",
                new Author(any(PEOPLE), null),
                at,
                at,
                id,
                dice.nextInt(4) == 0 ? anyTweet() : Optional.empty(),
                imported ? "archive" : null,
                imported ? "" + dice.nextInt(30) : null,
                new Entities(hashtags, List.of(), List.of()),
                TaggingStatus.PENDING,
                List.of());
    }

    private Optional<TweetId> anyTweet() {
        return tweets.isEmpty() ? Optional.empty() : Optional.of(any(tweets));
    }

    private Optional<IdempotencyKey> someKey() {
        var key = "key " + dice.nextInt(1_000);
        return dice.nextInt(4) == 0 ? Optional.of(new IdempotencyKey(key, "body")) : Optional.empty();
    }

    /** What is imported may be there already, or twice in the same flush; what is answered may be gone. */
    void post() {
        var postings = Stream.generate(() -> new Posting(tweet(), someKey()))
                .limit(1 + dice.nextInt(5))
                .toList();
        database.write(connection -> Flush.store(connection, postings, List.of())).stream()
                .filter(it -> it.posted() != null)
                .forEach(it -> tweets.add(it.posted().tweet().id()));
    }

    private Tagging tagging() {
        var failed = dice.nextInt(8) == 0;
        var tags = some(THEMES, 4).stream()
                .map(theme -> new ThemeTag(theme, 0.9, List.of(new Evidence("word", 0, 4, "text", 3.0))))
                .toList();
        return new Tagging(
                any(tweets),
                1,
                "new-era",
                1 + dice.nextInt(4),
                "lexical",
                "1." + dice.nextInt(3),
                BEGIN,
                failed ? Optional.of("gave up") : Optional.empty(),
                failed ? List.of() : tags);
    }

    List<Tagging> taggings(int most) {
        return Stream.generate(this::tagging).limit(1 + dice.nextInt(most)).toList();
    }

    void tag(List<Tagging> taggings) {
        database.write(connection -> TaggingBatch.keep(connection, taggings));
    }

    void erase() {
        var id = any(tweets);
        database.write(connection -> Erasure.erase(connection, id, Caller.ANYONE));
    }

    /** One thing that somebody does, or Kafka twice. */
    void act() {
        switch (dice.nextInt(6)) {
            case 0 -> erase();
            case 1, 2 -> post();
            case 3 -> {
                var twice = taggings(8);
                tag(twice);
                tag(twice);
            }
            default -> tag(taggings(8));
        }
    }

    Scope day() {
        var day = anyTime().truncatedTo(ChronoUnit.DAYS);
        return new Scope(anyHashtag(), day, day.plus(1, ChronoUnit.DAYS));
    }

    /** Null stands for the whole chat. */
    private String anyHashtag() {
        return dice.nextBoolean() ? null : any(HASHTAGS);
    }

    Scope scope() {
        var hashtag = anyHashtag();
        var times = Stream.of(anyTime(), anyTime()).sorted().toList();
        return switch (dice.nextInt(4)) {
            case 0 -> new Scope(hashtag, null, null);
            case 1 -> new Scope(hashtag, times.get(0), null);
            case 2 -> new Scope(hashtag, null, times.get(1));
            default -> new Scope(hashtag, times.get(0), times.get(1));
        };
    }
}
