package dev.newera.chat;

import dev.newera.chat.Failure.Code;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and what they may do. Whoever holds {@link Permission#ADMIN} may do everything, in anybody's name.
 *
 * @param id tells callers apart, in limits and in the audit log: {@code key:…}, {@code user:…}; visible ASCII
 * @param author the username that they post under; empty for programs
 * @param trusted whether they may post for others, as a program does that hands on what many people said
 */
public record Caller(String id, Set<Permission> permissions, Optional<String> author, boolean trusted) {
    private static final int LONGEST_SUBJECT = 200;

    /** Whoever comes to a chat that is open. */
    public static final Caller ANYONE = new Caller("anyone", EnumSet.allOf(Permission.class), Optional.empty(), true);

    /** Whoever runs commands beside the database. */
    public static final Caller OPERATOR =
            new Caller("operator", EnumSet.allOf(Permission.class), Optional.empty(), true);

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Whoever has this key. One that is bound to no author is a program's. */
    public static Caller of(ApiKey key) {
        return new Caller(
                "key:" + key.id(), key.permissions(), key.author(), key.author().isEmpty());
    }

    /** Whom an identity provider vouches for: they speak for themselves alone. */
    public static Caller user(String subject, Set<Permission> permissions, Optional<String> author) {
        var visible = subject.replaceAll("[^\\x21-\\x7e]", "_");
        return new Caller(
                "user:" + visible.substring(0, Math.min(visible.length(), LONGEST_SUBJECT)),
                permissions,
                author,
                false);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission) || permissions.contains(Permission.ADMIN);
    }

    /** Whether tweets of this author are theirs to erase. */
    public boolean owns(String username) {
        return may(Permission.ADMIN) || isAuthor(username);
    }

    private boolean isAuthor(String username) {
        return author.isPresent() && author.get().equalsIgnoreCase(username);
    }

    /** The draft with its author: their own, if it names none. Throws FORBIDDEN if it is not theirs to post. */
    public Draft sign(Draft draft) {
        if (draft.username() == null && author.isPresent()) {
            return draft.by(author.get());
        }
        if (!trusted && !owns(draft.username())) {
            throw Failure.of(
                    Code.FORBIDDEN,
                    author.map(it -> "You post as @" + it + "; leave author out, or name yourself.")
                            .orElse("Your token names no author of this chat, so there is nobody whom you post as."));
        }
        return draft;
    }

    /** A key as theirs alone: what one caller has sent under it is never another's answer. */
    public IdempotencyKey own(IdempotencyKey key) {
        // A key has no spaces, so none that anyone sends can be another caller's.
        return this == ANYONE ? key : new IdempotencyKey(id + " " + key.key(), key.fingerprint());
    }
}
