package dev.newera.tagging.text;

import org.tartarus.snowball.ext.EnglishStemmer;

/** Stems by Snowball's English stemmer (Porter2). Not for use by several threads at once. */
final class Stems {
    private final EnglishStemmer stemmer = new EnglishStemmer();

    /** The stem of a form: of a word's, that is; a hashtag and an emoji are their own. */
    String of(Token.Kind kind, String form) {
        return kind == Token.Kind.WORD || kind == Token.Kind.COMPOUND ? of(form) : form;
    }

    /** A negation is the same with and without its apostrophe: tweets write both. */
    private String of(String form) {
        stemmer.setCurrent(form.endsWith("n't") ? form.substring(0, form.length() - 2) + "t" : form);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
