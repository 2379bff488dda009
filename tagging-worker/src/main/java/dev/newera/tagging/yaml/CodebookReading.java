package dev.newera.tagging.yaml;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** One reading of one document: what it says, and what is wrong with it. */
final class CodebookReading {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double GREATEST_BIAS = 20;

    private final Value document;
    private final boolean learned;
    private final Map<String, Value> themesById = new LinkedHashMap<>();
    private final Map<String, List<Value>> yesExamples = new HashMap<>();
    private final Map<String, List<Value>> noExamples = new HashMap<>();

    CodebookReading(Value document, boolean learned) {
        this.document = document;
        this.learned = learned;
    }

    Codebook codebook() {
        var file = document.fields("codebook", "title", "source", "themes", "learned");
        var id = id(file.get("codebook"));
        var title = file.get("title").requiredText();
        var source = file.get("source").text();
        var themes = themes(file.get("themes"), fits(file.get("learned")));
        return new Codebook(
                Objects.toString(id, ""), Objects.toString(title, ""), source, Codebook.UNPUBLISHED, themes);
    }

    /** Reads every example with the finished codebook; one that fails is a problem at its own line. */
    void checkExamples(Codebook codebook) {
        var tagger = new Tagger(codebook);
        yesExamples.forEach((theme, texts) -> texts.stream()
                .filter(text -> !tagger.themes(text.text()).contains(theme))
                .forEach(text -> text.wrong("the example does not get the theme '" + theme + "'")));
        noExamples.forEach((theme, texts) -> texts.stream()
                .filter(text -> tagger.themes(text.text()).contains(theme))
                .forEach(text -> text.wrong("the counter-example gets the theme '" + theme + "'")));
    }

    // --- themes ---

    private List<Theme> themes(Value list, Map<String, Fit> fits) {
        if (!list.isThere()) {
            list.wrong("is missing");
        }
        var themes = new ArrayList<Theme>();
        for (var value : list.list()) {
            var theme = theme(value, fits);
            if (theme != null) {
                themes.add(theme);
            }
        }
        fits.forEach((id, fit) -> {
            if (!themesById.containsKey(id)) {
                fit.where().wrong("there is no theme '" + id + "'");
            }
        });
        requireParents(themes);
        return themes;
    }

    private Theme theme(Value value, Map<String, Fit> fits) {
        var fields = value.fields(
                "id",
                "name",
                "definition",
                "use_when",
                "not_when",
                "color",
                "parent",
                "pole",
                "indicators",
                "examples");
        var id = id(fields.get("id"));
        if (id != null && themesById.putIfAbsent(id, fields.get("parent")) != null) {
            fields.get("id").wrong("the theme '" + id + "' stands twice");
        }
        var name = fields.get("name").requiredText();
        var fit = learned ? fits.getOrDefault(id, Fit.NONE) : Fit.NONE;
        var indicators = fit.apply(indicators(fields.get("indicators")));
        var examples = examples(id, fields.get("examples"));
        return id == null
                ? null
                : new Theme(
                        id,
                        Objects.toString(name, ""),
                        fields.get("definition").text(),
                        fields.get("use_when").text(),
                        fields.get("not_when").text(),
                        color(fields.get("color")),
                        fields.get("parent").text(),
                        pole(fields.get("pole")),
                        fit.bias(),
                        fit.threshold(),
                        indicators,
                        examples);
    }

    private static String id(Value value) {
        var id = value.requiredText();
        if (id != null && !ID.matcher(id).matches()) {
            value.wrong("'" + id + "' is not an id: small letters, digits, single hyphens between");
        }
        return id;
    }

    private static String color(Value value) {
        var color = value.text();
        if (color != null && !COLOR.matcher(color).matches()) {
            value.wrong("'" + color + "' is not a colour: #rrggbb");
        }
        return color;
    }

    private static Theme.Pole pole(Value value) {
        var pole = value.text();
        if (pole == null) {
            return null;
        }
        if (!List.of("dominant", "emergent").contains(pole)) {
            value.wrong("'" + pole + "' is not a pole: dominant or emergent");
            return null;
        }
        return Theme.Pole.valueOf(pole.toUpperCase(Locale.ROOT));
    }

