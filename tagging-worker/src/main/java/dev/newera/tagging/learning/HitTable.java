package dev.newera.tagging.learning;

import dev.newera.tagging.text.Matcher;
import java.util.Arrays;
import java.util.List;

/** Which tweets each phrase hits, in the order of the phrases. */
final class HitTable {
    private final int[][] tweetsOfPhrase;

    private HitTable(int[][] tweetsOfPhrase) {
        this.tweetsOfPhrase = tweetsOfPhrase;
    }

    /** Every phrase by itself, as the tagger reads learned indicators. */
    static HitTable ofAll(List<String> phrases, List<LabelledTweet> tweets) {
        var matcher = Matcher.builder();
        phrases.forEach(matcher::add);
        return of(phrases.size(), matcher.build(), tweets);
    }

    /** The longest phrase wins, as the tagger reads a theme's written indicators. */
    static HitTable ofLongest(List<String> phrases, List<LabelledTweet> tweets) {
        var matcher = Matcher.builder();
        phrases.forEach(phrase -> matcher.add(phrase, "theme"));
        return of(phrases.size(), matcher.build(), tweets);
    }

    private static HitTable of(int phrases, Matcher matcher, List<LabelledTweet> tweets) {
        var table = new int[phrases][];
        Arrays.fill(table, new int[0]);
        var count = new int[phrases];
        var scanner = matcher.scanner();
        for (int tweet = 0; tweet < tweets.size(); tweet++) {
            int hits = scanner.scan(tweets.get(tweet).text());
            for (int hit = 0; hit < hits; hit++) {
                int phrase = scanner.phrase(hit);
                if (count[phrase] == 0 || table[phrase][count[phrase] - 1] != tweet) {
                    if (count[phrase] == table[phrase].length) {
                        table[phrase] = Arrays.copyOf(table[phrase], 2 * count[phrase] + 2);
                    }
                    table[phrase][count[phrase]++] = tweet;
                }
            }
        }
        for (int phrase = 0; phrase < phrases; phrase++) {
            table[phrase] = Arrays.copyOf(table[phrase], count[phrase]);
        }
        return new HitTable(table);
    }

    /** Numbers of the tweets, ascending. */
    int[] tweets(int phrase) {
        return tweetsOfPhrase[phrase];
    }
}
