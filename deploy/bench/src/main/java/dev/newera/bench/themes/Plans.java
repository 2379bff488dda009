package dev.newera.bench.themes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.bench.load.Gets;
import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.system.Service;
import dev.newera.bench.system.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How PostgreSQL answers what chat-api asks it while chat-api is asked: as PostgreSQL itself explains it. */
final class Plans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ENOUGH = Duration.ofSeconds(2);
    private static final String PLAN = " plan:";

    /** What any question about themes starts from, and what chat-api looks at whether it is asked or not. */
    private static final Set<String> BESIDE = Set.of("codebook", "chat_session", "change", "forgotten", "follower");

    private final Stage stage;
    private final Service explained;

    private Plans(Stage stage, Service explained) {
        this.stage = stage;
        this.explained = explained;
    }

    /** Starts a chat-api whose statements are explained. */
    static Plans of(Stage stage) {
        return new Plans(stage, stage.explained());
    }

    /** The tables that were read for an answer, each with how. */
    Set<String> reads(Question question) {
        try (var load = new HttpLoad(explained.port(), 1)) {
            // A statement that is asked again and again may get another plan, the last one.
            load.run(new Gets(question.path(), 20, ENOUGH));
            long before = Files.size(stage.postgresLog());
            load.run(new Gets(question.path()));
            return scans(Files.readString(stage.postgresLog()).substring((int) before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> scans(String log) throws IOException {
        var scans = new TreeSet<String>();
        for (var plan : plans(log)) {
            for (var scan : JSON.readTree(plan).findParents("Relation Name")) {
                if (!BESIDE.contains(scan.path("Relation Name").asText())) {
                    scans.add(told(scan));
                }
            }
        }
        return scans;
    }

    private static String told(JsonNode scan) {
        var index = scan.path("Index Name");
        return scan.path("Relation Name").asText()
                + (index.isMissingNode() ? " (" + scan.path("Node Type").asText() + ")" : " by " + index.asText());
    }

    /** PostgreSQL writes a plan over some lines, each of which but the first begins with a tab. */
    private static List<String> plans(String log) {
        var plans = new ArrayList<String>();
        StringBuilder plan = null;
        for (var line : log.lines().toList()) {
            if (plan != null && line.startsWith("\t")) {
                plan.append(line);
                continue;
            }
            if (plan != null) {
                plans.add(plan.toString());
            }
            plan = line.endsWith(PLAN) ? new StringBuilder() : null;
        }
        if (plan != null) {
            plans.add(plan.toString());
        }
        return plans;
    }
}
