package dev.newera.chat.commands;

import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.postedId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.main.Terminal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code counts} beside a running chat; what it can find and mend is {@code RecountingTest}'s. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CountsTest {
    @Inject
    DataSource source;

    private void spoil(String hashtag) throws SQLException {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement(
                        "update tweet_count set tweet_count = 5 where hashtag = ? and grain = 'all'")) {
            update.setString(1, hashtag);
            update.executeUpdate();
        }
    }

    @Test
    void a_count_that_differs_is_told_by_verify_and_put_right_by_repair() throws SQLException {
        var hashtag = freshHashtag();
        postedId("Count me #" + hashtag);
        spoil(hashtag);

        var verified = Terminal.run("counts", "verify");
        var repaired = Terminal.run("counts", "repair");
        var again = Terminal.run("counts", "verify");

        assertThat(verified.exitCode()).as(verified.err()).isEqualTo(Commands.FOUND);
        assertThat(verified.line("tweet_count where hashtag='" + hashtag)).endsWith("is 5, a recount gives 1");
        assertThat(repaired.exitCode()).isZero();
        assertThat(repaired.line("tweet_count where hashtag='" + hashtag)).endsWith("is 5, a recount gives 1");
        assertThat(again.out()).startsWith("Every count equals a recount.");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void it_asks_back_when_it_is_not_told_what_to_do() {
        assertThat(Terminal.run("counts").exitCode()).isEqualTo(2);
    }
}
