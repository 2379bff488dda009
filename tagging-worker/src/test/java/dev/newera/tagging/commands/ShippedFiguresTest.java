package dev.newera.tagging.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.learning.Evaluation;
import dev.newera.tagging.learning.Fit;
import dev.newera.tagging.learning.Fold;
import dev.newera.tagging.learning.LabelledTweet;
import dev.newera.tagging.learning.Learner;
import dev.newera.tagging.learning.Settings;
import dev.newera.tagging.yaml.CodebookFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * The promise of the shipped codebook, on the first of the five folds: all five take minutes, and {@code learn --dry-run} tells
 * them. The tweets are imitations.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedFiguresTest {

    @Test
    void what_is_written_and_learned_tags_unlearned_tweets_as_well_as_promised() throws Exception {
        var document = Files.readString(resource("codebook/new-era.yaml"));
        var written = CodebookFile.handWritten().parse(document);
        var themes = CodebookOption.themes(written);
        var fold = Fold.of(labelled(themes), 5, Settings.DEFAULT.seed())
                .get(0)
                .alsoLearning(LabelledFile.read(List.of(resource("labelled/further-1.jsonl")), themes));
        var cut = CodebookFile.draft().parse(document).themes().get(0).threshold();

        var fits = new Learner(Settings.DEFAULT.uncut()).learn(written, fold.learned());
        var figures = Evaluation.of(new Tagger(cutAt(cut, fits, written)), fold.heldOut())
                .micro();

        assertThat(figures.f1()).isGreaterThanOrEqualTo(0.78);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.82);
    }

    private static Codebook cutAt(double cut, List<Fit> fits, Codebook written) {
        var cuts = fits.stream()
                .map(fit -> new Fit(fit.theme(), fit.bias(), cut, fit.weights()))
                .toList();
        return Fit.applied(cuts, written);
    }

    private static List<LabelledTweet> labelled(Set<String> themes) throws IOException, URISyntaxException {
        var files = new ArrayList<Path>();
        for (int i : IntStream.rangeClosed(1, 9).toArray()) {
            files.add(resource("labelled/labelled-" + i + ".jsonl"));
        }
        return LabelledFile.read(files, themes);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(ShippedFiguresTest.class.getResource("/" + name).toURI());
    }
}
