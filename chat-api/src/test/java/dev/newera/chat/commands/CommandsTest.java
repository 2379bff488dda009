package dev.newera.chat.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.main.Terminal;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What all commands have in common. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {
    private static final Map<String, String> NOBODY_THERE =
            Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/chat");

    @Test
    void help_tells_the_commands_and_the_exit_codes_and_asks_no_server() {
        var help = Terminal.run(NOBODY_THERE, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Commands:", "lag", "Exit codes:");
    }

    @Test
    void a_word_that_is_no_command_is_told_how_to_ask() {
        var unknown = Terminal.run(NOBODY_THERE, "lga");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("lga", "--help");
    }

    @Test
    void a_database_that_is_away_is_named_in_one_line() {
        var failed = Terminal.run(NOBODY_THERE, "counts", "verify");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err().lines())
                .singleElement()
                .asString()
                .startsWith("PostgreSQL does not answer: ")
                .contains("127.0.0.1:1");
    }
}
