package dev.newera.tagging.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.Tagger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** A codebook file, given any bytes: it is a codebook that tags, or it is refused with line and reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CodebookFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void any_document_is_a_codebook_or_is_told_where_and_why_it_is_none(byte[] data) {
        var document = new String(data, StandardCharsets.UTF_8);
        try {
            var codebook = CodebookFile.checkingExamples().parse(document);
            assertThat(codebook.themes()).isNotEmpty();
            new Tagger(codebook).tag(document);
        } catch (BadCodebook refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.reason()).isNotBlank();
            });
        }
    }
}
