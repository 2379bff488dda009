package dev.newera.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Proceedings.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Small chats as people hold them: every line a tweet, by its minute, who said it, what it answers, and where it belongs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProceedingsTest {
    private static final Instant NOON = Instant.parse("2014-09-12T12:00:00Z");

    private static ChatSession chat(String host, String... labels) {
        return new ChatSession(
                new ChatId(new UUID(0, 1)),
                "A chat",
                "NewEraNHS",
                NOON,
                NOON.plus(Duration.ofHours(1)),
                host,
                List.of(labels).stream()
                        .map(label -> new Question(label, label + "?"))
                        .toList(),
                NOON);
    }

    private static final ChatSession HOSTED = chat("host", "Q1", "Q2", "Q3");

    private static TweetId id(String minute) {
        return new TweetId(new UUID(0, 1_000 + Integer.parseInt(minute)));
    }

    /** A line is {@code minute author [>minute of what it answers] text → expected}. */
    private record Line(String minute, String author, Optional<String> answers, String text, String expected) {
        static Line of(String line) {
            var sides = line.split(" → ");
            var words = sides[0].trim().split("\\s+", 3);
            var answer = words[2].startsWith(">");
            return new Line(
                    words[0],
                    words[1],
                    answer ? Optional.of(words[2].split("\\s+", 2)[0].substring(1)) : Optional.empty(),
                    answer ? words[2].split("\\s+", 2)[1] : words[2],
                    sides[1].trim());
        }

        Said said(ChatSession chat) {
            return Said.of(
                    new Tweet(
                            id(minute),
                            1,
                            text,
                            new Author(author, null),
                            NOON.plus(Duration.ofMinutes(Integer.parseInt(minute))),
                            NOON,
                            id(answers.orElse(minute)),
                            answers.map(ProceedingsTest::id),
                            null,
                            null,
                            new Entities(List.of(), List.of(), List.of()),
                            TaggingStatus.PENDING,
                            List.of()),
                    chat);
        }
    }

    private static void requirePlaces(ChatSession chat, String script) {
        var lines = script.strip().lines().map(Line::of).toList();
        var said = new ArrayList<>(lines.stream().map(it -> it.said(chat)).toList());
        Collections.shuffle(said, new Random(7));
        var proceedings = Proceedings.of(chat, said);

        Map<String, String> places = lines.stream()
                .collect(Collectors.toMap(
                        Line::text, it -> place(proceedings.place(id(it.minute()))), (a, b) -> a, LinkedHashMap::new));
        Map<String, String> expected =
                lines.stream().collect(Collectors.toMap(Line::text, Line::expected, (a, b) -> a, LinkedHashMap::new));
        assertThat(places).isEqualTo(expected);
    }

    private static String place(Place place) {
        var question = place.question().isPresent() ? place.question().getAsInt() + " " : "";
        return question + place.how().name().toLowerCase();
    }

    @Test
    void a_label_is_believed_whenever_it_is_said_and_whatever_it_answers() {
        requirePlaces(HOSTED, """
                00 host   Welcome everybody                → none
                01 early  A2 I cannot stay, so right away  → 2 label
                05 host   Q1: what holds us back?          → 1 asks
                06 ann    A1 time                          → 1 label
                07 bob    >05 A1: money                    → 1 label
                10 host   Q2 what helps?                   → 2 asks
                11 cat    A1: late to the first one        → 1 label
                12 dan    >06 @ann A2: a coffee with you   → 2 label
                13 eve    Q2 a day without meetings        → 2 label
                14 host   A2 for me it is the people       → 2 label
                15 fay    RT @host: Q1: what holds us back? → 1 label
                """);
    }

    @Test
    void an_answer_goes_where_the_tweet_goes_that_it_answers_however_deep() {
        requirePlaces(HOSTED, """
                05 host   Q1: what holds us back?   → 1 asks
                06 ann    >05 fear, mostly          → 1 reply
                10 host   Q2 what helps?            → 2 asks
                11 bob    >06 @ann so true          → 1 reply
                12 ann    >11 @bob thanks           → 1 reply
                13 cat    >12 as I said of Q2       → 1 reply
                """);
    }

    @Test
    void a_question_named_in_passing_counts_where_nothing_surer_does() {
        requirePlaces(HOSTED, """
                05 host   Q1: what holds us back?                      → 1 asks
                10 host   Q2 what helps?                               → 2 asks
                11 ann    inertia. thats my one word answer to Q1      → 1 mention
                12 bob    are we at Q1 or Q2?                          → 2 time
                13 cat    on one side of A4, please                    → 2 time
                """);
    }

    @Test
    void time_decides_last_and_only_once_a_question_has_been_asked() {
        requirePlaces(HOSTED, """
                00 ann    hello from Leeds             → none
                05 host   Q1: what holds us back?      → 1 asks
                06 bob    nobody has an hour to think  → 1 time
                10 host   Q3 one thing for tomorrow?   → 3 asks
                11 cat    going to ask a patient       → 3 time
                12 host   Q1: in case you missed it    → 1 label
                13 dan    still thinking               → 3 time
                """);
    }

    @Test
    void an_answer_to_a_greeting_is_placed_by_what_it_says_and_when() {
        requirePlaces(HOSTED, """
                00 ann    hello from Leeds        → none
                01 bob    >00 hello Leeds         → none
                05 host   Q1: what holds us back? → 1 asks
                06 cat    >01 how is Leeds?       → 1 time
                """);
    }

    @Test
    void without_a_host_a_question_is_asked_by_whoever_says_it_first() {
        requirePlaces(chat(null, "Q1", "Q2"), """
                05 ann    Q1: what holds us back?  → 1 asks
                06 bob    Q1 time                  → 1 label
                07 cat    and money                → 1 time
                """);
    }

    @Test
    void labels_of_questions_that_the_chat_does_not_have_are_no_signs() {
        requirePlaces(chat("host", "Q1"), """
                05 host   Q1: what holds us back?      → 1 asks
                06 ann    A4 sheets, hundreds of them  → 1 time
                07 bob    see Q9                       → 1 time
                """);
        requirePlaces(chat(null), "05 ann A1 time → none");
    }

    @Test
    void a_tweet_whose_parent_is_not_in_the_chat_stands_for_itself() {
        requirePlaces(HOSTED, """
                05 host   Q1: what holds us back?  → 1 asks
                06 ann    >04 so true              → 1 time
                """);
    }

    private static List<String> lines(Section section) {
        return section.entries().stream()
                .map(it -> "%s%d"
                        .formatted("  ".repeat(it.depth()), it.id().value().getLeastSignificantBits() - 1_000))
                .toList();
    }

    @Test
    void sections_hold_threads_in_the_order_in_which_they_began() {
        var proceedings = Proceedings.of(
                HOSTED, """
                00 ann    hello                       → none
                03 early  A1 time                     → 1 label
                05 host   Q1: what holds us back?     → 1 asks
                06 ann    >05 fear                    → 1 reply
                07 bob    A1 money                    → 1 label
                08 cat    >06 so true                 → 1 reply
                09 dan    >07 how much?               → 1 reply
                10 host   Q2: what helps?             → 2 asks
                11 eve    >08 truer words             → 1 reply
                12 fay    >06 fear of what?           → 1 reply
                13 gil    >08 @cat A2 a friend        → 2 label
                """.lines().map(line -> Line.of(line).said(HOSTED)).toList());

        var sections = proceedings.sections();
        assertThat(sections)
                .extracting(it -> it.question().map(Question::label).orElse(""))
                .containsExactly("", "Q1", "Q2", "Q3");
        assertThat(lines(sections.get(0))).containsExactly("0");
        assertThat(lines(sections.get(1))).containsExactly("5", "3", "6", "  8", "    11", "  12", "7", "  9");
        assertThat(lines(sections.get(2))).containsExactly("10", "13");
        assertThat(sections.get(3).entries()).isEmpty();
        assertThat(sections.get(3).askedAt()).isEmpty();
        assertThat(proceedings.turns())
                .extracting(it -> it.question().label() + " " + it.start() + " " + it.end())
                .containsExactly(
                        "Q1 2014-09-12T12:05:00Z 2014-09-12T12:10:00Z", "Q2 2014-09-12T12:10:00Z 2014-09-12T13:00:00Z");
    }

    @Test
    void a_chat_without_questions_or_without_tweets_has_one_section_or_empty_ones() {
        assertThat(Proceedings.of(chat(null), List.of()).sections())
                .containsExactly(new Section(Optional.empty(), Optional.empty(), List.of()));
        assertThat(Proceedings.of(HOSTED, List.of()).sections())
                .hasSize(3)
                .allMatch(it -> it.entries().isEmpty());
    }

    @Test
    void a_thread_may_be_as_long_as_people_like() {
        var said = IntStream.range(0, 50_000)
                .mapToObj(i -> new Said(
                        id(String.valueOf(i)),
                        i == 0 ? Optional.empty() : Optional.of(id(String.valueOf(i - 1))),
                        NOON.plusMillis(50_000 - i),
                        false,
                        i == 0 ? Optional.of(new Label(false, 2)) : Optional.empty(),
                        OptionalInt.empty()))
                .toList();

        var second = Proceedings.of(HOSTED, said).sections().get(1);

        assertThat(second.entries()).hasSize(50_000);
        assertThat(second.entries().get(49_999).depth()).isEqualTo(49_999);
    }
}
