package dev.newera.bench.tagger;

import dev.newera.tagging.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.queries.spans.SpanMultiTermQueryWrapper;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.PrefixQuery;

/** Lucene Monitor with an indicator a query: a term, or terms near one another in order. */
final class LuceneMonitor implements Engine, AutoCloseable {
    static final String FIELD = "text";
    private static final String THEME = "theme";

    private final Analyzer analyzer = new StemsAndForms();
    private final Monitor monitor;

    LuceneMonitor(List<List<Phrase>> themes) {
        try {
            monitor = new Monitor(analyzer, new TermFilteredPresearcher(), new MonitorConfiguration());
            monitor.register(queries(themes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BitSet touched(String text) {
        var document = new Document();
        document.add(new TextField(FIELD, text, Field.Store.NO));
        var touched = new BitSet();
        try {
            for (var match : monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
                touched.set(Integer.parseInt(
                        match.getQueryId().substring(0, match.getQueryId().indexOf(' '))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return touched;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MonitorQuery> queries(List<List<Phrase>> themes) {
        var queries = new ArrayList<MonitorQuery>();
        for (int theme = 0; theme < themes.size(); theme++) {
            for (var phrase : themes.get(theme)) {
                var id = theme + " " + phrase.text();
                queries.add(new MonitorQuery(id, query(phrase), id, Map.of(THEME, Integer.toString(theme))));
            }
        }
        return queries;
    }

    private static SpanQuery query(Phrase phrase) {
        var ways = phrase.alternatives().stream().map(LuceneMonitor::query).toArray(SpanQuery[]::new);
        return ways.length == 1 ? ways[0] : new SpanOrQuery(ways);
    }

    /** A gap of its own between each two parts: so the queries nest to the left. */
    private static SpanQuery query(List<Phrase.Part> parts) {
        var query = query(parts.get(0));
        for (var part : parts.subList(1, parts.size())) {
            query = new SpanNearQuery(new SpanQuery[] {query, query(part)}, part.within() - 1, true);
        }
        return query;
    }

    private static SpanQuery query(Phrase.Part part) {
        return switch (part.by()) {
            case STEM -> new SpanTermQuery(new Term(FIELD, part.key()));
            case FORM -> new SpanTermQuery(new Term(FIELD, StemsAndForms.FORM + part.key()));
            case PREFIX ->
                new SpanMultiTermQueryWrapper<>(new PrefixQuery(new Term(FIELD, StemsAndForms.FORM + part.key())));
            case HASHTAG -> throw new IllegalArgumentException(part.key());
        };
    }
}
