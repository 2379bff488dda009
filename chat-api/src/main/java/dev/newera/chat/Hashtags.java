package dev.newera.chat;

/** Hashtags as people write them: Twitter takes the sign in either width. */
public final class Hashtags {
    private Hashtags() {}

    /** What stands behind the sign; a hashtag without one stays as it is. */
    public static String bare(String hashtag) {
        return hashtag.startsWith("#") || hashtag.startsWith("＃") ? hashtag.substring(1) : hashtag;
    }
}
