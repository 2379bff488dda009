package dev.newera.chat.http.pages;

import dev.newera.chat.Codebook;
import dev.newera.chat.Theme;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The themes as the pages show them: by the codebook in force; a theme that it no longer has is told by its id. */
final class Palette {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String NO_COLOR = "#8f8a80";

    private final Map<String, Theme> themes;

    Palette(Codebook codebook) {
        themes = codebook.themes().stream().collect(Collectors.toMap(Theme::id, Function.identity()));
    }

    String name(String id) {
        return themes.containsKey(id) ? themes.get(id).name() : id;
    }

    /** It goes into a style sheet, so it is a colour and nothing else. */
    String color(String id) {
        var color = themes.containsKey(id) ? themes.get(id).color() : null;
        return color != null && COLOR.matcher(color).matches() ? color : NO_COLOR;
    }
}
