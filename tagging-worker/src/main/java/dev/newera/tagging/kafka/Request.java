package dev.newera.tagging.kafka;

/**
 * What a record asks for: one tweet to be tagged, or to be forgotten.
 *
 * @param text null when the tweet is erased
 * @param codebookVersion the version to tag under; {@value #IN_FORCE} for the one in force
 * @param jobId the retag job that asks, or null
 * @param preview whether the tags are only to be shown; null where nobody said
 * @param trace the trace context to hand on, or null
 */
record Request(
        String tweetId, int revision, String text, int codebookVersion, String jobId, Boolean preview, String trace) {

    static final int IN_FORCE = 0;

    static Request toForget(String tweetId, String trace) {
        return new Request(tweetId, 0, null, IN_FORCE, null, null, trace);
    }

    /** The same, as a part of that trace. */
    Request within(String newTrace) {
        return new Request(tweetId, revision, text, codebookVersion, jobId, preview, newTrace);
    }

    boolean isErasure() {
        return text == null;
    }
}
