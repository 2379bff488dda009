package dev.newera.chat.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Author;
import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSession;
import dev.newera.chat.Codebook;
import dev.newera.chat.Entities;
import dev.newera.chat.Evidence;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quote has the words that were written for a reader, and its evidence where it belongs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotedTest {
    private static final Instant NOON = Instant.parse("2014-09-12T12:00:00Z");
    private static final ChatSession CHAT = new ChatSession(
            new ChatId(new UUID(0, 1)),
            "A chat",
            "NewEraNHS",
            NOON,
            NOON.plus(Duration.ofHours(1)),
            null,
            List.of(),
            NOON);

    private static final Palette PALETTE = new Palette(new Codebook("new-era", 1, "codebook", NOON, List.of(), "{}"));

    private static String quoted(String text, Evidence... evidence) {
        var id = new TweetId(new UUID(0, 2));
        var tweet = new Tweet(
                id,
                1,
                text,
                new Author("ann", null),
                NOON,
                NOON,
                id,
                Optional.empty(),
                null,
                null,
                new Entities(List.of(), List.of(), List.of()),
                TaggingStatus.PENDING,
                List.of(new ThemeTag("barriers", 0.9, List.of(evidence))));
        return Quoted.of(tweet, CHAT, PALETTE).marks().stream()
                .map(it -> it.color() == null ? it.text() : "[" + it.text() + "]")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A1: time, always time #NewEraNHS | time, always time
            @host @ann A1 time #neweranhs #NewEraNHS | time
            .@host time #SHCR #NewEraNHS | time #SHCR
            .@host: a1) time | time
            #NewEraNHS is where I learn | #NewEraNHS is where I learn
            A4 sheets | sheets
            A 7 year old redesigned our trolley | A 7 year old redesigned our trolley
            #NewEraNHS | #NewEraNHS
            @ann #NewEraNHS | #NewEraNHS
            """)
    void mentions_and_a_label_before_the_text_and_the_hashtag_behind_it_are_left_out(String text, String quote) {
        assertThat(quoted(text)).isEqualTo(quote);
    }

    @Test
    void evidence_stays_with_its_words() {
        assertThat(quoted("@host A1 fear #NewEraNHS", new Evidence("fear", 9, 13, "fear", 3.0)))
                .isEqualTo("[fear]");
        assertThat(quoted("A1 fear", new Evidence("any", 0, 5, "A1 fe", 3.0))).isEqualTo("[fe]ar");
    }
}
