package dev.newera.chat.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {
    private static final boolean OPEN = true;
    private static final boolean ASKS = true;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void a_chat_that_its_own_machine_alone_can_reach_is_open(String host) {
        assertThat(new Access(!OPEN, !ASKS, host).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void one_that_others_can_reach_does_not_start_before_somebody_says_who_may_come_in(String host) {
        assertThatThrownBy(() -> new Access(!OPEN, !ASKS, host))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("chat.security.keys=true")
                .hasMessageContaining("chat.security.open=true");
    }

    @Test
    void it_may_be_opened_to_all_by_saying_so() {
        assertThat(new Access(OPEN, !ASKS, "0.0.0.0").isOpen()).isTrue();
    }

    @Test
    void one_that_asks_is_not_open_wherever_it_listens() {
        assertThat(new Access(!OPEN, ASKS, "0.0.0.0").isOpen()).isFalse();
        assertThat(new Access(!OPEN, ASKS, "127.0.0.1").isOpen()).isFalse();
    }

    @Test
    void it_is_not_both() {
        assertThatThrownBy(() -> new Access(OPEN, ASKS, "127.0.0.1")).isInstanceOf(ConfigurationException.class);
    }
}
