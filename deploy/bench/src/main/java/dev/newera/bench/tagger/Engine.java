package dev.newera.bench.tagger;

import java.util.BitSet;

/** Something that finds indicators in a text. All are asked the same: of which themes does the text hit an indicator? */
interface Engine {
    /** The numbers of the themes. */
    BitSet touched(String text);
}
