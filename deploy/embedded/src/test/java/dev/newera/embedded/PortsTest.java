package dev.newera.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PortsTest {

    @Test
    void ports_found_together_differ() {
        assertThat(Ports.free(20)).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void a_port_is_never_one_that_a_client_may_be_given() {
        assertThat(Ports.free(20)).allMatch(port -> port < 32_768);
    }

    @Test
    void a_port_that_was_found_is_free() {
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }

    @Test
    void a_port_that_somebody_listens_on_is_not_free() throws IOException {
        try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(somebody.getLocalPort())).isFalse();
        }
    }
}
