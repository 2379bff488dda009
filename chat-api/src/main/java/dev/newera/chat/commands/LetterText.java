package dev.newera.chat.commands;

import dev.newera.chat.operations.DeadLetter;
import dev.newera.chat.operations.DeadLetter.Origin;
import dev.newera.chat.operations.DeadLetter.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Letters as a terminal shows them. Anybody may have written one: nothing in it is let through that would steer a terminal. */
final class LetterText {
    private static final int LONGEST_REASON = 100;

    private LetterText() {}

    static void row(Table table, DeadLetter letter) {
        table.row(
                letter.topic(),
                letter.no(),
                letter.at(),
                letter.origin().map(LetterText::of).orElse("unknown"),
                shortened(harmless(letter.reason())));
    }

    static String whole(DeadLetter letter, Optional<Outcome> outcome) {
        var headers = new TreeMap<>(letter.headers());
        headers.put("key", letter.keyText().orElse("(none)"));
        headers.put("outcome", outcome.map(LetterText::of).orElse("waits"));
        headers.put("since", letter.at().toString());
        var told = headers.entrySet().stream()
                .map(it -> "%s: %s%n".formatted(harmless(it.getKey()), harmless(it.getValue())))
                .collect(Collectors.joining());
        return told + value(letter);
    }

    private static String value(DeadLetter letter) {
        return letter.value() == null
                ? "%n(no value)%n".formatted()
                : "%n%s%n".formatted(harmless(new String(letter.value(), StandardCharsets.UTF_8)));
    }

    private static String of(Origin origin) {
        return "%s-%d@%d".formatted(origin.topic(), origin.partition(), origin.offset());
    }

    static String of(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\u00b7");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }
}
