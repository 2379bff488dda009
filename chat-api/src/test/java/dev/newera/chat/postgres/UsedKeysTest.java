package dev.newera.chat.postgres;

import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api: an Idempotency-Key is kept for 24 hours. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsedKeysTest {
    @Inject
    DataSource source;

    @Inject
    UsedKeys usedKeys;

    private void grow(String key, String age) throws SQLException {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement(
                        "update idempotency set used_at = now() - ?::interval where key = ?")) {
            update.setString(1, age);
            update.setString(2, key);
            update.executeUpdate();
        }
    }

    private static String post(String key) {
        return json(tweet("kept"))
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    @Test
    void a_key_is_kept_for_24_hours_and_no_longer() throws SQLException {
        var key = UUID.randomUUID().toString();
        var first = post(key);

        grow(key, "23 hours 59 minutes");
        usedKeys.forgetOld();
        json(tweet("kept"))
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .body("data.id", equalTo(first));

        grow(key, "24 hours 1 minute");
        json(tweet("other"))
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .statusCode(201)
                .body("data.id", not(first));

        var forgotten = UUID.randomUUID().toString();
        var second = post(forgotten);
        grow(forgotten, "24 hours 1 minute");
        usedKeys.forgetOld();
        json(tweet("kept"))
                .header("Idempotency-Key", forgotten)
                .post("/v1/tweets")
                .then()
                .body("data.id", not(second));
    }

    @Test
    void old_keys_are_forgotten_however_many_they_are() throws SQLException {
        var many = UUID.randomUUID() + "-";
        try (var connection = source.getConnection();
                var insert = connection.prepareStatement("""
                        insert into idempotency (key, fingerprint, tweet_id, outcome, used_at)
                        select ? || i, 'body', gen_random_uuid(), 'created', now() - interval '25 hours'
                        from generate_series(1, ?) i
                        """);
                var count = connection.prepareStatement("select count(*) from idempotency where key like ? || '%'")) {
            insert.setString(1, many);
            insert.setInt(2, 2 * UsedKeys.MOST + 1);
            insert.executeUpdate();

            usedKeys.forgetOld();

            count.setString(1, many);
            try (var rows = count.executeQuery()) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }
}
