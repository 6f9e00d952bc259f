package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.conversations.AskAboutCall.Question;
import dev.parley.extraction.Analytics;
import dev.parley.extraction.Extractor;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.RecogniseCaller;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The job after a conversation: facts, summary, and the prospect behind it. Running it twice
/// changes nothing the second time.
public final class AnalyseConversation {
    private static final String JOB = "analyse-conversation";

    private final Database database;
    private final ConversationStore conversations;
    private final AskAboutCall askAbout;
    private final RecogniseCaller recogniseCaller;
    private final Extractor extractor;
    private final ConversationEvents events;
    private final InstantSource clock;

    public AnalyseConversation(
            Database database,
            ConversationStore conversations,
            AskAboutCall askAbout,
            RecogniseCaller recogniseCaller,
            Extractor extractor,
            ConversationEvents events,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.askAbout = askAbout;
        this.recogniseCaller = recogniseCaller;
        this.extractor = extractor;
        this.events = events;
        this.clock = clock;
    }

    /// What the job is stored with.
    record Work(String org, String conversation) {}

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
                    events.committed();
                });
    }

    private Optional<Question> question(Handle tx, OrgId org, ConversationId id) {
        return conversations
                .find(tx, org, id)
                .filter(Conversation::wantsAnalysis)
                .flatMap(conversation -> askAbout.question(tx, conversation));
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
        events.analysed(tx, analysed);
    }
}
