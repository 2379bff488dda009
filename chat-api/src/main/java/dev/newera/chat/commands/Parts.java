package dev.newera.chat.commands;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.IssueKey;
import dev.newera.chat.operations.AnnouncedTweets;
import dev.newera.chat.operations.Announcing;
import dev.newera.chat.operations.DeadLetterOffice;
import dev.newera.chat.operations.Readers;
import dev.newera.chat.operations.Reconciling;
import dev.newera.chat.operations.Recounting;

/** What commands work with. Each is made, and its server asked, when a command first needs it: {@code --help} needs neither. */
public interface Parts {

    Announcing announcing();

    Recounting recounting();

    Reconciling reconciling();

    AnnouncedTweets announcedTweets();

    Readers readers();

    ApiKeys keys();

    IssueKey issueKey();

    /** To be closed by the caller. */
    DeadLetterOffice deadLetters();
}
