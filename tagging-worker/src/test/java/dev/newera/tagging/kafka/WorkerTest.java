package dev.newera.tagging.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The worker as the topics see it: codebooks and tweets go in, taggings and dead letters come out. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkerTest {
    private static final String BROKER = System.getProperty("kafka.bootstrap.servers");
    private static final String TAGGINGS = "chat.taggings.v1";
    private static final String DEAD_TWEETS = "chat.tweets.v1.tagging-worker.dlq";
    private static final String DEAD_CODEBOOKS = "chat.codebooks.v1.tagging-worker.dlq";
    private static final String POSTED = "dev.newera.tweet.posted.v1";

    private KafkaProducer<String, String> producer;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER, "acks", "all", "max.request.size", 4_000_000),
                new StringSerializer(),
                new StringSerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    private void send(String topic, String type, String key, String value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    private void send(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConsumerRecord<String, String>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        BROKER,
                        "enable.auto.commit",
                        false,
                        "max.partition.fetch.bytes",
                        4_000_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }

    private static List<ConsumerRecord<String, String>> of(String topic, String key) {
        return all(topic).stream().filter(it -> key.equals(it.key())).toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return EventHeaders.read(record, name);
    }

    private static void eventually(ThrowingRunnable check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(check);
    }

    private int version = 1;

    private String codebook(String indicator) {
        version++;
        return "{\"codebook_id\":\"new-era\",\"codebook_version\":%d,\"document\":{\"codebook\":\"new-era\",\"title\":\"t\",\"themes\":[{\"id\":\"barriers\",\"name\":\"Barriers\",\"definition\":\"d\",\"color\":\"#b5482a\",\"indicators\":[\"%s\"]}]}}"
                .formatted(version, indicator);
    }

    private void publish(String codebook) {
        send("chat.codebooks.v1", "dev.newera.codebook.published.v1", "new-era", codebook);
    }

    /** A codebook in force that finds "barrier". */
    private void publishBarriers() {
        publish(codebook("barrier"));
        eventually(() -> given().contentType("application/json")
                .body("{\"text\":\"a barrier\"}")
                .post("/v1/analyses")
                .then()
                .statusCode(200)
                .body("data.themes.theme", contains("barriers")));
    }

    private static String tweet(String id, String text) {
        return "{\"id\":\"%s\",\"revision\":1,\"text\":\"%s\",\"author\":{\"username\":\"a\"},\"created_at\":\"2014-09-12T12:00:00.000Z\",\"posted_at\":\"2014-09-12T12:00:00.000Z\"}"
                .formatted(id, text);
    }

    private String post(String text) {
        var id = UUID.randomUUID().toString();
        send("chat.tweets.v1", POSTED, id, tweet(id, text));
        return id;
    }

    @Test
    void a_tweet_is_answered_by_its_tagging_with_evidence() {
        publishBarriers();

        var id = post("👩‍⚕️ What barriers?");

        eventually(() -> assertThat(of(TAGGINGS, id)).hasSize(1));
        var tagging = of(TAGGINGS, id).get(0);
        assertThat(tagging.value())
                .contains(
                        "\"theme\":\"barriers\"",
                        "\"start\":10,\"end\":18,\"text\":\"barriers\"",
                        "\"codebook_version\":2");
        assertThat(header(tagging, "ce_type")).isEqualTo("dev.newera.tweet.tagged.v1");
        assertThat(header(tagging, "ce_id")).isEqualTo(id + ":1:new-era:2:lexical:1");
    }

    @Test
    void a_tweet_without_a_theme_is_answered_too() {
        publishBarriers();

        var id = post("Morning all");

        eventually(() -> assertThat(of(TAGGINGS, id))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).contains("\"tags\":[]")));
    }

    @Test
    void one_poisoned_record_goes_to_the_dead_letters_and_its_neighbours_are_tagged() {
        publishBarriers();
        var bad = UUID.randomUUID().toString();
        var before = post("barrier before");
        send("chat.tweets.v1", POSTED, bad, "no json");
        send("chat.tweets.v1", "dev.newera.unheard.of.v1", bad, tweet(bad, "a"));
        send("chat.tweets.v1", POSTED, bad, tweet("another", "a"));
        send("chat.tweets.v1", POSTED, bad, tweet(bad, "x".repeat(900_000)));
        var after = post("barrier after");

        eventually(() -> assertThat(of(DEAD_TWEETS, bad)).hasSize(4));
        eventually(() -> assertThat(of(TAGGINGS, before)).hasSize(1));
        eventually(() -> assertThat(of(TAGGINGS, after)).hasSize(1));
        assertThat(of(DEAD_TWEETS, bad)).allSatisfy(letter -> {
            assertThat(header(letter, "dead-letter-reason")).isNotBlank();
            assertThat(header(letter, "dead-letter-topic")).isEqualTo("chat.tweets.v1");
        });
        assertThat(of(TAGGINGS, bad)).isEmpty();
    }

    @Test
    void an_erased_tweet_leaves_the_taggings_by_a_tombstone() {
        publishBarriers();
        var id = post("a barrier");
        eventually(() -> assertThat(of(TAGGINGS, id)).hasSize(1));

        send("chat.tweets.v1", "dev.newera.tweet.erased.v1", id, null);

        eventually(() -> assertThat(of(TAGGINGS, id))
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it.value()).isNull()));
    }

    @Test
    void foreign_headers_steer_nothing_and_are_not_handed_on_but_the_trace_is() {
        publishBarriers();
        var id = UUID.randomUUID().toString();
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var record = new ProducerRecord<>("chat.tweets.v1", id, tweet(id, "a barrier"));
        record.headers()
                .add("ce_type", POSTED.getBytes(StandardCharsets.UTF_8))
                .add("traceparent", trace.getBytes(StandardCharsets.UTF_8))
                .add("REPLY_TOPIC", "chat.codebooks.v1".getBytes(StandardCharsets.UTF_8))
                .add("REPLY_PARTITION", new byte[] {0, 0, 0, 0});

        send(record);

        eventually(() -> assertThat(of(TAGGINGS, id)).hasSize(1));
        var tagging = of(TAGGINGS, id).get(0);
        assertThat(header(tagging, "traceparent")).isEqualTo(trace);
        assertThat(header(tagging, "REPLY_TOPIC")).isNull();
        assertThat(of("chat.codebooks.v1", id)).isEmpty();
    }

    @Test
    void a_new_codebook_takes_over_without_a_restart_and_a_bad_one_is_refused() {
        publishBarriers();
        int letters = all(DEAD_CODEBOOKS).size();
        publish(codebook("hurdle").replace("\"hurdle\"", "\"\""));
        publish("no json");
        eventually(() -> assertThat(all(DEAD_CODEBOOKS)).hasSize(letters + 2));
        given().contentType("application/json")
                .body("{\"text\":\"a barrier\"}")
                .post("/v1/analyses")
                .then()
                .body("data.themes.theme", contains("barriers"));

        publish(codebook("hurdle"));

        eventually(() -> given().contentType("application/json")
                .body("{\"text\":\"a hurdle\"}")
                .post("/v1/analyses")
                .then()
                .body("data.themes.theme", contains("barriers")));
        given().contentType("application/json")
                .body("{\"text\":\"a barrier\"}")
                .post("/v1/analyses")
                .then()
                .body("data.themes", empty());
    }

    @Test
    void what_is_no_analysis_request_is_answered_with_a_problem() {
        publishBarriers();
        for (var body : List.of("{", "{\"text\":7}", "{\"txt\":\"a\"}", "{\"text\":\"\\u0000\"}")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/v1/analyses")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().contentType("application/json")
                .body("{\"text\":\"a\",\"codebook_version\":99}")
                .post("/v1/analyses")
                .then()
                .statusCode(422);
        given().get("/v1/analyses").then().statusCode(405).body("status", equalTo(405));
        given().get("/nothing").then().statusCode(404).contentType("application/problem+json");
        given().contentType("text/plain").body("a").post("/v1/analyses").then().statusCode(415);
    }
}
