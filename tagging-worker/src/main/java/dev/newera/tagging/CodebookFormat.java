package dev.newera.tagging;

/** Reads a codebook from its written form. */
public interface CodebookFormat {
    /**
     * The codebook that the document holds, unpublished, all of it checked.
     *
     * @throws BadCodebook naming every problem that was found; nothing is half loaded
     */
    Codebook parse(String document) throws BadCodebook;
}
