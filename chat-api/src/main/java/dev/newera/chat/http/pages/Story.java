package dev.newera.chat.http.pages;

import dev.newera.chat.ChatReport;
import dev.newera.chat.ChatReport.Exchange;
import dev.newera.chat.ChatReport.QuestionTold;
import dev.newera.chat.ChatReport.Speaker;
import dev.newera.chat.ChatReport.Spoken;
import dev.newera.chat.ChatReport.ThemeTold;
import dev.newera.chat.Codebook;
import dev.newera.chat.Proceedings.Turn;
import dev.newera.chat.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report's sentences: every one of them says figures of the report, and none says more than those. */
final class Story {
    private static final int NAMED = 3;

    private final ChatReport report;

    Story(ChatReport report) {
        this.report = report;
    }

    private static String quoted(Theme theme) {
        return "“" + theme.name() + "”";
    }

    private static String at(String username) {
        return "@" + username;
    }

    private static String sentence(String text) {
        return English.upper(text) + ".";
    }

    // --- what happened ---

    /** The beginning: who, how long, how much, about what. */
    List<String> lead() {
        var paragraphs = new ArrayList<String>();
        var figures = report.figures();
        if (figures.tweets() == 0) {
            return List.of("Nobody has tweeted under #%s in this time yet."
                    .formatted(report.chat().hashtag()));
        }
        paragraphs.add("Over %s, %s posted %s under #%s. %s%s"
                .formatted(
                        English.span(Duration.between(figures.first(), figures.last())),
                        English.people(figures.people()),
                        English.tweets(figures.tweets()),
                        report.chat().hashtag(),
                        asked(),
                        answering())
                .strip());
        themes().ifPresent(paragraphs::add);
        return paragraphs;
    }

    private String asked() {
        int asked = (int) report.questions().stream()
                .filter(it -> it.askedAt().isPresent())
                .count();
        if (asked == 0) {
            return "";
        }
        var questions = English.count(asked, "question", "questions");
        return report.chat().host() == null
                ? sentence(questions + (asked == 1 ? " was" : " were") + " put to everybody") + " "
                : sentence(at(report.chat().host()) + " asked " + questions) + " ";
    }

    private String answering() {
        var figures = report.figures();
        return figures.answers() == 0
                ? ""
                : sentence("%s of the tweets (%d) answered another one"
                        .formatted(English.share((double) figures.answers() / figures.tweets()), figures.answers()));
    }

    private Optional<String> themes() {
        var figures = report.figures();
        if (report.themes().isEmpty()) {
            return figures.tagged() == 0
                    ? Optional.of("Their themes are not known yet.")
                    : Optional.of("None of them speaks of a theme of the codebook.");
        }
        return Optional.of("%s of them (%d) speak of at least one theme. %s%s"
                .formatted(
                        English.upper(English.share((double) figures.themed() / figures.tweets())),
                        figures.themed(),
                        sentence("Most of all, people spoke of "
                                + English.list(report.themes().stream()
                                        .limit(NAMED)
                                        .map(Story::told)
                                        .toList())),
                        together()));
    }

    private static String told(ThemeTold told) {
        return quoted(told.theme()) + " (" + told.tweets() + ")";
    }

    private String together() {
        return report.pairs().stream()
                .findFirst()
                .filter(pair -> pair.both() > 1)
                .map(pair -> " "
                        + sentence("%s and %s were most often spoken of together, in %s"
                                .formatted(quoted(theme(pair.a())), quoted(theme(pair.b())), English.tweets((int)
                                        pair.both()))))
                .orElse("");
    }

