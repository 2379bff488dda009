package dev.newera.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The minutes as tables: how late everything was, what each process held, and what lay on disk, of which each tweet has its part. */
final class Report {
    /** Above the {@linkplain #late lines} of the first table. */
    static final String LATENESS = row(Stream.of(
            "minute",
            "tweets due",
            "acknowledged",
            "untagged",
            "posted, p50 ms",
            "p99",
            "themes told, p50 ms",
            "p99",
            "dashboards answered, p50 ms",
            "p99",
            "cores"));

    private static final double MEGA = 1e6;

    private final List<Minute> minutes;

    Report(List<Minute> minutes) {
        this.minutes = minutes;
    }

    void print() {
        print(LATENESS, Report::late);
        print(row(holders()), Report::holdings);
        print(row(places()), Report::bytes);
    }

    private void print(String head, Function<Minute, String> line) {
        System.out.println(head);
        System.out.println("|" + "---:|".repeat(head.split("\\|").length - 1));
        minutes.forEach(minute -> System.out.println(line.apply(minute)));
        System.out.println();
    }

    /** How late everything was in that minute. */
    static String late(Minute minute) {
        return row(Stream.of(
                "%.1f".formatted(minute.minute()),
                "%,d".formatted(minute.due()),
                "%,d".formatted(minute.acknowledged()),
                "%,d".formatted(minute.untagged()),
                minute.posted().toString(),
                minute.told().toString(),
                minute.asked().toString(),
                "%.2f".formatted(minute.allCores())));
    }

    private Stream<String> holders() {
        var parts = minutes.get(0).held().mebibytes().keySet().stream();
        return Stream.concat(
                Stream.of("minute"), parts.flatMap(part -> Stream.of(part + ", MiB", "live", "files", "cores")));
    }

    private static String holdings(Minute minute) {
        var held = minute.held();
        var cells = new ArrayList<>(List.of("%.1f".formatted(minute.minute())));
        held.mebibytes().forEach((part, mebibytes) -> {
            var live = held.liveHeap().get(part);
            cells.add("%.0f".formatted(mebibytes));
            cells.add(live == null ? "" : "%.1f".formatted(live));
            cells.add("" + held.openFiles().get(part));
            cells.add("%.2f".formatted(minute.cores().get(part)));
        });
        return row(cells.stream());
    }

    private Stream<String> places() {
        var storage = minutes.get(minutes.size() - 1).storage();
        return Stream.of(
                        Stream.of("minute"),
                        storage.tables().keySet().stream().map(it -> it + ", MB"),
                        Stream.of("bytes a tweet"),
                        storage.topics().keySet().stream().map(it -> it + ", MB"),
                        Stream.of("bytes a tweet", "WAL, MB", "WAL written, bytes a tweet"))
                .flatMap(Function.identity());
    }

    private static String bytes(Minute minute) {
        var storage = minute.storage();
        return row(Stream.of(
                        Stream.of("%.1f".formatted(minute.minute())),
                        megabytes(storage.tables(), minute.stored()),
                        megabytes(storage.topics(), minute.stored()),
                        Stream.of("%,.0f".formatted(storage.log() / MEGA), each(storage.logged(), minute.stored())))
                .flatMap(Function.identity()));
    }

    private static Stream<String> megabytes(Map<String, Long> bytes, long tweets) {
        long sum = bytes.values().stream().mapToLong(it -> it).sum();
        return Stream.concat(
                bytes.values().stream().map(it -> "%,.1f".formatted(it / MEGA)), Stream.of(each(sum, tweets)));
    }

    private static String each(long bytes, long tweets) {
        return tweets == 0 ? "" : "%,d".formatted(bytes / tweets);
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
