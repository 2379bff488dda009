package dev.newera.bench.tagger;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.yaml.CodebookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is read, and with what: the labelled tweets, which are imitations of chat tweets, and the default codebook. */
final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FILES = 9;

    /** Words of plain letters: where all rivals agree about what a word is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z .,;:!?()]*");

    private Corpus() {}

    static List<String> tweets() {
        return IntStream.rangeClosed(1, FILES)
                .boxed()
                .flatMap(n -> resource("/labelled/labelled-" + n + ".jsonl").lines())
                .map(Corpus::text)
                .toList();
    }

    static Stream<String> plainTweets() {
        return tweets().stream().filter(text -> PLAIN.matcher(text).matches());
    }

    static Codebook codebook() {
        try {
            return CodebookFile.draft().parse(resource("/codebook/new-era.yaml"));
        } catch (BadCodebook e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String line) {
        try {
            return JSON.readTree(line).get("text").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var in = Corpus.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
