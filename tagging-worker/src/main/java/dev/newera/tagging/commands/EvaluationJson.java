package dev.newera.tagging.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.learning.Counts;
import dev.newera.tagging.learning.Evaluation;
import dev.newera.tagging.learning.Mistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code evaluate --json} says. */
final class EvaluationJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private EvaluationJson() {}

    record Report(
            int tweets,
            Map<String, Figures> themes,
            Figures micro,
            double macroF1,
            List<Wrong> misses,
            List<Wrong> falseAlarms) {}

    record Figures(double precision, double recall, double f1, int right, int wrong, int missed) {
        static Figures of(Counts counts) {
            return new Figures(
                    counts.precision(), counts.recall(), counts.f1(), counts.right(), counts.wrong(), counts.missed());
        }
    }

    record Wrong(String theme, String tweet, String text, double score, String evidence) {}

    static String of(Evaluation evaluation, Codebook codebook, int tweets, int mistakes)
            throws JsonProcessingException {
        var themes = new LinkedHashMap<String, Figures>();
        evaluation.themes().forEach((theme, counts) -> themes.put(theme, Figures.of(counts)));
        return JSON.writeValueAsString(new Report(
                tweets,
                themes,
                Figures.of(evaluation.micro()),
                evaluation.macroF1(),
                wrong(Evaluate.worst(evaluation, true, mistakes), codebook),
                wrong(Evaluate.worst(evaluation, false, mistakes), codebook)));
    }

    private static List<Wrong> wrong(List<Mistake> mistakes, Codebook codebook) {
        return mistakes.stream()
                .map(mistake -> new Wrong(
                        mistake.theme(),
                        mistake.tweet().id(),
                        mistake.tweet().text(),
                        mistake.score(),
                        Evaluate.evidence(mistake, codebook)))
                .toList();
    }
}
