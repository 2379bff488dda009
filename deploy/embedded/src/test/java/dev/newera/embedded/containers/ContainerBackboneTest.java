package dev.newera.embedded.containers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.embedded.StartFailure;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContainerBackboneTest {

    @Test
    void without_a_docker_engine_it_says_what_to_do() {
        assertThatThrownBy(() -> ContainerBackbone.start(() -> false))
                .isInstanceOf(StartFailure.class)
                .hasMessage("BACKBONE=containers needs a Docker engine, and none answers here: start one, or leave"
                        + " BACKBONE out to run PostgreSQL and Kafka without it.");
    }
}
