package dev.newera.chat.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.KeySecret;
import dev.newera.chat.Permission;
import dev.newera.chat.main.Terminal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code keys create}, {@code list} and {@code revoke}. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysTest {
    @Inject
    ApiKeys keys;

    private static KeySecret created(String... options) {
        var words = new String[options.length + 3];
        words[0] = "keys";
        words[1] = "create";
        words[2] = "the wall of the museum";
        System.arraycopy(options, 0, words, 3, options.length);
        var done = Terminal.run(words);
        assertThat(done.exitCode()).as(done.err()).isZero();
        return KeySecret.parse(done.out().strip()).orElseThrow();
    }

    @Test
    void a_key_is_printed_alone_and_its_digest_is_kept() {
        var secret = created("--scopes", "tweets:read,themes:read");

        var kept = keys.find(secret.id()).orElseThrow();
        assertThat(kept.matches(secret)).isTrue();
        assertThat(kept.key().name()).isEqualTo("the wall of the museum");
        assertThat(kept.key().permissions()).containsExactlyInAnyOrder(Permission.TWEETS_READ, Permission.THEMES_READ);
        assertThat(kept.key().author()).isEmpty();
        assertThat(kept.key().expiresAt()).isEmpty();
    }

    @Test
    void a_key_may_be_an_authors_and_may_expire() {
        var secret = created("--scopes", "tweets:write", "--author", "helenbevan", "--expires", "90d");

        var key = keys.find(secret.id()).orElseThrow().key();
        assertThat(key.author()).contains("helenbevan");
        assertThat(key.expiresAt()).contains(key.createdAt().plus(Duration.ofDays(90)));
        assertThat(key.isGoodAt(Instant.now())).isTrue();
    }

    @Test
    void a_key_that_was_revoked_is_listed_as_such_and_its_secret_never() {
        var secret = created("--scopes", "admin");

        assertThat(Terminal.run("keys", "revoke", secret.id()).out()).contains("is revoked");
        assertThat(Terminal.run("keys", "revoke", secret.reveal()).out()).contains("had been revoked before");

        var list = Terminal.run("keys", "list").out();
        assertThat(list.lines().filter(line -> line.startsWith(secret.id())))
                .singleElement()
                .asString()
                .contains("the wall of the museum", "admin", "never")
                .endsWith("revoked");
        assertThat(list).doesNotContain(secret.reveal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys create | 2 | NAME",
                "keys create wall | 2 | --scopes",
                "keys create wall --scopes tweets:all | 2 | tweets:write",
                "keys create wall --scopes admin --expires soon | 2 | 90d",
                "keys create wall --scopes admin --author no-name | 1 | 1 to 20 letters",
                "keys revoke 000000000000 | 1 | There is no key",
                "keys | 2 | create"
            })
    void what_is_wrong_is_told(String words, int exitCode, String told) {
        var failed = Terminal.run(words.strip().split(" "));

        assertThat(failed.exitCode()).isEqualTo(exitCode);
        assertThat(failed.err()).contains(told);
    }
}
