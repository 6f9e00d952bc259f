package dev.parley.conversations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentStore;
import dev.parley.conversations.ConversationStore.NewRow;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.Tenant;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import dev.parley.prospects.RecogniseCaller;
import dev.parley.prospects.RecogniseCaller.Facts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Stores conversations that took place elsewhere, those of many requests in one transaction. The
/// prospect their analytics describe is found or made; without analytics they are analysed later.
public final class ImportConversations {
    private final Database database;
    private final AccountStore accounts;
    private final AgentStore agents;
    private final ConversationStore conversations;
    private final RecogniseCaller recogniseCaller;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;
    private final Cache<OrgId, String> regions =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofSeconds(5))
                    .maximumSize(10_000)
                    .build();

    public ImportConversations(
            Database database,
            AccountStore accounts,
            AgentStore agents,
            ConversationStore conversations,
            RecogniseCaller recogniseCaller,
            Jobs jobs,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.agents = agents;
        this.conversations = conversations;
        this.recogniseCaller = recogniseCaller;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /// One request.
    record Import(Caller caller, ConversationInput input) {}

    /// The stored documents in the order of `imports`; empty where the agent does not exist.
    List<Optional<byte[]>> run(Tenant tenant, List<Import> imports) {
        var org = new OrgId(tenant.value());
        var asked = imports.stream().map(one -> one.input().agentId()).distinct().toList();
        var region = region(org);
        var stored =
                database.transact(
                        org,
                        agents.existing(asked),
                        (tx, existing) -> store(tx, org, accepted(imports, existing), region));
        if (stored.values().stream().anyMatch(row -> row.conversation().wantsAnalysis())) {
            jobs.hurry();
        }
        return imports.stream()
                .map(one -> Optional.ofNullable(stored.get(one)).map(NewRow::document))
                .toList();
    }

    /// An organization hardly ever moves to another country, and old phone numbers stay as they
    /// were read: a few seconds of the country before do no harm.
    private String region(OrgId org) {
        return regions.get(
                org, _ -> database.system(tx -> accounts.organization(tx, org).country()));
    }

    private static List<Import> accepted(List<Import> imports, Set<String> agents) {
        return imports.stream().filter(one -> agents.contains(one.input().agentId())).toList();
    }

    private Map<Import, NewRow> store(Handle tx, OrgId org, List<Import> accepted, String region) {
        var prospects = prospects(tx, org, accepted, region);
        var rows = new IdentityHashMap<Import, NewRow>();
        for (var one : accepted) {
            var prospect = facts(one.input(), region).map(prospects::get).orElse(null);
            rows.put(one, row(one, prospect));
        }
        conversations.insert(tx, org, List.copyOf(rows.values()));
        rows.forEach((one, row) -> follow(tx, one, row.conversation()));
        return rows;
    }

    /// The prospect of each described caller. In one order everywhere, so that two transactions
    /// that make the same prospects wait for each other instead of locking each other out.
    private Map<Facts, ProspectId> prospects(
            Handle tx, OrgId org, List<Import> imports, String region) {
        var prospects = new HashMap<Facts, ProspectId>();
        imports.stream()
                .flatMap(one -> facts(one.input(), region).stream())
                .distinct()
                .sorted(Comparator.comparing(Facts::toString))
                .forEach(facts ->
                        recogniseCaller
                                .run(tx, org, facts)
                                .ifPresent(id -> prospects.put(facts, id)));
        return prospects;
    }

    private static Optional<Facts> facts(ConversationInput input, String region) {
        return Optional.ofNullable(input.conversationAnalytics())
                .map(analytics -> CallerFacts.of(analytics, region));
    }

    private NewRow row(Import one, @Nullable ProspectId prospect) {
        var conversation =
                one.input().conversation(conversationId(), one.caller(), prospect, now());
        var address = one.input().transcriptAddress();
        var props =
                address == null
                        ? null
                        : Json.write(Json.object().put("transcriptAddress", address));
        return new NewRow(conversation, false, props, Json.bytes(conversation));
    }

    private void follow(Handle tx, Import one, Conversation conversation) {
        var comments = one.input().adminComments();
        if (comments != null) {
            for (var comment : comments) {
                conversations.insertFeedback(
                        tx,
                        one.caller().org(),
                        Feedback.of(
                                ids.next("cfb"), one.caller(), conversation.id(), comment, now()));
            }
        }
        analyseIfWanted(tx, one.caller().org(), conversation);
    }

    /// Has a conversation analysed that has ended and was not yet.
    void analyseIfWanted(Handle tx, OrgId org, Conversation conversation) {
        if (conversation.wantsAnalysis()) {
            AnalyseConversation.enqueue(jobs, tx, org, conversation.id());
        }
    }

    private ConversationId conversationId() {
        return new ConversationId(ids.next("con"));
    }

    private String now() {
        return Timestamps.write(clock.instant());
    }
}
