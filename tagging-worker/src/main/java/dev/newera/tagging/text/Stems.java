package dev.newera.tagging.text;

import org.tartarus.snowball.ext.EnglishStemmer;

/** Stems by Snowball's English stemmer (Porter2). Not for use by several threads at once. */
final class Stems {
    private final EnglishStemmer stemmer = new EnglishStemmer();

    /** The stem of a folded form. A negation is the same with and without its apostrophe: tweets write both. */
    String of(String form) {
        var word = form.endsWith("n't") ? form.substring(0, form.length() - 2) + "t" : form;
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
