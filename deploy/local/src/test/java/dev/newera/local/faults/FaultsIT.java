package dev.newera.local.faults;

import dev.newera.local.RunningSystem;
import dev.newera.local.SharedSystem;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one promise that decides whether anyone may rely on the chat. Every build lets a few faults happen in small forms;
 * {@code deploy/local/faults} lets all of them happen, as often and as long as one likes.
 */
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultsIT {

    private final RunningSystem system;

    FaultsIT(RunningSystem system) {
        this.system = system;
    }

    @ParameterizedTest(name = "{0} (seed {1})")
    @MethodSource("trials")
    void nothing_acknowledged_is_lost(Fault fault, long seed) throws Exception {
        Trial.survive(system, fault, seed);
    }

    @BeforeAll
    static void tellBefore(RunningSystem system) throws Exception {
        System.out.println("Before: " + Footprint.of(system));
    }

    @AfterAll
    static void tellAfter(RunningSystem system) throws Exception {
        System.out.println("After: " + Footprint.of(system));
    }

    static Stream<Arguments> trials() {
        return Choice.made().trials();
    }
}
