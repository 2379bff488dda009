package dev.newera.local.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Which faults happen, by the system properties that deploy/local/faults sets. Without any: the brief ones.
 *
 * @param faults {@code all}, or the numbers of some, with commas
 * @param seed of the first trial of each; the next one's is one more
 * @param times how many trials of each
 * @param soak for how long to let any of them happen; zero for each in turn
 */
record Choice(List<Fault> faults, long seed, int times, Duration soak) {

    static Choice made() {
        var seed = System.getProperty("faults.seed");
        return new Choice(
                faults(
                        System.getProperty("faults", "brief"),
                        System.getProperty("faults.named", ""),
                        System.getProperty("faults.other")),
                seed == null ? new Random().nextInt(1_000_000) : Long.parseLong(seed),
                Integer.getInteger("faults.times", 1),
                Duration.parse(System.getProperty("faults.soak", "PT0S")));
    }

    /** A fault and a seed, for each trial. */
    Stream<Arguments> trials() {
        return soak.isZero() ? inTurn() : untilTimeIsUp();
    }

    private Stream<Arguments> inTurn() {
        return faults.stream()
                .flatMap(fault -> LongStream.range(seed, seed + times).mapToObj(each -> Arguments.of(fault, each)));
    }

    private Stream<Arguments> untilTimeIsUp() {
        long end = System.nanoTime() + soak.toNanos();
        return LongStream.iterate(seed, each -> System.nanoTime() - end < 0, each -> each + 1)
                .mapToObj(each -> Arguments.of(faults.get(new Random(each).nextInt(faults.size())), each));
    }

    private static List<Fault> faults(String words, String named, String other) {
        if (words.equals("brief")) return Faults.brief();
        var numbers = List.of(words.split(","));
        var chosen = Stream.concat(
                        Faults.all().stream(),
                        Stream.ofNullable(other).map(Path::of).map(Faults::sideBySide))
                .filter(fault -> words.equals("all") || numbers.contains("" + fault.number()))
                .filter(fault -> fault.name().contains(named))
                .toList();
        if (chosen.isEmpty())
            throw new IllegalArgumentException(
                    "There is no fault " + words + " named \"" + named + "\"; those that there are: " + Faults.all());
        return chosen;
    }
}
