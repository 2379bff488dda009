package dev.newera.chat.http.stream;

import dev.newera.chat.ChangeLog.Change;
import dev.newera.chat.SeeThemes.Overview;

/** What events say, each on one line. */
public interface EventBodies {

    /** A change: the tweet as it is now, or only its id if it has been erased. */
    byte[] of(Change change);

    /** All counts at one moment. */
    byte[] of(Overview overview);
}
