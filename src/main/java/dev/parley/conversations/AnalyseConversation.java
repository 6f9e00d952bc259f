package dev.parley.conversations;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.extraction.Analytics;
import dev.parley.extraction.Extractor;
import dev.parley.extraction.Extractor.Call;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.RecogniseCaller;
import dev.parley.understanding.Language;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The job after a conversation: facts, summary, and the prospect behind it. Running it twice
/// changes nothing the second time.
public final class AnalyseConversation {
    private static final String JOB = "analyse-conversation";

    private final Database database;
    private final AccountStore accounts;
    private final AgentStore agents;
    private final ConversationStore conversations;
    private final RecogniseCaller recogniseCaller;
    private final Extractor extractor;
    private final InstantSource clock;

    public AnalyseConversation(
            Database database,
            AccountStore accounts,
            AgentStore agents,
            ConversationStore conversations,
            RecogniseCaller recogniseCaller,
            Extractor extractor,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.agents = agents;
        this.conversations = conversations;
        this.recogniseCaller = recogniseCaller;
        this.extractor = extractor;
        this.clock = clock;
    }

    /// What the job is stored with.
    record Work(String org, String conversation) {}

    private record Question(Call call, String region) {}

    static void enqueue(Jobs jobs, Handle tx, OrgId org, ConversationId id) {
        jobs.enqueue(tx, JOB, id.value(), new Work(org.value(), id.value()));
    }

    public Jobs.Kind<?> job() {
        return new Jobs.Kind<>(
                JOB,
                Work.class,
                work -> run(new OrgId(work.org()), new ConversationId(work.conversation())));
    }

    /// The extraction may take its time, so it holds no transaction.
    void run(OrgId org, ConversationId id) {
        database.transact(org, tx -> question(tx, org, id))
                .ifPresent(question -> {
                    var analytics = extractor.extract(question.call());
                    database.run(org, tx -> keep(tx, org, id, analytics, question.region()));
                });
    }

    private Optional<Question> question(Handle tx, OrgId org, ConversationId id) {
        return conversations
                .find(tx, org, id)
                .filter(Conversation::wantsAnalysis)
                .flatMap(conversation ->
                        accounts.findOrganization(tx, org)
                                .map(of -> question(tx, of, conversation)));
    }

    private Question question(Handle tx, Organization organization, Conversation conversation) {
        var agent = agents.find(tx, organization.id(), new AgentId(conversation.aiAgentId()));
        var lines = conversation.transcriptText();
        return new Question(
                new Call(
                        agent.map(Agent::name).orElse(""),
                        organization.name(),
                        agent.map(Agent::language).orElse(Language.ENGLISH),
                        organization.country(),
                        lines == null ? List.of() : lines),
                organization.country());
    }

    private void keep(Handle tx, OrgId org, ConversationId id, Analytics analytics, String region) {
        var locked = conversations.findForUpdate(tx, org, id);
        if (locked.isEmpty() || !locked.get().conversation().wantsAnalysis()) {
            return;
        }
        var analysed =
                locked.get()
                        .conversation()
                        .analysed(analytics)
                        .changed(RecogniseCaller.PLATFORM, Timestamps.write(clock.instant()));
        var facts = CallerFacts.of(analytics, region);
        var known = analysed.prospectId();
        if (known != null) {
            recogniseCaller.refresh(tx, org, known, facts);
        } else if (!locked.get().isManual()) {
            var prospect = recogniseCaller.run(tx, org, facts).orElse(null);
            analysed = analysed.linked(prospect);
        }
        conversations.update(tx, org, locked.get().with(analysed));
    }
}
