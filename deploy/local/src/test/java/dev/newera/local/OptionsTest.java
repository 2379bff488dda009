package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.embedded.StartFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OptionsTest {

    private static final Path USUAL = Path.of(".local");

    @Test
    void without_any_the_data_is_kept_in_the_usual_folder() {
        assertThat(parse()).isEqualTo(new Options(8080, USUAL, false, false, false));
    }

    @Test
    void each_may_be_given_in_any_order() {
        assertThat(parse("--exit", "--data", "chat", "--fresh", "--demo", "--http-port", "9090"))
                .isEqualTo(new Options(9090, Path.of("chat"), true, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "", "99999999999"})
    void a_port_is_a_number_that_ports_have(String word) {
        assertThatThrownBy(() -> parse("--http-port", word))
                .isInstanceOf(StartFailure.class)
                .hasMessage("--http-port is " + word + "; a port is a number from 1 to 65535.");
    }

    @Test
    void a_value_that_is_left_out_is_asked_for() {
        assertThatThrownBy(() -> parse("--data")).hasMessage("--data needs a value after it.");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> parse("--port")).hasMessageStartingWith("There is no option --port;");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), USUAL);
    }
}
