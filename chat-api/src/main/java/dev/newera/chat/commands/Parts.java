package dev.newera.chat.commands;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.IssueKey;
import dev.newera.chat.operations.Announcing;
import dev.newera.chat.operations.Readers;

/** What commands work with. Each is made, and its server asked, when a command first needs it: {@code --help} needs neither. */
public interface Parts {

    Announcing announcing();

    Readers readers();

    ApiKeys keys();

    IssueKey issueKey();
}
