package dev.newera.tagging.kafka;

import static dev.newera.tagging.kafka.ChatLog.CODEBOOKS;
import static dev.newera.tagging.kafka.ChatLog.ERASED;
import static dev.newera.tagging.kafka.ChatLog.POSTED;
import static dev.newera.tagging.kafka.ChatLog.PUBLISHED;
import static dev.newera.tagging.kafka.ChatLog.RETAG;
import static dev.newera.tagging.kafka.ChatLog.RETAG_REQUESTED;
import static dev.newera.tagging.kafka.ChatLog.TAGGINGS;
import static dev.newera.tagging.kafka.ChatLog.TWEETS;
import static dev.newera.tagging.kafka.ChatLog.deadLettersOf;
import static dev.newera.tagging.kafka.ChatLog.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.CurrentTagger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The worker as the topics see it: codebooks and tweets go in, taggings and dead letters come out. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkerTest {

    private static int version;

    @Inject
    CurrentTagger current;

    private final ChatLog log = new ChatLog();

    @BeforeEach
    void a_codebook_that_finds_barriers_is_in_force() {
        publish("barrier");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_tweet_is_answered_by_its_tagging_with_evidence() {
        var id = post("👩‍⚕️ What barriers?");

        var tagging = taggings(id, 1).get(0);
        assertThat(tagging.value())
                .contains(
                        "\"theme\":\"barriers\"",
                        "\"start\":10,\"end\":18,\"text\":\"barriers\"",
                        "\"codebook_version\":" + version);
        assertThat(header(tagging, "ce_type")).isEqualTo("dev.newera.tweet.tagged.v1");
        assertThat(header(tagging, "ce_id")).isEqualTo(id + ":1:new-era:" + version + ":lexical:1");
        assertThat(header(tagging, "ce_subject")).isEqualTo(id);
        assertThat(header(tagging, "content-type")).isEqualTo("application/json");
    }

    @Test
    void a_tweet_without_a_theme_is_answered_too() {
        var id = post("Morning all");

        assertThat(taggings(id, 1).get(0).value()).contains("\"tags\":[]");
    }

    @Test
    void a_tweet_that_comes_twice_is_answered_twice_by_the_same_event() {
        var id = post("a barrier");
        log.write(TWEETS, POSTED, id, tweet(id, "a barrier"));

        var twice = taggings(id, 2);
        assertThat(header(twice.get(0), "ce_id")).isEqualTo(header(twice.get(1), "ce_id"));
        assertThat(withoutTime(twice.get(0))).isEqualTo(withoutTime(twice.get(1)));
    }

    @Test
    void poisoned_records_go_to_the_dead_letters_and_their_neighbours_are_tagged() {
        var bad = UUID.randomUUID().toString();
        var before = post("barrier before");
        log.write(TWEETS, POSTED, bad, "no json");
        log.write(TWEETS, "dev.newera.unheard.of.v1", bad, tweet(bad, "a"));
        log.write(TWEETS, POSTED, bad, tweet("another", "a"));
        log.write(TWEETS, POSTED, bad, tweet(bad, "x".repeat(2_000_000)));
        log.writeWith(Map.of(), TWEETS, bad, tweet(bad, "a"));
        var after = post("barrier after");

        var letters = eventuallyRead(deadLettersOf(TWEETS), bad, 5);
        taggings(before, 1);
        taggings(after, 1);
        assertThat(log.read(TAGGINGS, bad)).isEmpty();
        assertThat(letters).allSatisfy(letter -> {
            assertThat(header(letter, "dead-letter-reason")).isNotBlank();
            assertThat(header(letter, "dead-letter-topic")).isEqualTo(TWEETS);
        });
        assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).isEqualTo("no json"));
        assertThat(letters)
                .extracting(letter -> header(letter, "dead-letter-length"))
                .contains(String.valueOf(tweet(bad, "x".repeat(2_000_000)).length()));
    }

    @Test
    void an_erased_tweet_leaves_the_taggings_by_a_tombstone() {
        var id = post("a barrier");
        log.write(TWEETS, ERASED, id, null);

        var tombstone = taggings(id, 2).get(1);
        assertThat(tombstone.value()).isNull();
        assertThat(header(tombstone, "ce_type")).isEqualTo(ERASED);
    }

    @Test
    void foreign_headers_steer_nothing_and_are_not_handed_on_but_the_trace_is() {
        var id = UUID.randomUUID().toString();
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var steering = Map.of(
                "ce_type",
                POSTED,
                "traceparent",
                trace,
                "REPLY_TOPIC",
                CODEBOOKS,
                "REPLY_PARTITION",
                "\0\0\0\0",
                "x",
                "y");

        log.writeWith(steering, TWEETS, id, tweet(id, "a barrier"));

        var tagging = taggings(id, 1).get(0);
        assertThat(header(tagging, "traceparent")).isEqualTo(trace);
        assertThat(tagging.headers())
                .extracting(header -> header.key())
                .doesNotContain("REPLY_TOPIC", "REPLY_PARTITION", "x");
        assertThat(log.read(CODEBOOKS, id)).isEmpty();
    }

    @Test
    void a_new_codebook_takes_over_without_a_restart() {
        publish("hurdle");

        assertThat(taggings(post("a barrier"), 1).get(0).value()).contains("\"tags\":[]");
        assertThat(taggings(post("a hurdle"), 1).get(0).value()).contains("\"theme\":\"barriers\"");
    }

    @Test
    void a_bad_codebook_is_refused_and_the_last_good_one_stays() {
        int letters = log.read(deadLettersOf(CODEBOOKS)).size();
        log.write(CODEBOOKS, PUBLISHED, "new-era", codebook(version + 1, ""));
        log.write(CODEBOOKS, PUBLISHED, "new-era", "no json");
        log.write(CODEBOOKS, PUBLISHED, "new-era", null);

        eventually(() -> assertThat(log.read(deadLettersOf(CODEBOOKS))).hasSize(letters + 3));
        assertThat(taggings(post("a barrier"), 1).get(0).value())
                .contains("\"theme\":\"barriers\"", "\"codebook_version\":" + version);
    }

    @Test
    void a_retag_request_is_answered_for_its_job() {
        var id = UUID.randomUUID().toString();

        log.write(RETAG, RETAG_REQUESTED, id, retag(id, version));

        var tagging = taggings(id, 1).get(0);
        assertThat(tagging.value()).contains("\"theme\":\"barriers\"", "\"job_id\":\"job-7\"", "\"preview\":true");
        assertThat(header(tagging, "ce_id")).endsWith(":job-7");
    }

    @Test
    void a_retag_request_that_overtakes_its_codebook_waits_for_it() {
        var id = UUID.randomUUID().toString();
        log.write(RETAG, RETAG_REQUESTED, id, retag(id, version + 1));

        publish("barrier");

        assertThat(taggings(id, 1).get(0).value()).contains("\"codebook_version\":" + version);
    }

    @Test
    void a_retag_request_for_a_version_that_is_gone_goes_to_the_dead_letters() {
        var id = UUID.randomUUID().toString();
        publish("barrier");

        log.write(RETAG, RETAG_REQUESTED, id, retag(id, version - 1));

        assertThat(header(eventuallyRead(deadLettersOf(RETAG), id, 1).get(0), "dead-letter-reason"))
                .isEqualTo("The request asks for codebook version %d; version %d is in force."
                        .formatted(version - 1, version));
    }

    @Test
    void offsets_are_committed_behind_what_was_answered_so_that_a_restart_goes_on_from_there() {
        taggings(post("a barrier"), 1);

        eventually(() -> assertThat(log.lag("tagging-worker", TWEETS)).isZero());
    }

    private void publish(String indicator) {
        version++;
        log.write(CODEBOOKS, PUBLISHED, "new-era", codebook(version, indicator));
        eventually(() -> assertThat(current.now())
                .hasValueSatisfying(it -> assertThat(it.codebook().version()).isEqualTo(version)));
    }

    private String post(String text) {
        var id = UUID.randomUUID().toString();
        log.write(TWEETS, POSTED, id, tweet(id, text));
        return id;
    }

    private List<ConsumerRecord<String, String>> taggings(String tweetId, int count) {
        return eventuallyRead(TAGGINGS, tweetId, count);
    }

    private List<ConsumerRecord<String, String>> eventuallyRead(String topic, String key, int count) {
        eventually(() -> assertThat(log.read(topic, key)).hasSize(count));
        return log.read(topic, key);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return EventHeaders.read(record, name);
    }

    private static String withoutTime(ConsumerRecord<String, String> tagging) {
        return tagging.value().replaceAll("\"tagged_at\":\"[^\"]*\"", "");
    }

    private static String codebook(int version, String indicator) {
        return """
                {"codebook_id": "new-era", "codebook_version": %d, "document": {"codebook": "new-era", "title": "t",
                 "themes": [{"id": "barriers", "name": "Barriers", "definition": "d", "color": "#b5482a",
                             "indicators": ["%s"]}]}}""".formatted(version, indicator);
    }

    private static String tweet(String id, String text) {
        return """
                {"id": "%s", "revision": 1, "text": "%s", "author": {"username": "nhslean"}}""".formatted(id, text);
    }

    private static String retag(String id, int version) {
        return """
                {"id": "%s", "revision": 1, "text": "a barrier", "job_id": "job-7", "codebook_version": %d, "preview": true}""".formatted(id, version);
    }
}
