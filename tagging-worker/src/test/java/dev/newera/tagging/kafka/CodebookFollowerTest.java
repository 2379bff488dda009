package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodebookFollowerTest {

    @Test
    void the_follower_belongs_to_no_group() {
        var settings = CodebookFollower.settings(Map.of("bootstrap.servers", "b:1", "group.id", "tagging-worker"));

        assertThat(settings).containsEntry("bootstrap.servers", "b:1").doesNotContainKey("group.id");
    }
}
