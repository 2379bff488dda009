package dev.newera.tagging.yaml;

import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.CodebookFormat;

/**
 * The codebook file. JSON of the same shape is read too: it is YAML.
 *
 * <p>Holds no state; safe for use by many threads.
 */
public final class CodebookFile implements CodebookFormat {
    private final boolean learned;
    private final boolean examples;

    private CodebookFile(boolean learned, boolean examples) {
        this.learned = learned;
        this.examples = examples;
    }

    /** Everything in the file, and its examples must hold: what a worker tags with. */
    public static CodebookFile checkingExamples() {
        return new CodebookFile(true, true);
    }

    /** Everything in the file; its examples may fail, as they do while it is being written. */
    public static CodebookFile draft() {
        return new CodebookFile(true, false);
    }

    /** What people wrote, without the learned section (which is still checked): what learning starts from. */
    public static CodebookFile handWritten() {
        return new CodebookFile(false, false);
    }

    @Override
    public Codebook parse(String document) throws BadCodebook {
        var problems = new Problems();
        var reading = new CodebookReading(new Value(Outline.of(document), null, "", problems), learned);
        var codebook = reading.codebook();
        problems.refuseIfAny();
        if (examples) {
            reading.checkExamples(codebook);
            problems.refuseIfAny();
        }
        return codebook;
    }
}
