package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;

/// Reads the words of conversations that were stored before words were kept. The schema's change
/// enqueues it for every organization there is.
public final class ReadConversationText {
    private static final String JOB = "read-conversation-text";

    private final Database database;
    private final ConversationStore conversations;

    public ReadConversationText(Database database, ConversationStore conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /// What the job is stored with.
    record Work(String org) {}

    public Jobs.Kind<?> job() {
        return new Jobs.Kind<>(JOB, Work.class, work -> run(new OrgId(work.org())));
    }

    private void run(OrgId org) {
        while (database.transact(org, tx -> conversations.readText(tx, org))) {
            // the next few
        }
    }
}
