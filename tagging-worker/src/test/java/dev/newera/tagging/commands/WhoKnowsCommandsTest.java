package dev.newera.tagging.commands;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoKnowsCommandsTest {
    private static final String ROOT = "dev.newera.tagging";
    private static final JavaClasses WORKER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void only_main_knows_the_commands() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".main..", ROOT + ".commands..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".commands..")
                .because("a terminal is one way in among others")
                .check(WORKER);
    }

    @Test
    void learning_is_plain_java_over_the_vocabulary() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".learning..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT, ROOT + ".learning..", ROOT + ".text..", "java..")
                .because("what is learned does not depend on how tweets are stored")
                .check(WORKER);
    }

    @Test
    void nothing_that_serves_learns() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".learning..", ROOT + ".commands..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".learning..")
                .because("learning is done at a desk, not in a service")
                .check(WORKER);
    }
}
