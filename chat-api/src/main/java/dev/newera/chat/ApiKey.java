package dev.newera.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an API key: everything but its secret.
 *
 * @param id the part of the key that may be told and logged
 * @param name what its maker calls it
 * @param author the username that it is bound to; empty for a program's, which posts for others
 * @param expiresAt from then on it is refused; empty if never
 * @param lastUsedAt to the hour
 */
public record ApiKey(
        String id,
        String name,
        Set<Permission> permissions,
        Optional<String> author,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    public ApiKey {
        permissions = Set.copyOf(permissions);
    }

    /** Whether it opens anything at this moment. */
    public boolean isGoodAt(Instant now) {
        return revokedAt.isEmpty()
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
