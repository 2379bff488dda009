package dev.newera.chat.postgres;

import dev.newera.chat.Codebook;
import dev.newera.chat.Codebooks;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Codebooks by Panache. */
@ApplicationScoped
class PanacheCodebooks implements Codebooks, PanacheRepositoryBase<CodebookRow, CodebookRow.Key> {
    private final Database database;
    private final Reading reading;

    PanacheCodebooks(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    @Override
    public Optional<Codebook> newest(String codebookId) {
        return reading.of(() -> find("id", Sort.descending("version"), codebookId)
                .firstResultOptional()
                .map(PanacheCodebooks::codebook));
    }

    @Override
    public Codebook version(String codebookId, int version) {
        return reading.of(() -> findByIdOptional(new CodebookRow.Key(codebookId, version))
                .map(PanacheCodebooks::codebook)
                .orElseThrow(() -> Failure.of(
                        Code.NOT_FOUND, "There is no version " + version + " of a codebook " + codebookId + ".")));
    }

    @Override
    public List<Integer> versions(String codebookId) {
        return reading.of(() -> find("id", Sort.descending("version"), codebookId).stream()
                .map(row -> row.version)
                .toList());
    }

    @Override
    public void publish(Codebook codebook) {
        database.write(connection -> {
            new Columns<>(connection, List.of(codebook))
                    .each("text", Codebook::id)
                    .each("int4", Codebook::version)
                    .each("text", Codebook::title)
                    .each("int8", it -> it.publishedAt().toEpochMilli())
                    .each("text", Codebook::document)
                    .update("""
                            insert into codebook (id, version, title, published_at, document)
                            select c.id, c.version, c.title, to_timestamp(c.published_at / 1000.0), c.document
                            from unnest(?, ?, ?, ?, ?) as c (id, version, title, published_at, document)
                            on conflict do nothing
                            """);
            return null;
        });
    }

    private static Codebook codebook(CodebookRow row) {
        return new Codebook(row.id, row.version, row.title, row.publishedAt, Json.themes(row.document), row.document);
    }
}
