package dev.newera.bench.tagger;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Lucene's way to read a text as the worker does: each word's stem, and at the same position its form with a mark. */
final class StemsAndForms extends Analyzer {
    static final char FORM = '=';

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var source = new StandardTokenizer();
        return new TokenStreamComponents(source, new Filter(new LowerCaseFilter(source)));
    }

    private static final class Filter extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final EnglishStemmer stemmer = new EnglishStemmer();
        private State form;

        Filter(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (form != null) {
                restoreState(form);
                form = null;
                stem();
                increment.setPositionIncrement(0);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            form = captureState();
            var word = term.toString();
            term.setEmpty().append(FORM).append(word);
            return true;
        }

        private void stem() {
            stemmer.setCurrent(term.toString());
            stemmer.stem();
            term.setEmpty().append(stemmer.getCurrent());
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            form = null;
        }
    }
}
