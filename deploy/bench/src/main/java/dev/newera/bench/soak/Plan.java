package dev.newera.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * How long tweets are posted, and how many a second.
 *
 * @param time an hour at most: a stream ends after that
 */
record Plan(Duration time, double perSecond) {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double FASTEST = 10_000;

    /** More than a tweet has been seen to take with its tags, indices and events: 2,300 of 89,000, 3,000 of 12,000. */
    private static final long BYTES_OF_TWEET = 5_000;

    /** PostgreSQL's log, and what a recount sorts on disk. */
    private static final long BYTES_BESIDES = 5_000_000_000L;

    private static final double GIGA = 1e9;

    /**
     * Each tweet is told fifty listeners, twice. At a thousand a second two cores were not enough for that while Java was cold, and all
     * fifty were dropped within two minutes.
     */
    private static final Plan DEFAULT = new Plan(Duration.ofMinutes(30), 300);

    Plan {
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("--for takes a second to an hour: 90S, 30M, 1H.");
        }
        if (!(perSecond > 0 && perSecond <= FASTEST)) {
            throw new IllegalArgumentException("--rate takes tweets a second, 10,000 at most.");
        }
    }

    /** As the words of a command line say. */
    static Plan of(List<String> words) {
        var plan = DEFAULT;
        for (int i = 0; i < words.size(); i += 2) {
            plan = plan.with(words.get(i), i + 1 < words.size() ? words.get(i + 1) : "");
        }
        return plan;
    }

    private Plan with(String option, String value) {
        try {
            return switch (option) {
                case "--for" -> new Plan(Duration.parse("PT" + value), perSecond);
                case "--rate" -> new Plan(time, Double.parseDouble(value));
                default -> throw new IllegalArgumentException("soak takes --for and --rate, not " + option + ".");
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("%s does not take '%s'.".formatted(option, value), e);
        }
    }

    @Override
    public String toString() {
        return "%s at %,.0f tweets a second".formatted(time, perSecond);
    }

    /** How many tweets are due that long after the beginning. */
    long due(Duration since) {
        var posting = since.compareTo(time) < 0 ? since : time;
        return (long) (perSecond * posting.toMillis() / 1e3);
    }

    /** Fails unless what will be stored has room on the disk of that folder. */
    Plan requireRoom(Path folder) throws IOException {
        return requireRoom(folder, Files.getFileStore(folder).getUsableSpace());
    }

    Plan requireRoom(Path folder, double there) {
        double wanted = due(time) * BYTES_OF_TWEET + BYTES_BESIDES;
        if (there < wanted) {
            throw new IllegalArgumentException(
                    "%,d tweets may take %.1f GB until the end, and the disk of %s has %.1f GB."
                            .formatted(due(time), wanted / GIGA, folder, there / GIGA));
        }
        return this;
    }
}
