package dev.parley.brains;

import dev.parley.agents.Agent;
import dev.parley.brains.desk.Caller;
import dev.parley.brains.desk.Desk;
import dev.parley.brains.desk.Detail;
import dev.parley.brains.desk.Doing;
import dev.parley.brains.desk.Draft;
import dev.parley.brains.desk.Facts;
import dev.parley.brains.desk.FreeText;
import dev.parley.brains.desk.Heard;
import dev.parley.brains.desk.Ordering;
import dev.parley.brains.desk.Plan;
import dev.parley.brains.desk.Progress;
import dev.parley.brains.desk.Reception;
import dev.parley.brains.desk.Sequel;
import dev.parley.brains.desk.Uptake;
import dev.parley.brains.doing.Errands;
import dev.parley.brains.knowledge.Knowledge;
import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.offers.Offers;
import dev.parley.brains.turns.Deed;
import dev.parley.brains.turns.Recollection;
import dev.parley.brains.turns.Spoken;
import dev.parley.brains.turns.Stepwise;
import dev.parley.brains.turns.Stepwise.Part;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Tongue;
import dev.parley.brains.words.Utterance;
import dev.parley.live.Brain;
import dev.parley.live.Toolbox;
import dev.parley.understanding.Intent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A receptionist that works by rules alone, for when no language model is configured: answers from
/// what the mission states, what is on sale and what documents say, takes orders, bookings and
/// messages, has the agent's tools do what they are there for, and says what it does not know.
public final class BuiltInBrain implements Brain {
    private static final long PATIENCE_SECONDS = 15;
    private static final Part NOTHING = new Part(List.of(), null);

    private final Desk desk;
    private final ZoneId zone;
    private final Recollection recollection;
    private final Phrases phrases = new Phrases();

    private Errands errands = Errands.NONE;
    private Progress progress = Progress.start();
    private Progress before = progress;
    private Tongue.Choice tongue;
    private Caller caller;
    private Caller callerBefore;
    private String lastHeard = "";

    /// What the caller has said and no answer was begun to.
    private String unanswered = "";

    /// What is being done, or is done and has not been told.
    private @Nullable Deed deed;

    /// What was told of it in the last turn.
    private List<Draft.Sentence> told = List.of();

    private boolean begun;

    /// @param region ISO 3166 country, the default for phone numbers without a prefix
    public BuiltInBrain(Agent agent, String companyName, String region) {
        this(agent, companyName, region, Equipment.NONE);
    }

    public BuiltInBrain(Agent agent, String companyName, String region, Equipment equipment) {
        var stated = new Knowledge(MissionFacts.of(agent, companyName));
        var facts = new Facts(stated, Offers.of(equipment.products()), equipment.library());
        var plan = Plan.of(agent.mission());
        zone = zone(agent.timezone());
        desk =
                new Desk(
                        agent.name(),
                        companyName,
                        plan,
                        facts,
                        Errands.NONE,
                        Instant.EPOCH.atZone(zone));
        recollection = new Recollection(agent, companyName, region);
        tongue = Tongue.Choice.of(agent.language());
        caller = Caller.of(recollection.details());
        callerBefore = caller;
    }

    @Override
    public synchronized Answer answer(Turn turn) {
        unanswered = Recollection.cut((unanswered + ' ' + turn.heard()).strip());
        var going = deed;
        return new Stepwise(
                answer -> going == null ? decided(turn, answer) : afterDeed(going, turn, answer));
    }

    /// The answer to what the caller said.
    private synchronized Part decided(Turn turn, Stepwise answer) {
        if (answer.isClosed()) {
            return NOTHING;
        }
        var latest = heard();
        var toTell =
                told.isEmpty() || recollection.wasHeard(told.getFirst().text(), turn.history())
                        ? List.<Draft.Sentence>of()
                        : told;
        boolean reached = true;
        if (!begun && recollection.isUnheard(turn.history())) {
            recollection.takeBackLastTurn();
            progress = before;
            caller = callerBefore;
            latest = Recollection.cut(lastHeard + ' ' + latest);
            reached = before.tries() == 0;
        } else {
            reached = recollection.catchUp(turn.history());
        }
        begin(turn, latest);
        if (!toTell.isEmpty()) {
            told = toTell;
            recollection.answering(toTell, false);
            return toldTo(latest, toTell, turn);
        }
        return part(decide(latest, reached, turn), turn.toolbox());
    }

    private String heard() {
        var words = unanswered;
        unanswered = "";
        return words;
    }

    private void begin(Turn turn, String latest) {
        recollection.hasSeen(turn.history());
        lastHeard = latest;
        before = progress;
        begun = false;
        told = List.of();
    }

