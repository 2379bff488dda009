package dev.newera.chat;

import dev.newera.chat.ChatReport.Answered;
import dev.newera.chat.ChatReport.Course;
import dev.newera.chat.ChatReport.Figures;
import dev.newera.chat.ChatReport.Mentioned;
import dev.newera.chat.ChatReport.People;
import dev.newera.chat.ChatReport.QuestionTold;
import dev.newera.chat.ChatReport.Spoken;
import dev.newera.chat.ChatReport.ThemeTold;
import dev.newera.chat.Place.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Someone wants to know what came of a chat session, without reading all of it. */
public final class ReportChat {
    /** People and exchanges that a report lists. */
    public static final int MOST_LISTED = 100;

    private static final int MOST_MENTIONED = 10;
    private static final int MOST_ASKED = 5;
    private static final int QUOTES_OF_A_THEME = 3;
    private static final int QUOTES_OF_A_QUESTION = 2;

    /** A course has at most so many slices, each of one of these widths. */
    private static final int MOST_SLICES = 90;

    private static final List<Integer> WIDTHS = List.of(1, 2, 5, 10, 15, 30, 60, 120, 360, 720);

    private final Tweets tweets;
    private final Supplier<Codebook> codebook;

    /** @param codebook the one in force */
    public ReportChat(Tweets tweets, Supplier<Codebook> codebook) {
        this.tweets = tweets;
        this.codebook = codebook;
    }

    /** Reads the whole chat session once. Throws UNAVAILABLE. */
    public ChatReport of(ChatSession chat) {
        var telling = new Telling(chat, codebook.get());
        tweets.ofChat(chat, telling::hear);
        return telling.report();
    }

    /** One report in the making. */
    private final class Telling {
        private final ChatSession chat;
        private final Codebook codebook;
        private final Remarks remarks = new Remarks();
        private final Map<String, Integer> hashtags = new HashMap<>();
        private final Map<String, Integer> links = new HashMap<>();
        private final Set<TweetId> quoted = new HashSet<>();
        private int tagged;

        Telling(ChatSession chat, Codebook codebook) {
            this.chat = chat;
            this.codebook = codebook;
        }

        void hear(Tweet tweet) {
            remarks.add(Remark.of(tweet, chat), tweet.author());
            tagged += tweet.tagging().state() == TaggingStatus.State.TAGGED ? 1 : 0;
            tweet.entities().hashtags().stream()
                    .map(it -> it.tag().toLowerCase(Locale.ROOT))
                    .filter(it -> !it.equals(chat.scope().hashtag()))
                    .distinct()
                    .forEach(it -> hashtags.merge(it, 1, Integer::sum));
            tweet.entities().urls().stream()
                    .map(Entities.Url::url)
                    .distinct()
                    .forEach(it -> links.merge(it, 1, Integer::sum));
        }

        ChatReport report() {
            var proceedings = Proceedings.of(
                    chat, remarks.all().stream().map(Remark::said).toList());
            var people = remarks.that(it -> proceedings.place(it.id()).how() != How.ASKS);
            return new ChatReport(
                    chat,
                    codebook,
                    figures(people),
                    mostAnswered(people),
                    themes(people),
                    pairs(),
                    questions(proceedings, people),
                    course(proceedings),
                    new People(remarks.speakers(MOST_LISTED), remarks.exchanges(MOST_LISTED)),
                    spoken(people.stream().filter(Telling::asks).toList()),
                    asked(people),
                    most(hashtags),
                    most(links));
        }

        private Figures figures(List<Remark> people) {
            var times = remarks.all().stream().map(it -> it.said().createdAt()).toList();
            return new Figures(
                    remarks.all().size(),
                    remarks.people(),
                    remarks.that(it -> remarks.answered(it).isPresent()).size(),
                    (int) people.stream().filter(Telling::asks).count(),
                    tagged,
                    remarks.that(it -> !it.scores().isEmpty()).size(),
                    times.isEmpty() ? null : times.get(0),
                    times.isEmpty() ? null : times.get(times.size() - 1));
        }

        private static boolean asks(Remark remark) {
            return remark.asking() && !remark.repeats();
        }

        private Optional<Answered> mostAnswered(List<Remark> people) {
            return people.stream()
                    .filter(it -> remarks.answers(it) > 0 && !it.said().byHost())
                    .min(remarks.mostAnswered())
                    .flatMap(it -> quote(List.of(it)).stream()
                            .findFirst()
                            .map(tweet -> new Answered(tweet, remarks.answers(it))));
        }

        // --- themes ---

        private List<ThemeTold> themes(List<Remark> people) {
            int themed = remarks.that(it -> !it.scores().isEmpty()).size();
            return spoken(remarks.all()).stream()
                    .map(spoken -> theme(spoken.theme(), themed, people))
                    .toList();
        }

        private ThemeTold theme(Theme theme, int themed, List<Remark> people) {
            var of = remarks.that(it -> it.carries(theme.id()));
            var surest = people.stream()
                    .filter(it -> it.carries(theme.id()))
                    .sorted(Comparator.<Remark, Double>comparing(
                                    it -> it.scores().get(theme.id()))
                            .reversed()
                            .thenComparing(remarks.mostAnswered()));
            return new ThemeTold(
                    theme,
                    of.size(),
                    Remarks.people(of),
                    (double) of.size() / themed,
                    quote(chosen(surest, QUOTES_OF_A_THEME)));
        }

