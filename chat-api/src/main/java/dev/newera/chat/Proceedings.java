package dev.newera.chat;

import dev.newera.chat.Place.How;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A chat session in order: every tweet under its question and in its thread.
 *
 * <p>A tweet belongs to the question that, the surest sign first,
 *
 * <ol>
 *   <li>its own {@link Label} names,
 *   <li>the tweet that it answers belongs to, as far up as it takes,
 *   <li>it names in passing,
 *   <li>the host had asked last when it was said. A question is asked by the host's first tweet with its label; in a chat without a
 *       host, by anybody's.
 * </ol>
 *
 * <p>Labels of questions that the chat session does not have are no signs. What was said before the first question and has no sign
 * belongs to none.
 */
public final class Proceedings {
    private final ChatSession chat;
    private final Map<TweetId, Said> tweets = new LinkedHashMap<>();
    private final Map<Integer, Said> asked = new HashMap<>();
    /** The questions by the moment from which they are the one that is talked about. */
    private final TreeMap<Instant, Integer> turns = new TreeMap<>();

    private final Map<TweetId, Place> places = new HashMap<>();

    /**
     * A tweet in its thread.
     *
     * @param answers the tweet of the chat session that it answers; empty also if it answers one from elsewhere
     * @param depth 0 begins a thread; 1 answers it, and so on
     */
    public record Entry(TweetId id, Optional<TweetId> answers, int depth, How how) {}

    /**
     * A question with everything said to it, thread after thread in the order in which they began.
     *
     * @param question empty for what belongs to none
     * @param askedAt when the host asked it, empty if no tweet of the chat session does
     */
    public record Section(Optional<Question> question, Optional<Instant> askedAt, List<Entry> entries) {}

    /** A question, and from when to when it was the one that was talked about. */
    public record Turn(Question question, Instant start, Instant end) {}

    private Proceedings(ChatSession chat, Collection<Said> said) {
        this.chat = chat;
        said.stream().sorted(Said.BY_TIME).forEach(it -> tweets.put(it.id(), it));
        tweets.values().forEach(this::ask);
        asked.forEach((number, it) -> turns.putIfAbsent(it.createdAt(), number));
        tweets.values().forEach(this::place);
    }

    /** Puts all tweets of a chat session in order; they may come in any. */
    public static Proceedings of(ChatSession chat, Collection<Said> said) {
        return new Proceedings(chat, said);
    }

    private void ask(Said said) {
        known(said.label())
                .filter(label -> label.asks() && (said.byHost() || chat.host() == null))
                .ifPresent(label -> asked.putIfAbsent(label.number(), said));
    }

    private Optional<Label> known(Optional<Label> label) {
        return label.filter(it -> question(it.number()).isPresent());
    }

    private Optional<Question> question(int number) {
        return chat.questions().stream().filter(it -> it.number() == number).findFirst();
    }

    // --- the place of each ---

    /** Up its thread to the first tweet whose place is plain, and from there down again: a thread may be too long for recursion. */
    private void place(Said said) {
        var unplaced = new ArrayDeque<Said>();
        var next = Optional.of(said);
        while (next.isPresent() && !places.containsKey(next.get().id())) {
            unplaced.push(next.get());
            next = known(next.get().label()).isPresent() ? Optional.empty() : parent(next.get());
        }
        unplaced.forEach(it -> places.put(it.id(), judged(it)));
    }

    private Optional<Said> parent(Said said) {
        return said.inReplyTo().map(tweets::get);
    }

    private Place judged(Said said) {
        return plain(said)
                .or(() -> parent(said)
                        .map(it -> places.get(it.id()).question())
                        .filter(OptionalInt::isPresent)
                        .map(it -> new Place(it, How.REPLY)))
                .or(() -> named(said))
                .or(() -> talkedAbout(said.createdAt()).map(number -> Place.at(number, How.TIME)))
                .orElse(Place.NOWHERE);
    }

    private Optional<Place> plain(Said said) {
        return known(said.label())
                .map(Label::number)
                .map(number -> Place.at(number, asked.get(number) == said ? How.ASKS : How.LABEL));
    }

    private Optional<Place> named(Said said) {
        return said.mentioned().isPresent()
                        && question(said.mentioned().getAsInt()).isPresent()
                ? Optional.of(Place.at(said.mentioned().getAsInt(), How.MENTION))
                : Optional.empty();
    }

    private Optional<Integer> talkedAbout(Instant at) {
        return Optional.ofNullable(turns.floorEntry(at)).map(Map.Entry::getValue);
    }

    /** Where a tweet of the chat session belongs. */
    public Place place(TweetId id) {
        return places.get(id);
    }

    // --- the order of all ---

    /** What belongs to no question first, then the chat session's questions as it lists them, also those that nobody spoke to. */
    public List<Section> sections() {
        var threads = threads();
        var sections = new ArrayList<Section>();
        var aside = threads.getOrDefault(OptionalInt.empty(), List.of());
        if (!aside.isEmpty() || chat.questions().isEmpty()) {
            sections.add(new Section(Optional.empty(), Optional.empty(), aside));
        }
        for (var question : chat.questions()) {
            var askedAt = Optional.ofNullable(asked.get(question.number())).map(Said::createdAt);
            sections.add(new Section(
                    Optional.of(question),
                    askedAt,
                    threads.getOrDefault(OptionalInt.of(question.number()), List.of())));
        }
        return List.copyOf(sections);
    }

    private Map<OptionalInt, List<Entry>> threads() {
        var answers = tweets.values().stream()
                .filter(it -> !beginsThread(it))
                .collect(Collectors.groupingBy(it -> it.inReplyTo().orElseThrow()));
        var threads = new HashMap<OptionalInt, List<Entry>>();
        tweets.values().stream()
                .filter(this::beginsThread)
                .sorted(Comparator.comparing(it -> places.get(it.id()).how() != How.ASKS))
                .forEach(it -> unroll(
                        it,
                        answers,
                        threads.computeIfAbsent(places.get(it.id()).question(), any -> new ArrayList<>())));
        return threads;
    }

    /** An answer to the tweet that asks is a thread of its own, and so is one that speaks to another question. */
    private boolean beginsThread(Said said) {
        return parent(said)
                .map(parent -> places.get(parent.id()))
                .filter(parent -> parent.how() != How.ASKS)
                .filter(parent -> parent.question().equals(places.get(said.id()).question()))
                .isEmpty();
    }

    private record Open(Said said, int depth) {}

    private void unroll(Said first, Map<TweetId, List<Said>> answers, List<Entry> into) {
        var open = new ArrayDeque<Open>();
        open.push(new Open(first, 0));
        while (!open.isEmpty()) {
            var next = open.pop();
            var said = next.said();
            into.add(new Entry(
                    said.id(),
                    parent(said).map(Said::id),
                    next.depth(),
                    places.get(said.id()).how()));
            var below = answers.getOrDefault(said.id(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(new Open(below.get(i), next.depth() + 1));
            }
        }
    }

    /** The questions that were asked, in the order of time; a turn ends where the next begins, the last one with the chat session. */
    public List<Turn> turns() {
        var found = new ArrayList<Turn>();
        turns.forEach((start, number) -> {
            var next = turns.higherKey(start);
            found.add(new Turn(question(number).orElseThrow(), start, next == null ? chat.endsAt() : next));
        });
        return List.copyOf(found);
    }
}
