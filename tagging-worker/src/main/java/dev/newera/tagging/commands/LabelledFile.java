package dev.newera.tagging.commands;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.tagging.learning.LabelledTweet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Labelled tweets, one JSON object a line: {@code {"id", "text", "themes": [theme ids]}}; other fields are left alone. */
final class LabelledFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledFile() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(String id, String text, Set<String> themes) {}

    /** @throws IOException naming file and line, also where a theme is none of these */
    static List<LabelledTweet> read(List<Path> files, Set<String> themes) throws IOException {
        var tweets = new ArrayList<LabelledTweet>();
        for (var file : files) {
            var lines = TextFile.read(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    tweets.add(tweet(lines.get(i), file, i + 1, themes));
                }
            }
        }
        return tweets;
    }

    private static LabelledTweet tweet(String json, Path file, int number, Set<String> themes) throws IOException {
        try {
            var line = JSON.readValue(json, Line.class);
            if (line.text() == null || line.themes() == null) {
                throw new IOException(file + ", line " + number + ": a labelled tweet has a text and themes");
            }
            var unknown = new HashSet<>(line.themes());
            unknown.removeAll(themes);
            if (!unknown.isEmpty()) {
                throw new IOException(file + ", line " + number + ": the codebook has no theme " + unknown);
            }
            var id = line.id() == null ? file.getFileName() + ":" + number : line.id();
            return new LabelledTweet(id, file.getFileName().toString(), line.text(), line.themes());
        } catch (JsonProcessingException e) {
            throw new IOException(file + ", line " + number + ": " + e.getOriginalMessage(), e);
        }
    }
}
