package dev.newera.bench.tagger;

import dev.newera.tagging.Tagger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** P5: what a tweet costs as indicators grow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class GrowthBenchmark {
    @Param({"100", "1000", "10000"})
    public int indicators;

    @Param
    public Indicators.Draw drawn;

    private String[] tweets;
    private int next;
    private Tagger tagger;

    @Setup
    public void compile() {
        var all = Corpus.tweets();
        tweets = all.toArray(String[]::new);
        tagger = new Tagger(Indicators.grown(Corpus.codebook(), all, indicators, drawn));
    }

    @Benchmark
    @OperationsPerInvocation(TaggerBenchmark.GO)
    public void growth(Blackhole answers) {
        for (int i = 0; i < TaggerBenchmark.GO; i++) {
            next = next + 1 == tweets.length ? 0 : next + 1;
            answers.consume(tagger.tag(tweets[next]));
        }
    }
}
