package dev.newera.kubernetes;

import java.util.function.Function;
import java.util.stream.Stream;

/** A sentence that must be true of an overlay, and who finds what is not so. */
record Rule(String sentence, Function<Manifests, Stream<Complaint>> check) {

    Stream<Complaint> complaints(Manifests manifests) {
        return check.apply(manifests);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
