package dev.newera.tagging.yaml;

import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.BadCodebook.Problem;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The document as nodes with their places. Two walks over it: the first one, flat, refuses what could blow up the second
 * one (deep nesting, aliases that multiply).
 */
final class Outline {
    private static final int DEEPEST = 12;
    /** In characters. The parser's time for one long scalar grows with its square; ten thousand indicators are a third of this. */
    private static final int LONGEST = 1024 * 1024;

    private Outline() {}

    static Node of(String document) throws BadCodebook {
        if (document.length() > LONGEST) {
            throw refused(Optional.empty(), "the document is longer than " + LONGEST + " characters");
        }
        var settings = LoadSettings.builder()
                .setLabel("codebook")
                .setCodePointLimit(LONGEST)
                .build();
        try {
            requireTame(new Parse(settings).parseString(document));
            return new Compose(settings)
                    .composeString(document)
                    .orElseThrow(() -> refused(Optional.empty(), "the document is empty"));
        } catch (MarkedYamlEngineException e) {
            throw refused(e.getProblemMark(), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(Optional.empty(), "not YAML: " + e.getMessage());
        }
    }

    private static void requireTame(Iterable<Event> events) throws BadCodebook {
        int depth = 0;
        int documents = 0;
        for (var event : events) {
            if (event instanceof AliasEvent) {
                throw refused(event.getStartMark(), "aliases (*name) are not allowed");
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw refused(event.getStartMark(), "nested more than " + DEEPEST + " deep");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw refused(event.getStartMark(), "a second document begins");
            }
        }
    }

    private static BadCodebook refused(Optional<Mark> mark, String reason) {
        return new BadCodebook(List.of(new Problem(
                mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, "", reason)));
    }
}
