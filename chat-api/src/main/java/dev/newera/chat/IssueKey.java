package dev.newera.chat;

import dev.newera.chat.ApiKeys.Kept;
import dev.newera.chat.Failure.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Somebody is given a key. */
public final class IssueKey {
    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e]{1,100}");

    private final ApiKeys keys;
    private final Clock clock;
    private final IntFunction<byte[]> chance;

    /** @param chance so many bytes that nobody can foretell */
    public IssueKey(ApiKeys keys, Clock clock, IntFunction<byte[]> chance) {
        this.keys = keys;
        this.clock = clock;
        this.chance = chance;
    }

    /** A new key. Its secret is here and nowhere else. */
    public record Issued(ApiKey key, KeySecret secret) {}

    /**
     * Makes one and keeps its digest. Throws INVALID with every broken rule at once.
     *
     * @param author whom it is bound to; empty for a program that posts for others
     * @param life how long it is good for; empty for ever
     */
    public Issued issue(
            String name, Set<Permission> permissions, Optional<String> author, Optional<Duration> life, Caller by) {
        requireRules(name, permissions, author, life);
        var secret = KeySecret.of(chance.apply(KeySecret.ID_BYTES + KeySecret.SECRET_BYTES));
        var now = Instant.ofEpochMilli(clock.millis());
        var key = new ApiKey(
                secret.id(), name, permissions, author, now, life.map(now::plus), Optional.empty(), Optional.empty());
        keys.add(new Kept(key, secret.digest()), by);
        return new Issued(key, secret);
    }

    private static void requireRules(
            String name, Set<Permission> permissions, Optional<String> author, Optional<Duration> life) {
        var faults = new ArrayList<Fault>();
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            faults.add(new Fault("name", "a key's name holds 1 to 100 printable ASCII characters"));
        }
        if (permissions.isEmpty()) {
            faults.add(new Fault("scopes", "a key without a scope opens nothing"));
        }
        if (author.filter(it -> !PostTweet.USERNAME.matcher(it).matches()).isPresent()) {
            faults.add(new Fault("author", "author holds 1 to 20 letters, digits and underscores, without the @"));
        }
        if (life.filter(it -> it.isNegative() || it.isZero()).isPresent()) {
            faults.add(new Fault("expires", "a key that has expired opens nothing"));
        }
        if (!faults.isEmpty()) {
            throw Failure.invalid(faults);
        }
    }
}
