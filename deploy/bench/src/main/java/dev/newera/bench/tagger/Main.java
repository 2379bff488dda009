package dev.newera.bench.tagger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs P4 and P5, prints a table of ratios, and leaves JMH's own figures as JSON. */
public final class Main {
    private static final Path JSON = Path.of("deploy", "bench", "target", "tagger.json");

    private Main() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        Files.createDirectories(JSON.getParent());
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(JSON.toString());
        if (args.length == 0) {
            options.include(TaggerBenchmark.class.getName()).include(GrowthBenchmark.class.getName());
        }
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        double reading = results.stream()
                .filter(result -> name(result).equals("reading_alone"))
                .mapToDouble(Main::nanos)
                .findFirst()
                .orElse(Double.NaN);
        System.out.println();
        System.out.println("| | ns a tweet | tweets/s | bytes allocated | of reading alone | hits a tweet |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (var result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %,.0f | %.3f | %s |%n",
                    name(result).replace('_', ' '),
                    nanos(result),
                    1e9 / nanos(result),
                    bytes(result),
                    reading / nanos(result),
                    hits(result));
        }
        System.out.println("JMH's figures: " + JSON);
    }

    private static String name(RunResult result) {
        var parameters = result.getParams();
        var name = parameters.getBenchmark();
        var method = name.substring(name.lastIndexOf('.') + 1);
        return parameters.getParamsKeys().isEmpty()
                ? method
                : method + " to " + parameters.getParam("indicators") + " by " + parameters.getParam("drawn");
    }

    /** Of grown codebooks: cost goes with what is hit, so that has to stand beside it. */
    private static String hits(RunResult result) {
        var parameters = result.getParams();
        if (parameters.getParamsKeys().isEmpty()) {
            return "";
        }
        var tweets = Corpus.tweets();
        int count = Integer.parseInt(parameters.getParam("indicators"));
        var draw = Indicators.Draw.valueOf(parameters.getParam("drawn"));
        return String.format(
                Locale.ROOT, "%.2f", Indicators.hits(Indicators.grown(Corpus.codebook(), tweets, count, draw), tweets));
    }

    /** The median: a machine has other things to do now and then, and the mean would measure those. */
    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }
}