        /** The codebook's themes that these speak of, most often first. */
        private List<Spoken> spoken(Collection<Remark> of) {
            return codebook.themes().stream()
                    .map(theme -> new Spoken(theme, (int)
                            of.stream().filter(it -> it.carries(theme.id())).count()))
                    .filter(it -> it.tweets() > 0)
                    .sorted(Comparator.comparing(Spoken::tweets).reversed())
                    .toList();
        }

        /** The codebook's themes that tweets carry together, most often first. */
        private List<Themes.Pair> pairs() {
            var themes = codebook.themes().stream().map(Theme::id).sorted().toList();
            var pairs = new ArrayList<Themes.Pair>();
            for (int b = 1; b < themes.size(); b++) {
                for (int a = 0; a < b; a++) {
                    pairs.add(pair(themes.get(a), themes.get(b)));
                }
            }
            return pairs.stream()
                    .filter(pair -> pair.both() > 0)
                    .sorted(Comparator.comparing(Themes.Pair::both)
                            .reversed()
                            .thenComparing(Themes.Pair::a)
                            .thenComparing(Themes.Pair::b))
                    .toList();
        }

        private Themes.Pair pair(String a, String b) {
            var both = remarks.that(it -> it.carries(a) && it.carries(b)).size();
            return new Themes.Pair(
                    a,
                    b,
                    both,
                    remarks.that(it -> it.carries(a) || it.carries(b)).size());
        }

        // --- quotes: different people, and no tweet twice in a report ---

        private List<Remark> chosen(Stream<Remark> best, int most) {
            var authors = new HashSet<String>();
            return best.filter(it -> !it.repeats() && !quoted.contains(it.id()))
                    .filter(it -> authors.add(it.username()))
                    .limit(most)
                    .toList();
        }

        private List<Tweet> quote(List<Remark> chosen) {
            var ids = chosen.stream().map(Remark::id).toList();
            quoted.addAll(ids);
            return tweets.all(ids);
        }

        // --- questions ---

        private List<QuestionTold> questions(Proceedings proceedings, List<Remark> people) {
            return proceedings.sections().stream()
                    .filter(section -> section.question().isPresent())
                    .map(section -> question(section, proceedings, people))
                    .toList();
        }

        private QuestionTold question(Proceedings.Section section, Proceedings proceedings, List<Remark> people) {
            var question = section.question().orElseThrow();
            var to = people.stream()
                    .filter(it -> proceedings.place(it.id()).question().orElse(0) == question.number())
                    .toList();
            var best = to.stream()
                    .filter(it -> !it.scores().isEmpty())
                    .sorted(Comparator.comparing(Remark::weight).reversed());
            return new QuestionTold(
                    question,
                    section.askedAt(),
                    to.size(),
                    Remarks.people(to),
                    spoken(to),
                    quote(chosen(best, QUOTES_OF_A_QUESTION)));
        }

        private List<Answered> asked(List<Remark> people) {
            var best = people.stream()
                    .filter(Telling::asks)
                    .sorted(Comparator.<Remark, Boolean>comparing(
                                    it -> it.scores().isEmpty())
                            .thenComparing(remarks.mostAnswered()))
                    .limit(MOST_ASKED)
                    .toList();
            var answers = new HashMap<TweetId, Integer>();
            best.forEach(it -> answers.put(it.id(), remarks.answers(it)));
            return tweets.all(best.stream().map(Remark::id).toList()).stream()
                    .map(tweet -> new Answered(tweet, answers.get(tweet.id())))
                    .toList();
        }

        // --- time ---

        private Course course(Proceedings proceedings) {
            var window = Duration.between(chat.startsAt(), chat.endsAt());
            int width = WIDTHS.stream()
                    .filter(it -> window.toMinutes() <= (long) it * MOST_SLICES)
                    .findFirst()
                    .orElseThrow();
            int slices = (int) ((window.toMinutes() + width - 1) / width);
            var themes = new LinkedHashMap<Theme, List<Integer>>();
            spoken(remarks.all())
                    .forEach(it -> themes.put(
                            it.theme(),
                            slices(
                                    remarks.that(
                                            remark -> remark.carries(it.theme().id())),
                                    width,
                                    slices)));
            return new Course(
                    Duration.ofMinutes(width), slices(remarks.all(), width, slices), themes, proceedings.turns());
        }

        private List<Integer> slices(Collection<Remark> of, int width, int slices) {
            var counts = new int[slices];
            of.forEach(it -> counts[
                    (int) (Duration.between(chat.startsAt(), it.said().createdAt())
                                    .toMinutes()
                            / width)]++);
            return Arrays.stream(counts).boxed().toList();
        }

        private static List<Mentioned> most(Map<String, Integer> counts) {
            var mentioned = new ArrayList<Mentioned>();
            counts.forEach((what, tweets) -> mentioned.add(new Mentioned(what, tweets)));
            mentioned.sort(Comparator.comparing(Mentioned::tweets).reversed().thenComparing(Mentioned::what));
            return mentioned.stream().limit(MOST_MENTIONED).toList();
        }
    }
}