    private Draft decide(String latest, boolean reached, Turn turn) {
        var lastWords = recollection.lastWords();
        var words = Utterance.of(latest);
        // With a phone number complete, the figures of "no, Wednesday at 11" do not correct it.
        boolean keepsPhone = caller.phone() != null && !caller.phoneIsPartial();
        var whole = Utterance.of(Recollection.cut((progress.unfinished() + ' ' + latest).strip()));
        var personal =
                progress.countsThings()
                        ? Ordering.personal(whole, desk.facts().offers(), tongue.spoken())
                        : whole;
        recollection.callerSaid(keepsPhone ? withoutFigures(personal) : personal.text());
        callerBefore = caller;
        caller =
                Uptake.onlyReacts(latest)
                        ? callerBefore
                        : Caller.of(recollection.details()).orElse(callerBefore, words);
        tongue = tongue.after(words, isDictating());
        var draft = new Draft(phrases, tongue.spoken());
        var heard = new Heard(whole, words, Intent.of(latest), callerBefore, caller, reached);
        progress =
                new Reception(equipped(turn), draft, heard, progress.brokenOff(""))
                        .answer(lastWords);
        recollection.answering(draft.sentences(), false);
        return draft;
    }

    /// Nor do the figures of "no, four of them" when things are counted.
    private String withoutFigures(Utterance words) {
        return progress.countsThings()
                ? FreeText.withoutCounts(words)
                : FreeText.withoutTime(words);
    }

    private Desk equipped(Turn turn) {
        var tools = turn.toolbox().tools();
        errands = errands.areOf(tools) ? errands : Errands.of(tools);
        return desk.in(errands, ZonedDateTime.ofInstant(turn.at(), zone));
    }

    private boolean isDictating() {
        return progress.focus() instanceof Progress.Focus.Asking(var detail)
                && Set.of(Detail.NAME, Detail.ADDRESS, Detail.EMAIL, Detail.PHONE).contains(detail);
    }

    private Part part(Draft draft, Toolbox toolbox) {
        var speech = Spoken.of(draft.sentences(), false);
        if (draft.endsConversation()) {
            speech.add(new Speech.Goodbye());
        }
        if (draft.doing().isEmpty()) {
            return new Part(speech, null);
        }
        speech.add(new Speech.Pause());
        return new Part(speech, answer -> done(draft.doing().get(), toolbox, answer));
    }

    /// Does what the caller agreed to. From here on it is done, whoever interrupts.
    private Part done(Doing doing, Toolbox toolbox, Stepwise answer) {
        Deed begunNow;
        synchronized (this) {
            if (answer.isClosed()) {
                return NOTHING;
            }
            begunNow = Deed.begin(doing, toolbox);
            deed = begunNow;
            begun = true;
        }
        var result = answer.await(begunNow.end(), PATIENCE_SECONDS);
        synchronized (this) {
            if (answer.isClosed()) {
                return NOTHING;
            }
            var draft = new Draft(phrases, tongue.spoken());
            if (result.isEmpty()) {
                new Sequel(draft).notYet();
            } else {
                deed = null;
                progress = new Sequel(draft).of(progress, doing, result.get());
                told = draft.sentences();
            }
            recollection.answering(draft.sentences(), true);
            return new Part(Spoken.of(draft.sentences(), true), null);
        }
    }

    /// The answer to a caller who spoke while something was being done for him.
    private Part afterDeed(Deed going, Turn turn, Stepwise answer) {
        var result = answer.await(going.end(), PATIENCE_SECONDS);
        synchronized (this) {
            if (answer.isClosed()) {
                return NOTHING;
            }
            var latest = heard();
            recollection.catchUp(turn.history());
            begin(turn, latest);
            begun = true;
            var draft = new Draft(phrases, tongue.spoken());
            if (result.isEmpty()) {
                new Sequel(draft).notYet();
                recollection.answering(draft.sentences(), false);
                return new Part(Spoken.of(draft.sentences(), false), null);
            }
            deed = null;
            progress = new Sequel(draft).of(progress, going.doing(), result.get());
            recollection.answering(draft.sentences(), false);
            told = draft.sentences();
            return toldTo(latest, draft.sentences(), turn);
        }
    }

    /// Tells how something ended, and answers what the caller said besides.
    private Part toldTo(String latest, List<Draft.Sentence> ending, Turn turn) {
        if (!Sequel.wantsAnswer(progress, latest)) {
            return new Part(Spoken.of(ending, false), null);
        }
        var last = progress.asksForMore() ? ending.subList(0, ending.size() - 1) : ending;
        var speech = Spoken.of(last, false);
        var kept = told;
        var draft = objectsTo(latest, turn);
        told = kept;
        begun = true;
        speech.addAll(Spoken.of(draft.sentences(), true));
        if (draft.endsConversation()) {
            speech.add(new Speech.Goodbye());
        }
        return new Part(speech, null);
    }

    /// What is done is not undone by an objection, but the team may be told.
    private Draft objectsTo(String latest, Turn turn) {
        if (!Sequel.objects(latest)) {
            return decide(latest, true, turn);
        }
        var draft = new Draft(phrases, tongue.spoken());
        progress = new Sequel(draft).objected(progress, latest);
        recollection.answering(draft.sentences(), true);
        return draft;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
