package dev.newera.embedded.postgres;

import java.nio.file.Path;
import java.util.Optional;

/** Where this user keeps what can be had again: {@code XDG_CACHE_HOME}, or {@code ~/.cache}. */
final class CacheFolder {

    private CacheFolder() {}

    /**
     * Not the folder for temporary files: anyone could have put a program there first, and its cleaners remove old
     * files one by one.
     */
    static Path ofThisUser() {
        var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return caches.resolve("new-era-chat");
    }
}
