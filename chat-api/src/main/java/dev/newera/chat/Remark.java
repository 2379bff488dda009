package dev.newera.chat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a report has to know of a tweet; its words are read again where they are quoted.
 *
 * @param username in lower case, as everyone's here
 * @param scores of the themes that it carries, the surest first
 * @param mentioned the people that it mentions, without its author
 * @param asking whether it asks something
 * @param repeats whether it only repeats somebody else's tweet
 */
record Remark(
        Said said,
        String username,
        Map<String, Double> scores,
        Set<String> mentioned,
        boolean asking,
        boolean repeats) {
    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟]");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern RETWEET = Pattern.compile("^\\s*RT\\s+@");

    static Remark of(Tweet tweet, ChatSession chat) {
        var username = lower(tweet.author().username());
        var mentioned = tweet.entities().mentions().stream()
                .map(it -> lower(it.username()))
                .filter(it -> !it.equals(username))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var scores = new LinkedHashMap<String, Double>();
        tweet.themes().forEach(tag -> scores.put(tag.theme(), tag.score()));
        return new Remark(
                Said.of(tweet, chat),
                username,
                scores,
                mentioned,
                QUESTION_MARK.matcher(LINK.matcher(tweet.text()).replaceAll("")).find(),
                RETWEET.matcher(tweet.text()).find());
    }

    private static String lower(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    TweetId id() {
        return said.id();
    }

    boolean carries(String theme) {
        return scores.containsKey(theme);
    }

    /** How much it says of the themes, all in all. */
    double weight() {
        return scores.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
