package dev.newera.chat.postgres;

import dev.newera.chat.Bell;
import dev.newera.chat.Tagging;
import dev.newera.chat.Taggings;
import dev.newera.chat.postgres.Database.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps taggings in batches, a transaction each. */
final class PostgresTaggings implements Taggings {
    private final Database database;
    private final Bell bell;

    PostgresTaggings(Database database, Bell bell) {
        this.database = database;
        this.bell = bell;
    }

    @Override
    public Map<Tagging, String> keep(List<Tagging> taggings) {
        if (taggings.isEmpty()) {
            return Map.of();
        }
        var unusable = keepOrSplit(taggings);
        bell.ring();
        return unusable;
    }

    private Map<Tagging, String> keepOrSplit(List<Tagging> taggings) {
        try {
            return database.write(connection -> TaggingBatch.keep(connection, taggings));
        } catch (Refused refused) {
            return split(taggings);
        }
    }

    /** One that the database refuses takes the whole batch with it: halve until it stands alone. */
    private Map<Tagging, String> split(List<Tagging> taggings) {
        if (taggings.size() == 1) {
            return Map.of(taggings.get(0), "it holds something that cannot be stored");
        }
        int half = taggings.size() / 2;
        var unusable = new HashMap<>(keepOrSplit(taggings.subList(0, half)));
        unusable.putAll(keepOrSplit(taggings.subList(half, taggings.size())));
        return unusable;
    }
}
