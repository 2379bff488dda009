package dev.newera.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people in a tweet chat say which question they speak to: the host writes {@code Q3: …}, and whoever answers {@code A3 …}.
 *
 * <p>A label is read where it is put on purpose:
 *
 * <ul>
 *   <li>at the beginning of a line, in any case, behind mentions, hashtags, {@code RT} or {@code re}, with or without a sign after it:
 *       {@code A1:}, {@code a1 }, {@code .@host A1)}, {@code #NewEraNHS Q1.}, {@code Answer 1:}, {@code #A1};
 *   <li>anywhere, if a colon follows it ({@code What stops us? A2: fear}) or it is a hashtag ({@code fear, plain fear #A2}).
 * </ul>
 *
 * <p>Elsewhere {@code A4} is a sheet of paper and {@code A52} a road. {@code Q1} in the middle of a sentence is a weaker hint, {@link
 * #mentioned}.
 *
 * @param asks true for {@code Q3}, false for {@code A3}
 * @param number 1–99
 */
public record Label(boolean asks, int number) {
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";
    private static final String NUMBER = "(?<number>[1-9]\\d?)" + WORD_ENDS + "(?!\\.\\d)";

    /** {@code A 7 year old …} begins no answer: behind a blank, the number needs a sign after it. */
    private static final String LABEL =
            "(?:(?<kind>answer|ans|a|question|qu|q)(?:[.-]|\\s(?=\\d{1,2}\\s?[:.)]))?" + NUMBER + ")";

    private static final String BEFORE_IT = "(?:[^\\p{L}\\p{N}@＠#＃\\n]|RT" + WORD_ENDS + "|re" + WORD_ENDS
            + "|[@＠]\\w++|[#＃](?![aq][1-9]\\d?" + WORD_ENDS + ")[\\p{L}\\p{M}\\p{N}_]++)*+[#＃]?";

    private static final Pattern OPENING =
            Pattern.compile("^" + BEFORE_IT + LABEL, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern SET_APART = Pattern.compile("(?<![\\p{L}\\p{N}@＠/])(?:(?<kind>[AQ])" + NUMBER
            + "\\s?:(?!//)|[#＃](?<tag>[AaQq])(?<digits>[1-9]\\d?)" + WORD_ENDS + "(?!_))");

    private static final Pattern IN_PASSING =
            Pattern.compile("(?<![\\p{L}\\p{N}@＠#＃/.&=?-])Q" + NUMBER, Pattern.CASE_INSENSITIVE);

    /** The label that a tweet's text carries; of several, the one at the beginning, or else the first. */
    public static Optional<Label> of(String text) {
        var opening = OPENING.matcher(text);
        if (opening.find()) {
            return Optional.of(label(opening.group("kind"), opening.group("number")));
        }
        var apart = SET_APART.matcher(text);
        return apart.find() ? Optional.of(setApart(apart)) : Optional.empty();
    }

    private static Label setApart(Matcher found) {
        return found.group("kind") == null
                ? label(found.group("tag"), found.group("digits"))
                : label(found.group("kind"), found.group("number"));
    }

    private static Label label(String kind, String number) {
        return new Label(Character.toLowerCase(kind.charAt(0)) == 'q', Integer.parseInt(number));
    }

    /** The one question that the text names in passing, as {@code my one word answer to Q1}; empty if it names none or several. */
    public static OptionalInt mentioned(String text) {
        List<Integer> named =
                IN_PASSING.matcher(text).results().map(Label::number).distinct().toList();
        return named.size() == 1 ? OptionalInt.of(named.get(0)) : OptionalInt.empty();
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }
}
