package dev.newera.tagging.main;

import dev.newera.tagging.CodebookFormat;
import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.yaml.CodebookFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The parts that know no framework. */
final class Parts {

    private Parts() {}

    @Produces
    @Singleton
    static CurrentTagger currentTagger() {
        return new CurrentTagger();
    }

    @Produces
    @Singleton
    static CodebookFormat codebookFormat() {
        return CodebookFile.checkingExamples();
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