    private void requireParents(List<Theme> themes) {
        var parents = new HashMap<String, String>();
        themes.forEach(theme -> parents.put(theme.id(), theme.parent()));
        for (var theme : themes) {
            if (theme.parent() != null && !parents.containsKey(theme.parent())) {
                themesById.get(theme.id()).wrong("there is no theme '" + theme.parent() + "'");
            } else if (isAboveItself(theme.id(), parents)) {
                themesById.get(theme.id()).wrong("'" + theme.id() + "' stands above itself");
            }
        }
    }

    private static boolean isAboveItself(String id, Map<String, String> parents) {
        var above = parents.get(id);
        for (int steps = 0; above != null && steps < parents.size(); steps++) {
            if (above.equals(id)) {
                return true;
            }
            above = parents.get(above);
        }
        return false;
    }

    private Theme.Examples examples(String theme, Value value) {
        var fields = value.fields("yes", "no");
        var yes = texts(fields.get("yes"));
        var no = texts(fields.get("no"));
        if (theme != null) {
            yesExamples.put(theme, yes);
            noExamples.put(theme, no);
        }
        return new Theme.Examples(
                yes.stream().map(Value::text).toList(),
                no.stream().map(Value::text).toList());
    }

    private static List<Value> texts(Value list) {
        return list.list().stream().filter(text -> text.requiredText() != null).toList();
    }

    // --- indicators ---

    private List<Indicator> indicators(Value list) {
        var indicators = new LinkedHashMap<String, Indicator>();
        for (var value : list.list()) {
            var indicator = indicator(value);
            if (indicator != null && indicators.putIfAbsent(indicator.text(), indicator) != null) {
                value.wrong("the indicator '" + indicator.text() + "' stands twice");
            }
        }
        return List.copyOf(indicators.values());
    }

    private static Indicator indicator(Value value) {
        if (!value.isMap()) {
            var text = phrase(value);
            return text == null ? null : Indicator.written(text);
        }
        var fields = value.fields("phrase", "weight");
        var text = phrase(fields.get("phrase"));
        double weight = weight(fields.get("weight"), Indicator.DEFAULT_WEIGHT);
        return text == null ? null : Indicator.written(text, weight);
    }

    private static double weight(Value value, double fallback) {
        return value.number(Indicator.LEAST_WEIGHT, Indicator.GREATEST_WEIGHT, fallback);
    }

    private static String phrase(Value value) {
        var text = value.requiredText();
        return text != null && isPhrase(text, value) ? text : null;
    }

    private static boolean isPhrase(String text, Value value) {
        try {
            Indicator.written(text);
            return true;
        } catch (IllegalArgumentException e) {
            value.wrong("'" + text + "' is not an indicator: " + e.getMessage());
            return false;
        }
    }

    // --- what was learned ---

    private Map<String, Fit> fits(Value value) {
        var fields = value.fields("made", "themes");
        var fits = new LinkedHashMap<String, Fit>();
        fields.get("themes").entries().forEach((theme, fit) -> fits.put(theme, fit(fit)));
        return fits;
    }

    private static Fit fit(Value value) {
        var fields = value.fields("bias", "threshold", "weights");
        var weights = new LinkedHashMap<String, Double>();
        fields.get("weights").entries().forEach((phrase, weight) -> {
            if (isPhrase(phrase, weight)) {
                weights.put(phrase, weight(weight, 0));
            }
        });
        return new Fit(
                value,
                fields.get("bias").number(-GREATEST_BIAS, GREATEST_BIAS, Theme.DEFAULT_BIAS),
                fields.get("threshold").number(0, 1, Theme.DEFAULT_THRESHOLD),
                weights);
    }

    /** What learning says about one theme. */
    private record Fit(Value where, double bias, double threshold, Map<String, Double> weights) {
        static final Fit NONE = new Fit(null, Theme.DEFAULT_BIAS, Theme.DEFAULT_THRESHOLD, Map.of());

        /** The written indicators with their fitted weights where they have one, then the learned ones. */
        List<Indicator> apply(List<Indicator> written) {
            var rest = new LinkedHashMap<>(weights);
            var all = new ArrayList<Indicator>();
            for (var indicator : written) {
                var weight = rest.remove(indicator.text());
                all.add(weight == null ? indicator : Indicator.written(indicator.text(), weight));
            }
            rest.forEach((text, weight) -> all.add(Indicator.learned(text, weight)));
            return all;
        }
    }
}