    private Theme theme(String id) {
        Codebook codebook = report.codebook();
        return codebook.themes().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** How much was said of a theme, and to which question most of it. */
    String theme(ThemeTold told) {
        return sentence("spoken of in %s by %s%s"
                .formatted(
                        English.tweets(told.tweets()),
                        English.people(told.people()),
                        peak(told.theme())
                                .map(it -> ", above all in answer to " + it)
                                .orElse("")));
    }

    // --- questions ---

    /** What came of a question. */
    String question(QuestionTold told) {
        var asked = told.askedAt()
                .map(at -> report.chat().host() == null
                        ? sentence("asked at " + time(at)) + " "
                        : sentence(at(report.chat().host()) + " asked this at " + time(at)) + " ")
                .orElse("");
        if (told.tweets() == 0) {
            return asked + "Nobody spoke to it.";
        }
        return asked
                + sentence("%s spoke to it in %s%s"
                        .formatted(
                                English.people(told.people()), English.tweets(told.tweets()), spoken(told.themes())));
    }

    private static String spoken(List<Spoken> themes) {
        return themes.isEmpty()
                ? ""
                : ", above all about "
                        + English.list(themes.stream()
                                .filter(it -> it.tweets() > 1 || it == themes.get(0))
                                .limit(NAMED)
                                .map(it -> quoted(it.theme()) + " (" + it.tweets() + ")")
                                .toList());
    }

    private String time(Instant at) {
        return Words.time(at, report.chat());
    }

    // --- time ---

    /** When most was said, and when most was said of what. */
    String course() {
        var tweets = report.course().tweets();
        int busiest = tweets.indexOf(Collections.max(tweets));
        if (tweets.get(busiest) == 0) {
            return "";
        }
        var width = report.course().width();
        var start = report.chat().startsAt().plus(width.multipliedBy(busiest));
        var during = turn(start.plus(width).minusMillis(1))
                .map(it -> ", while " + it.question().label() + " was discussed")
                .orElse("");
        return sentence("the busiest %s %s, with %s%s"
                        .formatted(
                                English.each(width) + (width.toMinutes() == 1 ? " was" : " began at"),
                                time(start),
                                English.tweets(tweets.get(busiest)),
                                during))
                + peaks();
    }

    private Optional<Turn> turn(Instant at) {
        return report.course().turns().stream()
                .filter(it -> !at.isBefore(it.start()) && at.isBefore(it.end()))
                .findFirst();
    }

    private String peaks() {
        var peaks = report.themes().stream()
                .limit(NAMED)
                .flatMap(told ->
                        peak(told.theme()).map(label -> quoted(told.theme()) + " in answer to " + label).stream())
                .toList();
        return peaks.isEmpty() ? "" : " " + sentence("people spoke most of " + English.list(peaks));
    }

    /** The label of the question to which most was said of a theme, if one stands out. */
    private Optional<String> peak(Theme theme) {
        var counts = report.questions().stream()
                .collect(Collectors.toMap(it -> it.question().label(), it -> tweets(it, theme)));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var labels = counts.entrySet().stream()
                .filter(it -> it.getValue() == most)
                .map(it -> it.getKey())
                .toList();
        return most > 1 && labels.size() == 1 ? Optional.of(labels.get(0)) : Optional.empty();
    }

    static int tweets(QuestionTold told, Theme theme) {
        return told.themes().stream()
                .filter(it -> it.theme().equals(theme))
                .mapToInt(Spoken::tweets)
                .sum();
    }

    // --- people ---

    /** Who said most, and who talked most with whom. */
    String people() {
        var speakers = report.people().speakers();
        if (speakers.isEmpty()) {
            return "";
        }
        var busiest = speakers.get(0);
        return sentence(at(busiest.author().username()) + " was the busiest, with " + English.tweets(busiest.tweets())
                        + followed(speakers))
                + report.people().exchanges().stream()
                        .findFirst()
                        .map(Story::exchange)
                        .orElse("");
    }

    private static String followed(List<Speaker> speakers) {
        var next = speakers.stream()
                .skip(1)
                .limit(NAMED - 1)
                .map(it -> at(it.author().username()) + " (" + it.tweets() + ")")
                .toList();
        return next.isEmpty() ? "" : ", followed by " + English.list(next);
    }

    private static String exchange(Exchange most) {
        return " "
                + sentence("nobody talked more with one another than %s and %s, in %s"
                        .formatted(at(most.one()), at(most.other()), English.tweets(most.both())));
    }

    // --- questions of their own ---

    /** How much people asked themselves. */
    String asking() {
        int asking = report.figures().asking();
        if (asking == 0) {
            return "";
        }
        var beside = report.questions().isEmpty() ? "" : "apart from these questions, ";
        return sentence(beside + English.tweets(asking) + " asked something" + spoken(report.asking()))
                + (areAnswered() ? " These drew the most answers:" : " Some of them:");
    }

    /** Whether any of the tweets that ask got an answer. */
    boolean areAnswered() {
        return report.asked().stream().anyMatch(it -> it.answers() > 0);
    }
}
