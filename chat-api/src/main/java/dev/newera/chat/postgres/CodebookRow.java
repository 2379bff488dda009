package dev.newera.chat.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A published codebook version. */
@Entity
@Table(name = "codebook")
@IdClass(CodebookRow.Key.class)
class CodebookRow {
    @Id
    String id;

    @Id
    int version;

    String title;
    Instant publishedAt;
    String document;

    record Key(String id, int version) {}
}
