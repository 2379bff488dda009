package dev.newera.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newera.chat.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Cursors, from whoever thinks that they can be made up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorFuzzTest {
    private static final int CURSOR_BYTES = 24;

    private final Cursors cursors = new Cursors(() -> "a secret of thirty-two bytes....".getBytes());

    /** The first line are the filters, what follows is the cursor. */
    @FuzzTest(maxDuration = "2m")
    void any_text_is_a_cursor_that_would_be_written_just_so_or_is_refused(byte[] data) {
        var lines = new String(data, StandardCharsets.UTF_8).split("\n", 2);
        var filters = lines[0];
        var cursor = lines[lines.length - 1];
        try {
            assertThat(cursors.write(cursors.read(cursor, filters), filters)).isEqualTo(cursor);
        } catch (Failure refused) {
            assertIsDocumented(refused);
        }
    }

    /** Eight bytes of place, what the cursor's bytes are changed by, the filters it was written for, and others. */
    @FuzzTest(maxDuration = "2m")
    void a_cursor_leads_to_its_place_until_it_or_its_filters_are_changed(byte[] data) {
        var input = ByteBuffer.wrap(data);
        if (data.length < Long.BYTES + CURSOR_BYTES) {
            return;
        }
        long place = input.getLong();
        var change = new byte[CURSOR_BYTES];
        input.get(change);
        var filters = StandardCharsets.UTF_8.decode(input).toString().split("\n", 2);
        var cursor = cursors.write(place, filters[0]);

        assertThat(cursors.read(cursor, filters[0])).isEqualTo(place);
        var changed = changed(cursor, change);
        if (!changed.equals(cursor)) {
            assertIsRefused(changed, filters[0]);
        }
        if (filters.length > 1 && !filters[1].equals(filters[0])) {
            assertIsRefused(cursor, filters[1]);
        }
    }

    private static String changed(String cursor, byte[] by) {
        var bytes = Base64.getUrlDecoder().decode(cursor);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= by[i];
        }
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private void assertIsRefused(String cursor, String filters) {
        assertIsDocumented(catchThrowableOfType(Failure.class, () -> cursors.read(cursor, filters)));
    }

    private static void assertIsDocumented(Failure refused) {
        assertThat(refused.code()).isEqualTo(Failure.Code.MALFORMED);
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("cursor");
            assertThat(fault.detail()).startsWith("cursor is not one that this chat gave out for these filters");
        });
    }
}
