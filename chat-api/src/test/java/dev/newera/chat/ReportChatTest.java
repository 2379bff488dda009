package dev.newera.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.newera.chat.ChatReport.Mentioned;
import dev.newera.chat.ChatReport.QuestionTold;
import dev.newera.chat.ChatReport.ThemeTold;
import dev.newera.chat.twitter.TwitterText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A small chat, and what is worth telling of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportChatTest {
    private static final Instant NOON = Instant.parse("2014-09-12T12:00:00Z");

    private static final Codebook CODEBOOK = new Codebook(
            "new-era",
            1,
            "The codebook",
            NOON,
            List.of(
                    new Theme("barriers", "Barriers", null, "#c6522f", null, null),
                    new Theme("networks", "Networks", null, "#2f78ca", null, null)),
            "{}");

    private final Map<TweetId, Tweet> said = new LinkedHashMap<>();

    private static ChatSession chat(Duration lasts, String... labels) {
        return new ChatSession(
                new ChatId(new UUID(0, 1)),
                "A chat",
                "NewEraNHS",
                NOON,
                NOON.plus(lasts),
                "host",
                Arrays.stream(labels)
                        .map(label -> new Question(label, label + "?"))
                        .toList(),
                NOON);
    }

    private static final ChatSession HOUR = chat(Duration.ofHours(1), "Q1", "Q2");

    /** A theme with its score, as {@code barriers 0.9}. */
    private Tweet say(int minute, String author, Tweet parent, String text, String... themes) {
        var id = new TweetId(new UUID(0, 100 + said.size()));
        var tweet = new Tweet(
                id,
                1,
                text,
                new Author(author, null),
                NOON.plus(Duration.ofMinutes(minute)),
                NOON,
                id,
                Optional.ofNullable(parent).map(Tweet::id),
                null,
                null,
                new TwitterText().read(text).entities(),
                new TaggingStatus(TaggingStatus.State.TAGGED, 1, NOON),
                Arrays.stream(themes)
                        .map(it -> it.split(" "))
                        .map(it -> new ThemeTag(it[0], Double.parseDouble(it[1]), List.of()))
                        .toList());
        said.put(id, tweet);
        return tweet;
    }

    private ChatReport report(ChatSession chat) {
        return new ReportChat(new Told(), () -> CODEBOOK).of(chat);
    }

    @Test
    void the_figures_are_those_of_all_tweets() {
        var asked = say(1, "host", null, "Q1: what?");
        say(2, "ann", asked, "A1 time", "barriers 0.9");
        say(40, "Ann", null, "really?", "barriers 0.9");

        var figures = report(HOUR).figures();

        assertThat(figures.tweets()).isEqualTo(3);
        assertThat(figures.people()).isEqualTo(2);
        assertThat(figures.answers()).isEqualTo(1);
        assertThat(figures.asking()).isEqualTo(1);
        assertThat(figures.themed()).isEqualTo(2);
        assertThat(Duration.between(figures.first(), figures.last())).isEqualTo(Duration.ofMinutes(39));
    }

    @Test
    void a_theme_is_quoted_by_its_surest_tweets_of_different_people_and_no_tweet_twice() {
        say(1, "ann", null, "one", "barriers 0.7");
        say(2, "ann", null, "two", "barriers 0.9");
        say(3, "bob", null, "three", "barriers 0.8", "networks 0.9");
        say(4, "cat", null, "RT @ann: two", "barriers 0.99");
        say(5, "dan", null, "five", "networks 0.5");

        var themes = report(HOUR).themes();

        assertThat(themes).extracting(it -> it.theme().id()).containsExactly("barriers", "networks");
        assertThat(quotes(themes.get(0))).containsExactly("two", "three");
        assertThat(quotes(themes.get(1))).containsExactly("five");
        assertThat(themes.get(0).tweets()).isEqualTo(4);
        assertThat(themes.get(0).people()).isEqualTo(3);
        assertThat(themes.get(0).share()).isEqualTo(0.8);
    }

    private static List<String> quotes(ThemeTold told) {
        return told.quotes().stream().map(Tweet::text).toList();
    }

    @Test
    void a_question_is_told_with_what_people_said_to_it() {
        say(1, "host", null, "Q1: what holds us back?", "barriers 0.9");
        say(2, "ann", null, "A1 time", "barriers 0.9");
        say(3, "bob", null, "and money");

        var questions = report(HOUR).questions();

        assertThat(questions).extracting(it -> it.question().label()).containsExactly("Q1", "Q2");
        assertThat(questions)
                .extracting(QuestionTold::tweets, QuestionTold::people)
                .containsExactly(tuple(2, 2), tuple(0, 0));
        assertThat(questions.get(0).askedAt()).contains(NOON.plus(Duration.ofMinutes(1)));
        assertThat(questions.get(0).themes())
                .extracting(ChatReport.Spoken::tweets)
                .containsExactly(1);
    }

    @Test
    void people_are_told_with_whom_they_talk_whatever_the_case_of_their_names() {
        var first = say(1, "Ann", null, "hello");
        var answer = say(2, "bob", first, "@ANN hello");
        say(3, "ann", answer, "how are you @bob @zoe");
        say(4, "ann", first, "talking to myself");

        var report = report(HOUR);

        assertThat(report.people().exchanges())
                .extracting(it -> "%s %d %d %s".formatted(it.one(), it.there(), it.back(), it.other()))
                .containsExactly("ann 1 1 bob", "ann 1 0 zoe");
        assertThat(report.people().speakers())
                .extracting(it -> "%s %d %d %d %d"
                        .formatted(it.author().username(), it.tweets(), it.answers(), it.answered(), it.mentioned()))
                .containsExactly("ann 3 1 1 1", "bob 1 1 1 1");
        assertThat(report.mostAnswered().orElseThrow().answers()).isEqualTo(1);
    }

    @Test
    void the_tweet_that_was_answered_most_is_not_the_hosts() {
        var welcome = say(0, "host", null, "Welcome!");
        say(1, "ann", welcome, "hello");
        say(1, "bob", welcome, "hello");
        assertThat(report(HOUR).mostAnswered()).isEmpty();

        var idea = say(2, "cat", null, "take risks");
        say(3, "ann", idea, "yes");
        say(3, "cat", idea, "I mean it");

        var most = report(HOUR).mostAnswered().orElseThrow();
        assertThat(most.tweet()).isEqualTo(idea);
        assertThat(most.answers()).isEqualTo(1);
    }

    @Test
    void an_answer_counts_also_when_its_clock_was_behind() {
        var idea = say(5, "cat", null, "take risks");
        say(4, "ann", idea, "yes");

        var report = report(HOUR);

        assertThat(report.mostAnswered().orElseThrow().answers()).isEqualTo(1);
        assertThat(report.figures().answers()).isEqualTo(1);
    }

    @Test
    void themes_that_are_spoken_of_together_are_counted_from_the_same_tweets() {
        say(1, "ann", null, "who stops us?", "networks 0.8", "barriers 0.9");
        say(2, "bob", null, "they do", "barriers 0.9");

        assertThat(report(HOUR).pairs()).containsExactly(new Themes.Pair("barriers", "networks", 1, 2));
    }

    @Test
    void what_people_asked_is_told_themes_first_and_links_ask_nothing() {
        say(1, "host", null, "Q1: what holds us back?");
        say(2, "ann", null, "is this on?");
        var real = say(3, "bob", null, "who stops us?", "barriers 0.9");
        say(4, "cat", null, "see https://example.com/?q=1 #SHCR");
        say(5, "dan", null, "RT @bob: who stops us? #SHCR");

        var report = report(HOUR);

        assertThat(report.figures().asking()).isEqualTo(2);
        assertThat(report.asked().get(0).tweet()).isEqualTo(real);
        assertThat(report.hashtags()).containsExactly(new Mentioned("shcr", 2));
        assertThat(report.links()).containsExactly(new Mentioned("https://example.com/?q=1", 1));
    }

    @Test
    void the_course_covers_the_window_in_slices_that_grow_with_it() {
        say(0, "ann", null, "one", "barriers 0.9");
        say(59, "ann", null, "two");

        var hour = report(HOUR).course();
        assertThat(hour.width()).isEqualTo(Duration.ofMinutes(1));
        assertThat(hour.tweets()).hasSize(60).startsWith(1, 0).endsWith(0, 1);
        assertThat(hour.themes().values())
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith(1, 0));
        assertThat(report(chat(Duration.ofMinutes(91))).course().tweets()).hasSize(46);
        assertThat(report(chat(Duration.ofDays(31))).course().tweets()).hasSize(62);
    }

    @Test
    void a_chat_in_which_nobody_said_anything_has_a_report_too() {
        var report = report(HOUR);

        assertThat(report.figures().tweets()).isZero();
        assertThat(report.themes()).isEmpty();
        assertThat(report.questions()).hasSize(2);
        assertThat(report.course().tweets()).hasSize(60);
    }

    // --- what the report is made of ---

    private final class Told implements Tweets {
        @Override
        public void ofChat(ChatSession chat, Consumer<Tweet> reader) {
            said.values().stream()
                    .sorted(Comparator.comparing(Tweet::createdAt))
                    .forEach(reader);
        }

        @Override
        public List<Tweet> all(List<TweetId> ids) {
            return ids.stream().map(said::get).filter(Objects::nonNull).toList();
        }

        @Override
        public Tweet get(TweetId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TweetPage find(TweetQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ReplyContext context(TweetId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void erase(TweetId id, Caller by) {
            throw new UnsupportedOperationException();
        }
    }
}
