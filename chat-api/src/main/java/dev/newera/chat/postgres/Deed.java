package dev.newera.chat.postgres;

import dev.newera.chat.Caller;
import dev.newera.chat.ChatId;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * A line of the audit log: who changed what. Written in the transaction of the change, so that neither stands without the other, and
 * never changed again: the table itself refuses to. Who posted is not a deed; the tweet says so.
 */
record Deed(Caller by, String what, String subject) {
    private static final Logger LOG = Logger.getLogger("dev.newera.chat.audit");

    static Deed tweetErased(Caller by, TweetId id) {
        return new Deed(by, "tweet.erased", id.toString());
    }

    static Deed chatDeclared(Caller by, ChatId id) {
        return new Deed(by, "chat.declared", id.toString());
    }

    static Deed keyMade(Caller by, String id) {
        return new Deed(by, "key.made", id);
    }

    static Deed keyRevoked(Caller by, String id) {
        return new Deed(by, "key.revoked", id);
    }

    void write(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("insert into audit (caller, what, subject) values (?, ?, ?)")) {
            insert.setString(1, by.id());
            insert.setString(2, what);
            insert.setString(3, subject);
            insert.executeUpdate();
        }
    }

    /** To be told after the commit: a log takes nothing back. */
    void log() {
        LOG.infof("Something was changed what=%s subject=%s caller=%s", what, subject, by.id());
    }
}
