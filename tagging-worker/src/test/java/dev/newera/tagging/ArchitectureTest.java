package dev.newera.tagging;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.newera.tagging.fixture.text.KnowsTheThemes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. The tree is the architecture, and these rules keep it so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final String ROOT = "dev.newera.tagging";
    private static final JavaClasses WORKER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void the_vocabulary_is_plain_java_over_text() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(ROOT, ROOT + ".text", "java.."))
                .because("a codebook and a tagger are the same whatever serves, sends or stores them")
                .check(WORKER);
    }

    @Test
    void text_has_never_heard_of_a_theme() {
        textKnowsOnlyTextAndTheStemmer(ROOT + ".text").check(WORKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "yaml", "http", "kafka"})
    void siblings_do_not_know_one_another(String sibling) {
        var others = Stream.of("text", "yaml", "http", "kafka")
                .filter(other -> !other.equals(sibling))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + sibling + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("what one technology needs of another it gets through the vocabulary, wired in main")
                .check(WORKER);
    }

    @Test
    void commands_read_codebooks_from_files_and_know_no_service() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".commands..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".http..", ROOT + ".kafka..", ROOT + ".text..")
                .because("what is run at a terminal starts no service")
                .check(WORKER);
    }

    @Test
    void wire_records_never_leave_their_package() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".http..", ROOT + ".kafka..")
                .and()
                .areRecords()
                .should()
                .notBePublic()
                .because("a wire record is nobody else's business")
                .check(WORKER);
    }

    @Test
    void nobody_imports_main() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".main..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".main..")
                .because("main is where things are put together, and nothing hangs on how")
                .check(WORKER);
    }

    @Test
    void time_and_chance_come_from_outside() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".text")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("the same text and the same codebook give the same answer, always")
                .check(WORKER);
    }

    /** The fixture breaks the rule on purpose: a rule that cannot complain guards nothing. */
    @Test
    void a_rule_complains_when_it_is_broken() {
        var fixture = new ClassFileImporter().importClasses(KnowsTheThemes.class);
        assertThatThrownBy(() -> textKnowsOnlyTextAndTheStemmer(KnowsTheThemes.class.getPackageName())
                        .check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has never heard of a theme")
                .hasMessageContaining(Theme.class.getName());
    }

    private static ArchRule textKnowsOnlyTextAndTheStemmer(String text) {
        return noClasses()
                .that(resideInAPackage(text))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(text, "java..", "org.tartarus.snowball.."))
                .because("text finds phrases for anybody: it has never heard of a theme, of Kafka, Jackson or Quarkus");
    }
}
