package dev.newera.tagging.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandsTest {
    private static final String CODEBOOK = """
            # Written by hand, and kept.
            codebook: tiny
            title: Tiny
            themes:
              - id: barriers
                name: Barriers
                indicators: [ barrier, {phrase: crash barrier, weight: -4} ]
              - id: networks
                name: Networks
                indicators: [ network ]
            """;
    private static final String TWEETS = """
            {"id":"1","author":"@someone","text":"A barrier to change","themes":["barriers"]}
            {"id":"2","text":"Another form stops the ward","themes":["barriers"]}
            {"id":"3","text":"A form stops the clinic","themes":["barriers"]}
            {"id":"4","text":"Our network","themes":["networks"]}
            {"id":"5","text":"Our network of friends","themes":["networks"]}
            {"id":"6","text":"Lunch on the ward","themes":[]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path codebook;
    private Path gold;

    @BeforeEach
    void write_files() throws IOException {
        codebook = Files.writeString(folder.resolve("tiny.yaml"), CODEBOOK);
        gold = Files.writeString(folder.resolve("gold.jsonl"), TWEETS);
    }

    private int run(String... words) {
        return Commands.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void explain_draws_every_hit_under_its_words_counted_in_code_points() {
        assertThat(run("explain", "--codebook", codebook.toString(), "😀 the barrier"))
                .isZero();

        assertThat(out.toString())
                .contains("+ barriers: score 0.731", "\n  😀 the barrier\n        ^^^^^^^  +3.00  barrier");
    }

    @Test
    void explain_says_when_there_is_no_theme() {
        assertThat(run("explain", "--codebook", codebook.toString(), "Lunch")).isZero();

        assertThat(out.toString()).isEqualToIgnoringNewLines("no theme");
    }

    @Test
    void evaluate_tells_figures_and_the_worst_mistakes() {
        assertThat(run("evaluate", "--codebook", codebook.toString(), "--gold", gold.toString()))
                .isZero();

        assertThat(out.toString())
                .contains("6 tweets", "The worst misses", "nothing was hit")
                .containsPattern("barriers +1\\.000 +0\\.333 +0\\.500 +1 +0 +2")
                .containsPattern("all \\(micro\\) +1\\.000 +0\\.600 +0\\.750 +3 +0 +2");
    }

    @Test
    void evaluate_answers_in_json_too() throws IOException {
        assertThat(run("evaluate", "--codebook", codebook.toString(), "--gold", gold.toString(), "--json"))
                .isZero();

        var report = new ObjectMapper().readTree(out.toString());
        assertThat(report.at("/tweets").asInt()).isEqualTo(6);
        assertThat(report.at("/themes/barriers/recall").asDouble()).isEqualTo(1.0 / 3);
        assertThat(report.at("/micro/f1").asDouble()).isEqualTo(0.75);
        assertThat(report.at("/misses/0/theme").asText()).isEqualTo("barriers");
    }

    @Test
    void learn_writes_the_same_bytes_again_and_keeps_what_people_wrote() throws IOException {
        Files.writeString(gold, (TWEETS + "\n").repeat(10));
        var once = folder.resolve("once.yaml");
        var twice = folder.resolve("twice.yaml");
        assertThat(learn(codebook, once)).isZero();
        assertThat(learn(once, twice)).isZero();

        assertThat(once).content().startsWith(CODEBOOK).contains("learned:", "threshold:", "\"form\": ");
        assertThat(twice).hasSameBinaryContentAs(once);
    }

    private int learn(Path from, Path to) {
        return run(
                "learn",
                "--codebook",
                from.toString(),
                "--gold",
                gold.toString(),
                "--folds",
                "2",
                "--out",
                to.toString());
    }

    @Test
    void learn_can_only_tell_its_figures() throws IOException {
        assertThat(run(
                        "learn",
                        "--codebook",
                        codebook.toString(),
                        "--gold",
                        gold.toString(),
                        "--folds",
                        "2",
                        "--dry-run"))
                .isZero();

        assertThat(out.toString()).contains("2 folds on held-out tweets", "all (micro)");
        assertThat(codebook).hasContent(CODEBOOK);
    }

    @Test
    void learn_tells_what_each_of_its_steps_brings() throws IOException {
        Files.writeString(gold, TWEETS.repeat(10));
        var other = Files.writeString(
                folder.resolve("other.jsonl"), TWEETS.replace("stops", "delays").repeat(10));
        assertThat(run(
                        "learn",
                        "--codebook",
                        codebook.toString(),
                        "--gold",
                        gold.toString(),
                        other.toString(),
                        "--folds",
                        "2",
                        "--steps"))
                .isZero();

        assertThat(out.toString())
                .contains("| hand-written only, nothing learned | 1.000 | 0.600 | 0.750 | 0.750 |")
                .containsPattern("both: what is shipped.* 1\\.000 \\|\\R");
        assertThat(codebook).hasContent(CODEBOOK);
    }

    @Test
    void a_bad_line_of_labelled_tweets_is_named() throws IOException {
        Files.writeString(gold, TWEETS + "{\"id\":\"7\",\"text\":\"x\",\"themes\":[\"edge\"]}\n");

        assertThat(run("evaluate", "--codebook", codebook.toString(), "--gold", gold.toString()))
                .isOne();
        assertThat(err.toString()).contains("gold.jsonl, line 7: the codebook has no theme [edge]");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(run("explain", "--codebook", "nowhere.yaml", "x")).isOne();
        assertThat(run("evaluate", "--codebook", codebook.toString(), "--gold", "nowhere.jsonl"))
                .isOne();
        assertThat(err.toString())
                .contains(
                        "nowhere.yaml cannot be read: there is no such file",
                        "nowhere.jsonl cannot be read: there is no such file");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named() throws IOException {
        Files.write(codebook, "title: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("explain", "--codebook", codebook.toString(), "x")).isOne();
        Files.writeString(codebook, CODEBOOK);
        Files.write(gold, TWEETS.replace("Lunch", "Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("evaluate", "--codebook", codebook.toString(), "--gold", gold.toString()))
                .isOne();
        assertThat(err.toString()).contains("tiny.yaml is not UTF-8", "gold.jsonl is not UTF-8");
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_named() {
        assertThat(run("evaluate", "--codebook", codebook.toString(), "--gold", folder.toString()))
                .isOne();
        assertThat(err.toString()).contains(folder + " cannot be read");
    }

    @Test
    void every_command_has_help() {
        assertThat(run("evaluate", "--help")).isZero();
        assertThat(run("learn", "--help")).isZero();
        assertThat(run("explain", "--help")).isZero();
        assertThat(out.toString()).contains("--gold", "--seed", "--all");
    }
}
