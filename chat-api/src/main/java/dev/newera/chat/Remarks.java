package dev.newera.chat;

import dev.newera.chat.ChatReport.Exchange;
import dev.newera.chat.ChatReport.Speaker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** All remarks of a chat session, in the order of time, and who made them to whom. */
final class Remarks {
    private final Map<TweetId, Remark> all = new LinkedHashMap<>();
    private final Map<String, Author> authors = new HashMap<>();
    /** By the tweet that is answered, whoever answers. */
    private final Map<TweetId, List<Remark>> answers = new HashMap<>();

    /** They come in the order of time; an answer may come first, for people's clocks differ. */
    void add(Remark remark, Author author) {
        all.put(remark.id(), remark);
        authors.put(remark.username(), author);
        remark.said()
                .inReplyTo()
                .ifPresent(parent -> answers.computeIfAbsent(parent, any -> new ArrayList<>())
                        .add(remark));
    }

    private Optional<Remark> answeredOther(Remark remark) {
        return answered(remark).filter(parent -> !parent.username().equals(remark.username()));
    }

    /** The remark that it answers, if that is one of these. */
    Optional<Remark> answered(Remark remark) {
        return remark.said().inReplyTo().map(all::get);
    }

    /** How many tweets of other people answer it. */
    int answers(Remark remark) {
        return (int) answers.getOrDefault(remark.id(), List.of()).stream()
                .filter(answer -> !answer.username().equals(remark.username()))
                .count();
    }

    Collection<Remark> all() {
        return all.values();
    }

    List<Remark> that(Predicate<Remark> are) {
        return all.values().stream().filter(are).toList();
    }

    int people() {
        return authors.size();
    }

    static int people(Collection<Remark> of) {
        return (int) of.stream().map(Remark::username).distinct().count();
    }

    /** The most answered first, and of those that nobody answered the one that says most. */
    Comparator<Remark> mostAnswered() {
        return Comparator.comparing(this::answers, Comparator.reverseOrder())
                .thenComparing(Remark::weight, Comparator.reverseOrder());
    }

    // --- people ---

    /** Whom a remark is said to: whom it answers, and whom it mentions; nobody twice. */
    private Set<String> said(Remark remark) {
        var to = new HashSet<>(remark.mentioned());
        answeredOther(remark).map(Remark::username).ifPresent(to::add);
        return to;
    }

    /** The busiest first. */
    List<Speaker> speakers(int most) {
        var tweets = count(remark -> Set.of(remark.username()));
        var answered = count(remark ->
                answeredOther(remark).map(Remark::username).map(Set::of).orElse(Set.of()));
        var answering = count(remark -> answeredOther(remark).isPresent() ? Set.of(remark.username()) : Set.of());
        var mentioned = count(Remark::mentioned);
        return authors.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(tweets::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .map(username -> new Speaker(
                        authors.get(username),
                        tweets.get(username),
                        answering.getOrDefault(username, 0),
                        answered.getOrDefault(username, 0),
                        mentioned.getOrDefault(username, 0)))
                .toList();
    }

    private Map<String, Integer> count(Function<Remark, Set<String>> people) {
        var counts = new HashMap<String, Integer>();
        all.values().forEach(remark -> people.apply(remark).forEach(it -> counts.merge(it, 1, Integer::sum)));
        return counts;
    }

    private record Way(String from, String to) {}

    /** Who spoke to whom, most often first; the one who stands first in the alphabet is {@code one}. */
    List<Exchange> exchanges(int most) {
        var ways = new HashMap<Way, Integer>();
        all.values()
                .forEach(remark ->
                        said(remark).forEach(to -> ways.merge(new Way(remark.username(), to), 1, Integer::sum)));
        var exchanges = new TreeMap<String, Exchange>();
        ways.keySet().forEach(way -> {
            var one = way.from().compareTo(way.to()) < 0 ? way.from() : way.to();
            var other = one.equals(way.from()) ? way.to() : way.from();
            exchanges.put(
                    one + " " + other,
                    new Exchange(
                            written(one),
                            written(other),
                            ways.getOrDefault(new Way(one, other), 0),
                            ways.getOrDefault(new Way(other, one), 0)));
        });
        var sorted = new ArrayList<>(exchanges.values());
        sorted.sort(Comparator.comparing(Exchange::both).reversed());
        return sorted.stream().limit(most).toList();
    }

    /** A username as its owner writes it, if they are here. */
    private String written(String username) {
        return authors.containsKey(username) ? authors.get(username).username() : username;
    }
}
