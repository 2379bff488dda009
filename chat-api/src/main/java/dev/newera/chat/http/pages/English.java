package dev.newera.chat.http.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How a report says numbers and lists, so that its sentences read as somebody's. */
final class English {
    private static final List<String> SMALL = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** What a share is called from there on. */
    private static final NavigableMap<Double, String> SHARES = new TreeMap<>(Map.ofEntries(
            Map.entry(0.0, "a few"),
            Map.entry(0.08, "one in ten"),
            Map.entry(0.17, "one in five"),
            Map.entry(0.23, "a quarter"),
            Map.entry(0.3, "a third"),
            Map.entry(0.37, "four in ten"),
            Map.entry(0.43, "nearly half"),
            Map.entry(0.48, "half"),
            Map.entry(0.53, "more than half"),
            Map.entry(0.63, "two thirds"),
            Map.entry(0.72, "three quarters"),
            Map.entry(0.82, "most"),
            Map.entry(0.96, "nearly all"),
            Map.entry(1.0, "all")));

    private English() {}

    /** {@code one tweet}, {@code 14 tweets}. */
    static String count(int number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    static String tweets(int number) {
        return count(number, "tweet", "tweets");
    }

    static String people(int number) {
        return count(number, "person", "people");
    }

    /** In words up to twelve; {@code no} for none, as it stands before what is counted. */
    static String number(int number) {
        return number >= 0 && number < SMALL.size() ? SMALL.get(number) : digits(number);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> things) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        int last = things.size() - 1;
        return String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** In digits, for headlines. */
    static String digits(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** What comes again and again: {@code minute}, {@code five minutes}. */
    static String each(Duration width) {
        return width.toMinutes() == 1 ? "minute" : span(width);
    }

    /** As {@link #span}, in digits. */
    static String digits(Duration span) {
        var words = span(span).split(" ");
        int small = SMALL.indexOf(words[0]);
        return (small < 0 ? words[0] : String.valueOf(small)) + " " + words[1];
    }

    /** A sentence begins with it. */
    static String upper(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** As people say a share: {@code nearly half}, {@code a third}, {@code one in five}. */
    static String share(double share) {
        return SHARES.floorEntry(share).getValue();
    }

    /** Minutes for up to three hours, then hours, then days; less than a minute is one. */
    static String span(Duration span) {
        long minutes = Math.max(1, (span.toSeconds() + 59) / 60);
        if (minutes <= 180) {
            return count((int) minutes, "minute", "minutes");
        }
        return minutes <= 48 * 60
                ? count((int) Math.round(minutes / 60.0), "hour", "hours")
                : count((int) Math.round(minutes / 1440.0), "day", "days");
    }
}
