package dev.newera.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is worth telling of a chat session when it is over, or so far: every number is counted from the tweets that stood at one
 * moment.
 *
 * @param codebook the one in force, whose themes these are
 * @param mostAnswered the tweet that was answered most, the host's left out; empty if nobody answered any
 * @param themes those that were spoken of, most often first
 * @param pairs themes that were spoken of together, most often first
 * @param questions the chat session's, in its order
 * @param asking what people asked about beside those, most often first
 * @param asked some of what they asked: about themes first, and of those the most answered
 * @param hashtags beside the chat session's own, most frequent first
 * @param links most frequent first
 */
public record ChatReport(
        ChatSession chat,
        Codebook codebook,
        Figures figures,
        Optional<Answered> mostAnswered,
        List<ThemeTold> themes,
        List<Themes.Pair> pairs,
        List<QuestionTold> questions,
        Course course,
        People people,
        List<Spoken> asking,
        List<Answered> asked,
        List<Mentioned> hashtags,
        List<Mentioned> links) {

    /**
     * @param answers tweets that answer another tweet of the chat session
     * @param asking tweets that ask something, the host's questions left out
     * @param tagged tweets that a tagger has answered
     * @param themed those that carry a theme
     * @param first when the first tweet was created; with {@code last} null if there is none
     */
    public record Figures(
            int tweets, int people, int answers, int asking, int tagged, int themed, Instant first, Instant last) {}

    /** A tweet, and how many others answered it directly. */
    public record Answered(Tweet tweet, int answers) {}

    /**
     * A theme that was spoken of.
     *
     * @param share of the tweets that carry a theme, 0–1
     * @param quotes the surest, of different people
     */
    public record ThemeTold(Theme theme, int tweets, int people, double share, List<Tweet> quotes) {}

    /** How many tweets speak of a theme. */
    public record Spoken(Theme theme, int tweets) {}

    /**
     * A question and what came of it.
     *
     * @param askedAt empty if no tweet asks it
     * @param tweets that belong to it, without the one that asks
     * @param themes most often first
     */
    public record QuestionTold(
            Question question,
            Optional<Instant> askedAt,
            int tweets,
            int people,
            List<Spoken> themes,
            List<Tweet> quotes) {}

    /**
     * How it went over time.
     *
     * @param width of a slice; they cover the window from its beginning to its end
     * @param tweets of each slice
     * @param themes of each theme that was spoken of, the tweets of each slice
     */
    public record Course(
            Duration width, List<Integer> tweets, Map<Theme, List<Integer>> themes, List<Proceedings.Turn> turns) {}

    /**
     * @param speakers who tweeted, the busiest first; at most {@link ReportChat#MOST_LISTED}
     * @param exchanges who spoke to whom, most often first; at most as many
     */
    public record People(List<Speaker> speakers, List<Exchange> exchanges) {}

    /**
     * Someone who tweeted.
     *
     * @param answers how many tweets of others they answered
     * @param answered how many tweets of others answered theirs
     * @param mentioned in how many tweets of others they were mentioned
     */
    public record Speaker(Author author, int tweets, int answers, int answered, int mentioned) {}

    /**
     * Two people of whom one spoke to the other: answered or mentioned them.
     *
     * @param there tweets from {@code one} to {@code other}
     * @param back tweets from {@code other} to {@code one}
     */
    public record Exchange(String one, String other, int there, int back) {

        /** Tweets in either direction. */
        public int both() {
            return there + back;
        }
    }

    /** A hashtag without the sign, or a link, and in how many tweets it stands. */
    public record Mentioned(String what, int tweets) {}
}
