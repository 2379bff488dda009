package dev.newera.chat.http.access;

import static dev.newera.chat.Chat.chat;
import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.tweet;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.Caller;
import dev.newera.chat.IssueKey;
import dev.newera.chat.IssueKey.Issued;
import dev.newera.chat.Permission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what in a chat that asks who comes, and what everybody else is told. */
@QuarkusTest
@TestProfile(Guarded.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedChatTest {
    @Inject
    ApiKeys keys;

    @Inject
    DataSource database;

    private IssueKey issueKey() {
        return new IssueKey(keys, Clock.systemUTC(), GuardedChatTest::chance);
    }

    private Issued key(String scopes, String author) {
        return issueKey()
                .issue("a test", permissions(scopes), Optional.ofNullable(author), Optional.empty(), Caller.ANYONE);
    }

    private static byte[] chance(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Set<Permission> permissions(String scopes) {
        return Stream.of(scopes.split(" "))
                .flatMap(it -> Permission.of(it).stream())
                .collect(Collectors.toSet());
    }

    private RequestSpecification withKey(String scopes) {
        return with(key(scopes, null).secret().reveal());
    }

    private RequestSpecification writing(String author) {
        return with(key("tweets:read tweets:write", author).secret().reveal());
    }

    private static RequestSpecification with(String bearer) {
        return given().header("Authorization", "Bearer " + bearer);
    }

    private static RequestSpecification posting(RequestSpecification caller, Object body) {
        return caller.contentType(ContentType.JSON).body(body);
    }

    private static ValidatableResponse post(RequestSpecification caller, Object body) {
        return posting(caller, body).post("/v1/tweets").then();
    }

    private static String address() {
        var dice = UUID.randomUUID();
        return "2001:db8:%x:%x::1"
                .formatted(dice.getMostSignificantBits() & 0xffff, dice.getLeastSignificantBits() & 0xffff);
    }

    private static void isRefused(ValidatableResponse answer, int status, String type) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:newera:problem:" + type))
                .body("status", equalTo(status));
    }

    private static void isStranger(ValidatableResponse answer) {
        isRefused(answer, 401, "unauthenticated");
        answer.header("WWW-Authenticate", equalTo("Bearer realm=\"chat\", error=\"invalid_token\""));
    }

    private List<String> audited(String subject) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select what || ' ' || caller from audit where subject = ? order by no")) {
            query.setString(1, subject);
            var found = new ArrayList<String>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    // Who comes

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tweets", "/v1/themes", "/v1/chats", "/v1/codebooks/new-era", "/v1/stream"})
    void without_a_key_nothing_is_told(String path) {
        var answer = when().get(path).then();

        isRefused(answer, 401, "unauthenticated");
        answer.header("WWW-Authenticate", equalTo("Bearer realm=\"chat\""))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void nobody_posts_without_a_key() {
        isRefused(post(given(), tweet("stranger")), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard/main.js", "/q/openapi", "/q/swagger-ui/"})
    void the_dashboards_files_and_the_description_are_for_everybody(String path) {
        with("nonsense").get(path).then().statusCode(200);
    }

    @Test
    void a_key_opens_what_its_scopes_say_and_nothing_else() {
        withKey("themes:read").get("/v1/themes").then().statusCode(200);

        var answer = withKey("themes:read").get("/v1/tweets").then();
        isRefused(answer, 403, "forbidden");
        answer.header(
                        "WWW-Authenticate",
                        equalTo("Bearer realm=\"chat\", error=\"insufficient_scope\", scope=\"tweets:read\""))
                .body("detail", containsString("tweets:read"));
        isRefused(post(withKey("tweets:read"), tweet("only reads")), 403, "forbidden");
    }

    @Test
    void whoever_holds_admin_may_do_everything() {
        withKey("admin").get("/v1/themes").then().statusCode(200);
        post(withKey("admin"), tweet("admin")).statusCode(201);
    }

    static Stream<String> keys_that_are_none() {
        var id = "0123456789ab";
        return Stream.of(
                "nec_",
                "nec_" + id,
                "nec_" + id + "_" + "0".repeat(64),
                "nec_" + "x".repeat(5_000),
                "nec_' or true --");
    }

    @ParameterizedTest
    @MethodSource
    void keys_that_are_none(String key) {
        isStranger(
                with(key).header("X-Forwarded-For", address()).get("/v1/tweets").then());
    }

    @Test
    void a_known_id_with_another_secret_opens_nothing() {
        var key = key("tweets:read", null);
        with(key.secret().reveal()).get("/v1/tweets").then().statusCode(200);

        isStranger(with("nec_" + key.key().id() + "_" + "0".repeat(64))
                .header("X-Forwarded-For", address())
                .get("/v1/tweets")
                .then());
    }

    @Test
    void a_revoked_key_opens_nothing_once_every_replica_has_heard() {
        var key = key("themes:read", null);
        with(key.secret().reveal()).get("/v1/themes").then().statusCode(200);

        assertThat(keys.revoke(key.key().id(), Caller.ANYONE)).isTrue();

        eventually(
                () -> isStranger(with(key.secret().reveal()).get("/v1/themes").then()));
        assertThat(keys.revoke(key.key().id(), Caller.ANYONE)).isFalse();
    }

    @Test
    void an_expired_key_opens_nothing() {
        var key = issueKey()
                .issue(
                        "short",
                        permissions("themes:read"),
                        Optional.empty(),
                        Optional.of(Duration.ofMillis(1)),
                        Caller.ANYONE);

        eventually(
                () -> isStranger(with(key.secret().reveal()).get("/v1/themes").then()));
    }

    @Test
    void what_is_kept_of_a_key_is_no_key_and_tells_when_it_was_used() {
        var key = key("themes:read", null);
        with(key.secret().reveal()).get("/v1/themes").then().statusCode(200);

        var kept = keys.find(key.key().id()).orElseThrow();
        assertThat(kept.digest()).isEqualTo(key.secret().digest());
        assertThat(kept.key().lastUsedAt()).isPresent();
        assertThat(key.secret()).hasToString("nec_" + key.key().id() + "_…");
    }

    @Test
    void whether_a_key_is_good_cannot_be_told_while_the_database_is_away() throws SQLException {
        var key = withKey("themes:read");
        run("alter table api_key rename to api_key_away");
        try {
            var answer = key.get("/v1/themes").then();
            isRefused(answer, 503, "unavailable");
            answer.header("Retry-After", notNullValue());
        } finally {
            run("alter table api_key_away rename to api_key");
        }
    }

    // Tokens

    @Test
    void a_token_opens_what_its_scopes_say() {
        with(Tokens.of("anna", "openid themes:read")).get("/v1/themes").then().statusCode(200);
        isRefused(
                with(Tokens.of("anna", "openid themes:read")).get("/v1/tweets").then(), 403, "forbidden");
        isRefused(with(Tokens.of("anna", "")).get("/v1/tweets").then(), 403, "forbidden");
    }

    @Test
    void scopes_may_stand_in_scp_as_words_or_as_a_list() {
        var words = Tokens.claims("anna", "").claim("scp", "themes:read tweets:read");
        var list = Tokens.claims("anna", "").claim("scp", List.of("themes:read", "tweets:read"));

        with(Tokens.signed(words)).get("/v1/tweets").then().statusCode(200);
        with(Tokens.signed(list)).get("/v1/tweets").then().statusCode(200);
    }

    static Stream<String> tokens_that_are_not_good_open_nothing() {
        var another = Guarded.keyPair(2);
        return Stream.of(
                Tokens.unsigned(""),
                Tokens.unsigned(Tokens.of("mallory", "admin").split("\\.")[2]),
                Tokens.claims("mallory", "admin").sign(another.getPrivate()),
                Tokens.signed(Tokens.claims("mallory", "admin").audience("another-service")),
                Tokens.signed(Tokens.claims("mallory", "admin").issuer("https://elsewhere.example.org")),
                Tokens.signed(Tokens.claims("mallory", "admin")
                        .expiresAt(Instant.now().minusSeconds(60))),
                Tokens.claims("mallory", "admin").signWithSecret("a secret that is long enough to sign with"),
                Tokens.signed(Tokens.claims("mallory", "admin").remove("sub")),
                "nonsense",
                "a.b.c");
    }

    @ParameterizedTest
    @MethodSource
    void tokens_that_are_not_good_open_nothing(String token) {
        isStranger(with(token).get("/v1/tweets").then());
    }

    // Whose tweet

    @Test
    void whoever_has_a_name_posts_under_it_and_under_no_other() {
        post(writing("HelenBevan"), Map.of("text", "mine"))
                .statusCode(201)
                .body("data.author.username", equalTo("HelenBevan"));
        post(writing("HelenBevan"), tweetOf("helenbevan")).statusCode(201);
        isRefused(post(writing("HelenBevan"), tweetOf("nhslean")), 403, "forbidden");

        post(with(Tokens.ofAuthor("anna", "tweets:write")), Map.of("text", "mine"))
                .statusCode(201)
                .body("data.author.username", equalTo("anna"));
        isRefused(post(with(Tokens.ofAuthor("anna", "tweets:write")), tweetOf("nhslean")), 403, "forbidden");
    }

    private static Map<String, Object> tweetOf(String username) {
        return Map.of("text", "by " + username, "author", Map.of("username", username));
    }

    @Test
    void a_program_posts_for_others_and_a_person_without_a_name_for_nobody() {
        post(writing(null), tweetOf("nhslean")).statusCode(201);
        post(writing(null), Map.of("text", "whose?")).statusCode(422);
        isRefused(post(with(Tokens.of("anna", "tweets:write")), tweetOf("nhslean")), 403, "forbidden");
    }

    @Test
    void a_batch_tells_which_of_its_tweets_are_somebody_elses() {
        posting(writing("anna"), List.of(tweetOf("anna"), tweetOf("nhslean")))
                .post("/v1/tweets/batch")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("errors[0].index", equalTo(1))
                .body("errors[0].problem.status", equalTo(403));
    }

    @Test
    void a_tweet_is_erased_by_its_author_or_an_admin_and_the_audit_log_knows_by_whom() throws SQLException {
        String id = post(writing("anna"), tweetOf("anna")).extract().path("data.id");
        var path = "/v1/tweets/" + id;

        isRefused(writing("nhslean").delete(path).then(), 403, "forbidden");
        isRefused(writing(null).delete(path).then(), 403, "forbidden");
        with(Tokens.ofAuthor("nhslean", "tweets:read")).get(path).then().statusCode(200);
        with(Tokens.ofAuthor("Anna", "tweets:write")).delete(path).then().statusCode(204);

        assertThat(audited(id)).containsExactly("tweet.erased user:Anna");
    }

    @Test
    void an_admin_erases_anybodys() throws SQLException {
        String id = post(writing("anna"), tweetOf("anna")).extract().path("data.id");
        var admin = key("admin", null);

        with(admin.secret().reveal()).delete("/v1/tweets/" + id).then().statusCode(204);

        assertThat(audited(id))
                .containsExactly("tweet.erased key:" + admin.key().id());
    }

    @Test
    void two_callers_with_one_idempotency_key_have_two_requests() {
        var header = UUID.randomUUID().toString();
        String first = post(writing("anna").header("Idempotency-Key", header), tweetOf("anna"))
                .extract()
                .path("data.id");

        post(writing("nhslean").header("Idempotency-Key", header), tweetOf("nhslean"))
                .statusCode(201)
                .body("data.id", not(equalTo(first)));
    }

    // Who did what

    @Test
    void declared_chats_and_keys_are_in_the_audit_log() throws SQLException {
        var key = key("tweets:write", null);
        String chat = posting(with(key.secret().reveal()), chat(freshHashtag()))
                .post("/v1/chats")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        keys.revoke(key.key().id(), Caller.ANYONE);

        assertThat(audited(chat))
                .containsExactly("chat.declared key:" + key.key().id());
        assertThat(audited(key.key().id())).containsExactly("key.made anyone", "key.revoked anyone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set caller = 'nobody'", "delete from audit", "truncate audit"})
    void the_audit_log_is_only_ever_added_to(String sql) {
        assertThatThrownBy(() -> run(sql)).hasMessageContaining("the audit log is only ever added to");
    }

    // How much

    @Test
    void over_its_limit_a_client_is_told_when_to_come_again_whatever_it_says_where_it_comes_from() {
        var bearer = key("themes:read", null).secret().reveal();
        with(bearer)
                .get("/v1/themes")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"reads\";q=30;w=3600"))
                .header("RateLimit", matchesPattern("\"reads\";r=29;t=\\d+"));
        for (int i = 1; i < Guarded.READS; i++) {
            with(bearer)
                    .header("X-Forwarded-For", address())
                    .get("/v1/themes")
                    .then()
                    .statusCode(200);
        }

        var answer = with(bearer)
                .header("X-Forwarded-For", address())
                .get("/v1/themes")
                .then();

        isRefused(answer, 429, "too-many");
        answer.header("Retry-After", matchesPattern("\\d+"))
                .header("RateLimit", matchesPattern("\"reads\";r=0;t=\\d+"));
        withKey("themes:read").get("/v1/themes").then().statusCode(200);
    }

    @Test
    void a_batch_counts_as_its_tweets_and_what_is_read_counts_apart() {
        var bearer = key("tweets:read tweets:write", null).secret().reveal();
        var batch = Collections.nCopies(Guarded.WRITES, tweetOf("nhslean"));

        posting(with(bearer), batch).post("/v1/tweets/batch").then().statusCode(200);

        isRefused(post(with(bearer), tweetOf("nhslean")), 429, "too-many");
        with(bearer).get("/v1/tweets?limit=1").then().statusCode(200);
    }

    @Test
    void whoever_guesses_keys_is_soon_not_looked_at_whatever_they_say_where_they_come_from() {
        var address = address();
        for (int i = 0; i < Guarded.GUESSES; i++) {
            isStranger(guess(address() + ", " + address));
        }

        isRefused(guess(address() + ", " + address), 429, "too-many");
        isStranger(guess(address()));
    }

    private static ValidatableResponse guess(String forwarded) {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return with("nec_" + id + "_" + "0".repeat(64))
                .header("X-Forwarded-For", forwarded)
                .get("/v1/themes")
                .then();
    }

    @Test
    void one_client_has_so_many_streams_open_and_may_open_another_when_one_has_ended() throws IOException {
        var bearer = key("tweets:read", null).secret().reveal();
        try (var first = stream(bearer);
                var second = stream(bearer)) {
            assertThat(status(first)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(status(second)).isEqualTo("HTTP/1.1 200 OK");

            var answer = with(bearer).get("/v1/stream").then();
            isRefused(answer, 429, "too-many");
            answer.header("Retry-After", notNullValue());
        }
        eventually(() -> {
            try (var another = stream(bearer)) {
                assertThat(status(another)).isEqualTo("HTTP/1.1 200 OK");
            }
        });
    }

    @Test
    void a_stream_ends_in_time_so_that_a_key_is_looked_at_again() throws IOException {
        try (var stream = stream(key("tweets:read", null).secret().reveal())) {
            var said = new String(stream.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said).startsWith("HTTP/1.1 200 OK").contains(": it is time to come again");
        }
    }

    private static Socket stream(String bearer) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream()
                .write(
                        "GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: bearer %s\r\n\r\n"
                                .formatted(bearer)
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket stream) throws IOException {
        var line = new StringBuilder();
        for (int next = stream.getInputStream().read();
                next != '\r' && next >= 0;
                next = stream.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
