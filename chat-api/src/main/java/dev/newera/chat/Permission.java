package dev.newera.chat;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do, by the names that keys, tokens and the HTTP contract have for it: OAuth's scopes. */
public enum Permission {
    /** Read tweets, chats and what came of them, and listen to the stream. */
    TWEETS_READ("tweets:read"),
    /** Post tweets, erase one's own, declare chats. */
    TWEETS_WRITE("tweets:write"),
    /** Read themes, their counts, and codebooks. */
    THEMES_READ("themes:read"),
    /** Publish codebooks. */
    CODEBOOK_WRITE("codebook:write"),
    /** All of these, in anybody's name. */
    ADMIN("admin");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /** Its name as a scope. */
    public String scope() {
        return scope;
    }

    /** Empty for a scope that is not the chat's. */
    public static Optional<Permission> of(String scope) {
        return Arrays.stream(values()).filter(it -> it.scope.equals(scope)).findFirst();
    }
}
