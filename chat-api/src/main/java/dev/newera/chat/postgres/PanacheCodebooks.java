package dev.newera.chat.postgres;

import dev.newera.chat.Codebook;
import dev.newera.chat.Codebooks;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Codebooks by Panache. A published version never changes and is half a megabyte to read, so each is read once. */
@ApplicationScoped
class PanacheCodebooks implements Codebooks, PanacheRepositoryBase<CodebookRow, CodebookRow.Key> {
    private final Database database;
    private final Reading reading;
    private final Map<CodebookRow.Key, Codebook> read = new ConcurrentHashMap<>();

    PanacheCodebooks(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    @Override
    public Optional<Codebook> newest(String codebookId) {
        return versions(codebookId).stream().findFirst().map(version -> version(codebookId, version));
    }

    @Override
    public Codebook version(String codebookId, int version) {
        return read.computeIfAbsent(new CodebookRow.Key(codebookId, version), this::read);
    }

    private Codebook read(CodebookRow.Key key) {
        return reading.of(() -> findByIdOptional(key)
                .map(PanacheCodebooks::codebook)
                .orElseThrow(() -> Failure.of(
                        Code.NOT_FOUND, "There is no version " + key.version() + " of a codebook " + key.id() + ".")));
    }

    @Override
    public List<Integer> versions(String codebookId) {
        return reading.of(() -> getSession()
                .createSelectionQuery(
                        "select version from CodebookRow where id = :id order by version desc", Integer.class)
                .setParameter("id", codebookId)
                .getResultList());
    }

    @Override
    public void publish(Codebook codebook) {
        database.write(connection -> {
            var trip = new RoundTrip(connection);
            new Columns<>(List.of(codebook))
                    .each("text", Codebook::id)
                    .each("int4", Codebook::version)
                    .each("text", Codebook::title)
                    .each("int8", it -> it.publishedAt().toEpochMilli())
                    .each("text", Codebook::document)
                    .update(trip, """
                            insert into codebook (id, version, title, published_at, document)
                            select c.id, c.version, c.title, to_timestamp(c.published_at / 1000.0), c.document
                            from unnest(?, ?, ?, ?, ?) as c (id, version, title, published_at, document)
                            on conflict do nothing
                            """);
            trip.go();
            return null;
        });
    }

    private static Codebook codebook(CodebookRow row) {
        return new Codebook(row.id, row.version, row.title, row.publishedAt, Json.themes(row.document), row.document);
    }
}
