package dev.newera.chat.http.pages;

import dev.newera.chat.ChatReport;
import dev.newera.chat.ChatReport.Answered;
import dev.newera.chat.ChatReport.QuestionTold;
import dev.newera.chat.ChatReport.ThemeTold;
import dev.newera.chat.ChatSession;
import dev.newera.chat.Proceedings.Turn;
import dev.newera.chat.http.pages.ReportPage.AskedPart;
import dev.newera.chat.http.pages.ReportPage.Band;
import dev.newera.chat.http.pages.ReportPage.Cell;
import dev.newera.chat.http.pages.ReportPage.CoursePart;
import dev.newera.chat.http.pages.ReportPage.Fact;
import dev.newera.chat.http.pages.ReportPage.Link;
import dev.newera.chat.http.pages.ReportPage.MatrixRow;
import dev.newera.chat.http.pages.ReportPage.PeoplePart;
import dev.newera.chat.http.pages.ReportPage.QuestionPart;
import dev.newera.chat.http.pages.ReportPage.ThemePart;
import dev.newera.chat.http.pages.ReportPage.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A report as a page: the blog post that nobody has to write any more. The same report gives the same page, byte for byte. */
public final class HtmlReport {
    /** People and exchanges in a table; the JSON has more of them. */
    private static final int MOST_LISTED = 10;

    private final ChatReport report;
    private final ChatSession chat;
    private final Palette palette;
    private final Story story;

    private HtmlReport(ChatReport report) {
        this.report = report;
        this.chat = report.chat();
        this.palette = new Palette(report.codebook());
        this.story = new Story(report);
    }

    /** The whole page. */
    public static String of(ChatReport report) {
        return Templates.report(new HtmlReport(report).page(), Style.SHEET).render();
    }

    ReportPage page() {
        return new ReportPage(
                chat,
                Words.window(chat),
                report.codebook().title(),
                report.codebook().version(),
                story.lead(),
                facts(),
                report.mostAnswered().map(it -> quoted(it)).orElse(null),
                report.mostAnswered().map(HtmlReport::answers).orElse(null),
                report.themes().stream().map(this::theme).toList(),
                report.questions().stream().map(this::question).toList(),
                matrix(),
                report.figures().tweets() == 0 ? null : course(),
                report.figures().tweets() == 0 ? null : people(),
                story.asking(),
                asked(),
                report.hashtags(),
                report.links().stream().map(Link::of).toList());
    }

    private Quoted quoted(Answered answered) {
        return Quoted.of(answered.tweet(), chat, palette);
    }

    private static String answers(Answered answered) {
        return answered.answers() == 0 ? "no answer" : English.count(answered.answers(), "answer", "answers");
    }

    private List<Fact> facts() {
        var figures = report.figures();
        if (figures.tweets() == 0) {
            return List.of();
        }
        var span = English.digits(Duration.between(figures.first(), figures.last()));
        return List.of(
                fact(figures.tweets(), "tweet", "tweets"),
                fact(figures.people(), "person", "people"),
                new Fact(span.split(" ")[0], span.split(" ")[1]),
                new Fact(percent(figures.themed(), figures.tweets()), "speak of a theme"),
                fact(figures.answers(), "answer", "answers"));
    }

    private static Fact fact(int number, String one, String several) {
        return new Fact(English.digits(number), number == 1 ? one : several);
    }

    private static String percent(double part, double whole) {
        return Math.round(100 * part / whole) + "%";
    }

    private ThemePart theme(ThemeTold told) {
        var most = report.themes().get(0).tweets();
        return new ThemePart(
                told.theme().name(),
                palette.color(told.theme().id()),
                told.theme().description(),
                told.tweets(),
                told.people(),
                percent(told.share(), 1),
                Strip.number(100.0 * told.tweets() / most),
                story.theme(told),
                told.quotes().stream()
                        .map(it -> Quoted.of(it, told.theme().id(), chat, palette))
                        .toList());
    }

    private QuestionPart question(QuestionTold told) {
        return new QuestionPart(
                told.question().label(),
                told.question().text(),
                story.question(told),
                told.quotes().stream().map(it -> Quoted.of(it, chat, palette)).toList());
    }

    private List<MatrixRow> matrix() {
        return report.questions().isEmpty()
                ? List.of()
                : report.themes().stream().map(this::row).toList();
    }

    private MatrixRow row(ThemeTold told) {
        var tweets = report.questions().stream()
                .map(it -> Story.tweets(it, told.theme()))
                .toList();
        int most = Collections.max(tweets);
        return new MatrixRow(
                told.theme().name(),
                tweets.stream().map(it -> new Cell(it, it == most)).toList());
    }

    private CoursePart course() {
        var course = report.course();
        return new CoursePart(
                story.course(),
                English.each(course.width()),
                Strip.of(course.tweets()),
                course.themes().entrySet().stream()
                        .map(it -> Strip.of(
                                it.getKey().name(), palette.color(it.getKey().id()), it.getValue()))
                        .toList(),
                bands(),
                ticks());
    }

    private List<Band> bands() {
        var bands = new ArrayList<Band>();
        for (var turn : report.course().turns()) {
            bands.add(band(turn, bands.size() % 2 == 0));
        }
        return bands;
    }

    private Band band(Turn turn, boolean odd) {
        double start = slices(turn.start());
        return new Band(
                turn.question().label(),
                Strip.number(start),
                Strip.number(slices(turn.end()) - start),
                Strip.number(100 * start / report.course().tweets().size()),
                odd);
    }

    private double slices(Instant at) {
        return (double) Duration.between(chat.startsAt(), at).toMillis()
                / report.course().width().toMillis();
    }

    /** The beginning and three quarters; the end is told by the last of them and the page's own facts. */
    private List<Tick> ticks() {
        var quarter = Duration.between(chat.startsAt(), chat.endsAt()).dividedBy(4);
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i < 4; i++) {
            ticks.add(new Tick(Words.time(chat.startsAt().plus(quarter.multipliedBy(i)), chat), 25 * i + ""));
        }
        return ticks;
    }

    private PeoplePart people() {
        return new PeoplePart(
                story.people(),
                report.people().exchanges().isEmpty() ? null : Circle.of(report.people()),
                first(report.people().speakers()),
                first(report.people().exchanges()));
    }

    private static <T> List<T> first(List<T> list) {
        return list.stream().limit(MOST_LISTED).toList();
    }

    private List<AskedPart> asked() {
        return report.asked().stream()
                .filter(it -> it.answers() > 0 || !story.areAnswered())
                .map(this::asked)
                .toList();
    }

    private AskedPart asked(Answered answered) {
        return new AskedPart(quoted(answered), answers(answered));
    }
}
