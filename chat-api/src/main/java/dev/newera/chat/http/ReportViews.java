package dev.newera.chat.http;

import dev.newera.chat.Author;
import dev.newera.chat.ChatReport;
import dev.newera.chat.ChatReport.Answered;
import dev.newera.chat.ChatReport.Course;
import dev.newera.chat.ChatReport.Exchange;
import dev.newera.chat.ChatReport.Figures;
import dev.newera.chat.ChatReport.Mentioned;
import dev.newera.chat.ChatReport.QuestionTold;
import dev.newera.chat.ChatReport.Speaker;
import dev.newera.chat.ChatReport.Spoken;
import dev.newera.chat.ChatReport.ThemeTold;
import dev.newera.chat.Proceedings.Turn;
import dev.newera.chat.http.ChatViews.ChatView;
import dev.newera.chat.http.ThemeViews.PairView;
import dev.newera.chat.http.Views.TweetView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A report as JSON: the figures and quotes of the page, without its sentences. */
final class ReportViews {
    private ReportViews() {}

    record ReportView(
            ChatView chat,
            FiguresView figures,
            AnsweredView mostAnswered,
            List<ThemeToldView> themes,
            List<PairView> cooccurrence,
            List<QuestionToldView> questions,
            List<TurnView> turns,
            List<SliceView> timeline,
            List<SpeakerView> people,
            List<ExchangeView> exchanges,
            List<SpokenView> asking,
            List<AnsweredView> asked,
            List<MentionedView> hashtags,
            List<MentionedView> links) {

        static ReportView of(ChatReport report) {
            return new ReportView(
                    ChatView.of(report.chat()),
                    FiguresView.of(report.figures()),
                    report.mostAnswered().map(AnsweredView::of).orElse(null),
                    report.themes().stream().map(ThemeToldView::of).toList(),
                    PairView.all(report.pairs()),
                    report.questions().stream().map(QuestionToldView::of).toList(),
                    report.course().turns().stream().map(TurnView::of).toList(),
                    SliceView.all(report.course(), report.chat().startsAt()),
                    report.people().speakers().stream().map(SpeakerView::of).toList(),
                    report.people().exchanges().stream().map(ExchangeView::of).toList(),
                    report.asking().stream().map(SpokenView::of).toList(),
                    report.asked().stream().map(AnsweredView::of).toList(),
                    MentionedView.all(report.hashtags()),
                    MentionedView.all(report.links()));
        }
    }

    record FiguresView(
            int tweetCount,
            int participantCount,
            int answerCount,
            int askingCount,
            int taggedCount,
            int themedCount,
            String firstAt,
            String lastAt) {
        static FiguresView of(Figures figures) {
            return new FiguresView(
                    figures.tweets(),
                    figures.people(),
                    figures.answers(),
                    figures.asking(),
                    figures.tagged(),
                    figures.themed(),
                    Views.time(figures.first()),
                    Views.time(figures.last()));
        }
    }

    record AnsweredView(TweetView tweet, int answerCount) {
        static AnsweredView of(Answered answered) {
            return new AnsweredView(TweetView.of(answered.tweet()), answered.answers());
        }
    }

    record ThemeToldView(String theme, int tweetCount, int participantCount, double share, List<TweetView> quotes) {
        static ThemeToldView of(ThemeTold told) {
            return new ThemeToldView(
                    told.theme().id(),
                    told.tweets(),
                    told.people(),
                    Math.round(10_000 * told.share()) / 10_000.0,
                    TweetView.all(told.quotes()));
        }
    }

    record SpokenView(String theme, int tweetCount) {
        static SpokenView of(Spoken spoken) {
            return new SpokenView(spoken.theme().id(), spoken.tweets());
        }
    }

    record QuestionToldView(
            String label,
            String text,
            String askedAt,
            int tweetCount,
            int participantCount,
            List<SpokenView> themes,
            List<TweetView> quotes) {
        static QuestionToldView of(QuestionTold told) {
            return new QuestionToldView(
                    told.question().label(),
                    told.question().text(),
                    Views.time(told.askedAt().orElse(null)),
                    told.tweets(),
                    told.people(),
                    told.themes().stream().map(SpokenView::of).toList(),
                    TweetView.all(told.quotes()));
        }
    }

    record TurnView(String question, String start, String end) {
        static TurnView of(Turn turn) {
            return new TurnView(turn.question().label(), Views.time(turn.start()), Views.time(turn.end()));
        }
    }

    record SliceView(String start, String end, int tweetCount, List<SpokenView> themes) {
        static List<SliceView> all(Course course, Instant from) {
            var slices = new ArrayList<SliceView>();
            for (int i = 0; i < course.tweets().size(); i++) {
                slices.add(of(course, i, from.plus(course.width().multipliedBy(i))));
            }
            return slices;
        }

        private static SliceView of(Course course, int i, Instant start) {
            return new SliceView(
                    Views.time(start),
                    Views.time(start.plus(course.width())),
                    course.tweets().get(i),
                    course.themes().entrySet().stream()
                            .filter(it -> it.getValue().get(i) > 0)
                            .map(it -> new SpokenView(
                                    it.getKey().id(), it.getValue().get(i)))
                            .toList());
        }
    }

    record SpeakerView(Author author, int tweetCount, int answersGiven, int answersReceived, int mentionCount) {
        static SpeakerView of(Speaker speaker) {
            return new SpeakerView(
                    speaker.author(), speaker.tweets(), speaker.answers(), speaker.answered(), speaker.mentioned());
        }
    }

    record ExchangeView(String one, String other, int there, int back) {
        static ExchangeView of(Exchange exchange) {
            return new ExchangeView(exchange.one(), exchange.other(), exchange.there(), exchange.back());
        }
    }

    record MentionedView(String what, int tweetCount) {
        static List<MentionedView> all(List<Mentioned> mentioned) {
            return mentioned.stream()
                    .map(it -> new MentionedView(it.what(), it.tweets()))
                    .toList();
        }
    }
}
