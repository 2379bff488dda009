package dev.newera.bench.tagger;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.text.Matcher;
import dev.newera.tagging.text.Scanner;
import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** P4: one tweet on one core with the whole default codebook. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class TaggerBenchmark {
    /** Tweets at one go: far longer than the clock takes, far shorter than the scheduler's turn. */
    static final int GO = 100;

    private String[] tweets;
    private int next;
    private Tagger tagger;
    private Scanner scanner;
    private Analyzer analyzer;

    /** Rivals are made only where they are measured: they are large. */
    @State(Scope.Thread)
    public static class Lucene {
        private Engine engine;

        @Setup
        public void compile() {
            engine = new LuceneMonitor(Indicators.common(Corpus.codebook()));
        }
    }

    @State(Scope.Thread)
    public static class Regex {
        private Engine engine;

        @Setup
        public void compile() {
            engine = new RegexPerTheme(Indicators.common(Corpus.codebook()), Corpus.tweets());
        }
    }

    @Setup
    public void compile() {
        var codebook = Corpus.codebook();
        tweets = Corpus.tweets().toArray(String[]::new);
        tagger = new Tagger(codebook);
        scanner = scanner(codebook);
        analyzer = new StemsAndForms();
    }

    private static Scanner scanner(Codebook codebook) {
        var phrases = Matcher.builder();
        codebook.themes().forEach(theme -> theme.indicators().forEach(indicator -> phrases.add(indicator.text())));
        return phrases.build().scanner();
    }

    private String tweet() {
        next = next + 1 == tweets.length ? 0 : next + 1;
        return tweets[next];
    }

    /** The limit: words with their offsets, and what each means to the codebook, but nothing found. */
    @Benchmark
    @OperationsPerInvocation(GO)
    public void reading_alone(Blackhole answers) {
        for (int i = 0; i < GO; i++) {
            answers.consume(scanner.read(tweet()));
        }
    }

    /** The same the usual way: Lucene's tokenizer, lower case, and the same stemmer. */
    @Benchmark
    @OperationsPerInvocation(GO)
    public void reading_by_lucene(Blackhole answers) throws IOException {
        for (int i = 0; i < GO; i++) {
            try (var tokens = analyzer.tokenStream(LuceneMonitor.FIELD, tweet())) {
                tokens.reset();
                while (tokens.incrementToken()) {
                    answers.consume(tokens);
                }
                tokens.end();
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(GO)
    public void themes(Blackhole answers) {
        for (int i = 0; i < GO; i++) {
            answers.consume(tagger.themes(tweet()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(GO)
    public void scores(Blackhole answers) {
        for (int i = 0; i < GO; i++) {
            answers.consume(tagger.scores(tweet()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(GO)
    public void themes_with_evidence(Blackhole answers) {
        for (int i = 0; i < GO; i++) {
            answers.consume(tagger.tag(tweet()));
        }
    }

    /** One tweet at a go: it is long enough. */
    @Benchmark
    public BitSet lucene_monitor(Lucene lucene) {
        return lucene.engine.touched(tweet());
    }

    @Benchmark
    public BitSet regex_per_theme(Regex regex) {
        return regex.engine.touched(tweet());
    }
}
