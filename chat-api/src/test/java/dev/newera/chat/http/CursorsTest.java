package dev.newera.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.chat.Failure;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorsTest {
    private final Cursors cursors = new Cursors(() -> "a secret of thirty-two bytes....".getBytes());

    @Test
    void a_cursor_leads_back_to_its_place() {
        for (long place : List.of(1L, 42L, Long.MAX_VALUE)) {
            assertThat(cursors.read(cursors.write(place, "/v1/tweets{}"), "/v1/tweets{}"))
                    .isEqualTo(place);
        }
    }

    @Test
    void a_cursor_of_another_query_is_refused() {
        var cursor = cursors.write(42, "/v1/tweets{theme=[barriers]}");

        assertThatThrownBy(() -> cursors.read(cursor, "/v1/tweets{theme=[networks]}"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("cursor is not one that this chat gave out");
    }

    @Test
    void a_cursor_with_any_bit_flipped_is_refused() {
        var bytes = Base64.getUrlDecoder().decode(cursors.write(42, ""));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            assertThatThrownBy(() -> cursors.read(cursor, "")).isInstanceOf(Failure.class);
        }
    }

    @Test
    void what_is_no_cursor_at_all_is_refused() {
        for (var text : List.of("", "1", "%%%", "A".repeat(32), "é".repeat(32), "A".repeat(1_000_000))) {
            assertThatThrownBy(() -> cursors.read(text, "")).isInstanceOf(Failure.class);
        }
    }
}
