package dev.parley;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Secret;
import dev.parley.accounts.Vault;
import dev.parley.agents.AgentStore;
import dev.parley.conversations.ConversationEvents;
import dev.parley.conversations.ConversationStore;
import dev.parley.files.DiscardBlobs;
import dev.parley.files.FileLinks;
import dev.parley.files.FileStore;
import dev.parley.files.blobs.BlobStore;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.outgoing.GuardedClient;
import dev.parley.platform.search.TextIndex;
import dev.parley.prospects.ProspectStore;
import dev.parley.telephony.PhoneStore;
import dev.parley.users.UserStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What every feature stands on.
///
/// @param publicUrl how clients reach this server; asked per request, known once it listens
record Ground(
        Config config,
        Database database,
        Secret secret,
        Vault vault,
        Jobs jobs,
        Ids ids,
        InstantSource clock,
        Supplier<URI> publicUrl,
        GuardedClient outgoing,
        ConversationEvents events,
        Files files,
        Stores stores) {
    /// What is kept beside the database.
    record Files(FileStore records, BlobStore blobs, FileLinks links, DiscardBlobs discard) {}

    /// The tables that several features read.
    record Stores(
            AccountStore accounts,
            UserStore users,
            AgentStore agents,
            ProspectStore prospects,
            ConversationStore conversations,
            PhoneStore phones) {
        /// @param folding asked when an index of texts has grown
        Stores(TextIndex.Due folding) {
            this(
                    new AccountStore(),
                    new UserStore(),
                    new AgentStore(),
                    new ProspectStore(folding),
                    new ConversationStore(folding),
                    new PhoneStore());
        }
    }
}
