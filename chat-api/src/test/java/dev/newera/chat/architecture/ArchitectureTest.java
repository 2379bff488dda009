package dev.newera.chat.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who may import whom: the table of docs/architecture.md, line by line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final String ROOT = "dev.newera.chat";
    private static final List<String> SIBLINGS = List.of("http", "postgres", "kafka", "twitter", "commands");
    private static final String OPERATIONS = ROOT + ".operations";
    private static final JavaClasses CHAT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static ArchRule plainJava(String... where) {
        var allowed = Stream.concat(Stream.of("java.."), Stream.of(where)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(where)
                .should()
                .dependOnClassesThat(resideInAnyPackage(allowed).negate())
                .because("the vocabulary is plain Java: it outlives every framework");
    }

    private static ArchRule noClockOrChance(String where) {
        return noClasses()
                .that()
                .resideInAPackage(where)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("time and chance are handed in");
    }

    private static ArchRule stranger(String from, String to) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + from + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "." + to + ".."))
                .because("what speaks to the outside knows the vocabulary, not its neighbours");
    }

    @Test
    void the_vocabulary_is_plain_Java() {
        plainJava(ROOT).check(CHAT);
        plainJava(ROOT, OPERATIONS).check(CHAT);
    }

    @Test
    void the_vocabulary_never_looks_at_the_clock_or_rolls_dice() {
        noClockOrChance(ROOT).check(CHAT);
        noClockOrChance(OPERATIONS).check(CHAT);
    }

    @Test
    void siblings_never_import_one_another() {
        for (var from : SIBLINGS) {
            SIBLINGS.stream()
                    .filter(to -> !to.equals(from))
                    .forEach(to -> stranger(from, to).check(CHAT));
        }
    }

    @Test
    void nobody_imports_main() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".main..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".main.."))
                .because("main wires and is wired by nobody")
                .check(CHAT);
    }

    @Test
    void only_main_knows_the_commands() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".main..", ROOT + ".commands..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".commands.."))
                .because("a terminal is one way in among others")
                .check(CHAT);
    }

    @Test
    void nothing_that_serves_operates() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".http..", ROOT + ".twitter..")
                .should()
                .dependOnClassesThat(resideInAPackage(OPERATIONS))
                .because("people who tweet need no operator's tools")
                .check(CHAT);
    }

    @Test
    void rows_and_wire_records_never_leave_their_package() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .or()
                .haveSimpleNameEndingWith("Event")
                .or()
                .haveSimpleNameEndingWith("View")
                .or()
                .haveSimpleNameEndingWith("Body")
                .should()
                .notBePublic()
                .because("a row or a wire record is nobody else's business")
                .check(CHAT);
    }

    @Test
    void every_package_says_what_lives_in_it() {
        var named = CHAT.stream()
                .filter(it -> it.getSimpleName().equals("package-info"))
                .map(it -> it.getPackageName());

        assertThat(named)
                .contains(ROOT, OPERATIONS)
                .containsAll(SIBLINGS.stream().map(it -> ROOT + "." + it).toList());
    }

    @Test
    void the_rules_can_complain() {
        var fixture = new ClassFileImporter().importPackages(ROOT + ".architecture.fixture");

        assertThatThrownBy(() -> plainJava(ROOT + ".architecture.fixture").check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the vocabulary is plain Java")
                .hasMessageContaining("ObjectMapper");
        assertThatThrownBy(() -> noClockOrChance(ROOT + ".architecture.fixture").check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("time and chance are handed in");
    }
}
