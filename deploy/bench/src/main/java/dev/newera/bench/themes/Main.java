package dev.newera.bench.themes;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.bench.load.Gets;
import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.report.JsonFile;
import dev.newera.bench.system.Stage;
import dev.newera.bench.themes.Asked.Took;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Runs P6 at each number of tweets that is given, prints a table, and leaves the same as JSON. */
public final class Main {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path JSON = Path.of("deploy", "bench", "target", "themes.json");
    private static final String FEW_AND_MANY = "10000 1000000";

    private final Stage stage;
    private final List<Long> sizes;
    private final List<Question> questions;
    private final History history;
    private final Map<Question, List<Took>> took = new LinkedHashMap<>();
    private final Map<Question, Set<String>> plans = new LinkedHashMap<>();

    private Main(Stage stage, List<Long> sizes) throws IOException {
        var themes = themes(stage);
        this.stage = stage;
        this.sizes = sizes;
        this.questions = Questions.about(themes);
        this.history = History.of(stage, themes);
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var sizes = Stream.of(arguments.length == 0 ? FEW_AND_MANY.split(" ") : arguments)
                .map(Long::parseLong)
                .toList();
        try (var stage = Stage.start(CHECKOUT)) {
            new Main(stage, sizes).run();
        }
    }

    private static List<String> themes(Stage stage) throws IOException {
        var gets = new Gets("/v1/themes");
        try (var load = new HttpLoad(stage.chatApi().port(), 1)) {
            load.run(gets);
        }
        var themes = new ObjectMapper().readTree(gets.answer()).path("data").spliterator();
        return StreamSupport.stream(themes, false)
                .map(theme -> theme.path("id").asText())
                .toList();
    }

    private void run() throws IOException {
        var asked = new Asked(stage);
        for (long size : sizes) {
            history.fill(size);
            System.err.printf("%,d tweets are tagged and counted%n", size);
            questions.forEach(question -> add(question, asked.ask(question)));
        }
        var explained = Plans.of(stage);
        questions.forEach(question -> plans.put(question, explained.reads(question)));
        print();
        write();
    }

    private void add(Question question, Took times) {
        System.err.printf(
                "%s: %.1f ms, p99 %.1f ms; GROUP BY %.1f ms%n",
                question.name(), times.half(), times.most(), times.counted());
        took.computeIfAbsent(question, any -> new ArrayList<>()).add(times);
    }

    private void print() {
        System.out.println("| | "
                + sizes.stream().map("ms at %,d | "::formatted).collect(Collectors.joining())
                + "p99 | grew | GROUP BY, ms | times as fast |");
        System.out.println("|---|" + "---:|".repeat(sizes.size() + 4));
        took.forEach((question, times) -> System.out.println(line(question, times)));
        System.out.printf("%n| at %,d tweets | is read from |%n|---|---|%n", sizes.get(sizes.size() - 1));
        plans.forEach(
                (question, tables) -> System.out.printf("| %s | %s |%n", question.name(), String.join(", ", tables)));
    }

    private static String line(Question question, List<Took> times) {
        var last = times.get(times.size() - 1);
        return "| %s | %s%.1f | %.1f × | %,.0f | %,.1f × |"
                .formatted(
                        question.name(),
                        times.stream().map(Took::half).map("%.1f | "::formatted).collect(Collectors.joining()),
                        last.most(),
                        growth(times),
                        last.counted(),
                        last.counted() / last.half());
    }

    private static double growth(List<Took> times) {
        return times.get(times.size() - 1).half() / times.get(0).half();
    }

    private void write() throws IOException {
        var results = questions.stream().map(this::json).toList();
        JsonFile.write(JSON, Map.of("tweets", sizes, "results", results));
    }

    private Map<String, Object> json(Question question) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", question.name());
        json.put("path", question.path());
        json.put("p50_ms", took.get(question).stream().map(Took::half).toList());
        json.put("p99_ms", took.get(question).stream().map(Took::most).toList());
        json.put("group_by_ms", took.get(question).stream().map(Took::counted).toList());
        json.put("reads", plans.get(question));
        return json;
    }
}
