package dev.newera.local.faults;

import java.time.Duration;

/**
 * What came back for one posting.
 *
 * @param status the HTTP status; {@value #NONE} when nothing came back
 * @param saysWhen whether a Retry-After header came with it
 */
record Answer(int status, Duration took, boolean saysWhen) {

    /** The connection was refused or broken, or nobody answered in time. */
    static final int NONE = 0;

    boolean isCreated() {
        return status == 201;
    }

    /** "Not now", as a client can understand it. */
    boolean isPolite() {
        return isCreated() || status == 503 && saysWhen;
    }
}
