package dev.newera.bench.tagger;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Tagging;
import dev.newera.tagging.text.Matcher;
import dev.newera.tagging.text.Scanner;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** P4: one tweet on one core with the whole default codebook. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class TaggerBenchmark {
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
    public int reading_alone() {
        return scanner.read(tweet());
    }

    /** The same the usual way: Lucene's tokenizer, lower case, and the same stemmer. */
    @Benchmark
    public int reading_by_lucene() throws IOException {
        try (var tokens = analyzer.tokenStream(LuceneMonitor.FIELD, tweet())) {
            int count = 0;
            tokens.reset();
            while (tokens.incrementToken()) {
                count++;
            }
            tokens.end();
            return count;
        }
    }

    @Benchmark
    public List<String> themes() {
        return tagger.themes(tweet());
    }

    @Benchmark
    public double[] scores() {
        return tagger.scores(tweet());
    }

    @Benchmark
    public Tagging themes_with_evidence() {
        return tagger.tag(tweet());
    }

    @Benchmark
    public BitSet lucene_monitor(Lucene lucene) {
        return lucene.engine.touched(tweet());
    }

    @Benchmark
    public BitSet regex_per_theme(Regex regex) {
        return regex.engine.touched(tweet());
    }
}
