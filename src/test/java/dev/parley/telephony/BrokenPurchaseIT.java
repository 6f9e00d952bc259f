package dev.parley.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Role;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Apart;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.platform.http.Problem;
import dev.parley.platform.ids.Ids;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.providers.carriers.SimulatedCarrier;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Purchases and releases during which the server dies, or the carrier falls silent: nothing is
/// bought twice, and nothing that was bought is forgotten (D2, V12).
class BrokenPurchaseIT {
    private static final String NUMBER = "+14155550110";
    private static final URI URL = URI.create("https://parley.test/");
    private static final Caller OURS = caller("org.1700000000.ours0000");
    private static final Caller THEIRS = caller("org.1700000000.theirs00");

    private static final Supplier<Died> NOTHING = () -> null;

    private static Database database;
    private final PhoneStore phones = new PhoneStore();
    private TestClock clock;
    private FrailCarrier carrier;

    /// The server dies, which no code of it notices.
    private static final class Died extends Error {}

    /// The simulated carrier, on a line that can break before or after each operation.
    private static final class FrailCarrier implements Carrier {
        private final Carrier carrier;
        private Runnable before = () -> {};
        private Runnable after = () -> {};

        FrailCarrier(Carrier carrier) {
            this.carrier = carrier;
        }

        void breaks(Supplier<? extends Throwable> before, Supplier<? extends Throwable> after) {
            this.before = thrower(before);
            this.after = thrower(after);
        }

        void works() {
            before = () -> {};
            after = () -> {};
        }

        private static Runnable thrower(Supplier<? extends Throwable> failure) {
            return () -> {
                switch (failure.get()) {
                    case Error e -> throw e;
                    case RuntimeException e -> throw e;
                    case null -> {}
                    case Throwable e -> throw new AssertionError(e);
                }
            };
        }

        private <T> T asked(Supplier<T> question) {
            before.run();
            var answer = question.get();
            after.run();
            return answer;
        }

        @Override
        public String name() {
            return carrier.name();
        }

        @Override
        public List<Country> countries() {
            return asked(carrier::countries);
        }

        @Override
        public List<Offer> offers(String country) {
            return asked(() -> carrier.offers(country));
        }

        @Override
        public Bought buy(String number, String mark, URI voice) {
            return asked(() -> carrier.buy(number, mark, voice));
        }

        @Override
        public String dial(Dialling call) {
            return asked(() -> carrier.dial(call));
        }

        @Override
        public String status(String callId) {
            return carrier.status(callId);
        }

        @Override
        public void hangUp(String callId) {
            carrier.hangUp(callId);
        }

        @Override
        public void transfer(String callId, String number, URI document) {
            carrier.transfer(callId, number, document);
        }

        @Override
        public Optional<Bought> find(String number, String mark) {
            return asked(() -> carrier.find(number, mark));
        }

        @Override
        public void point(String number, Bought bought, String mark, URI voice) {
            carrier.point(number, bought, mark, voice);
        }

        @Override
        public void release(String number, String id) {
            asked(() -> {
                carrier.release(number, id);
                return true;
            });
        }
    }

    @BeforeAll
    static void migrate() {
        database = Database.open(DatabaseAddress.of(TestDatabase.fresh()));
        database.migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        database.system(tx -> tx.execute("DELETE FROM simulated_number"));
        database.system(tx -> tx.execute("DELETE FROM phone_number"));
        for (var caller : List.of(OURS, THEIRS)) {
            database.transact(caller.org(), tx -> tx.execute("DELETE FROM phone"));
        }
        clock = new TestClock();
        carrier = new FrailCarrier(new SimulatedCarrier(new Apart(database), clock));
    }

    @Test
    void isFinishedByTheNextTryOfTheSameOrganization() {
        dies(NOTHING, Died::new);
        carrier.works();

        assertThatThrownBy(() -> buy(OURS)).isInstanceOf(Problem.Conflict.class);
        clock.advance(Duration.ofMinutes(3));
        assertThatThrownBy(() -> buy(THEIRS)).isInstanceOf(Problem.Conflict.class);
        var phone = buy(OURS);

        assertThat(owned(OURS)).containsExactly(phone);
        assertThat(owned(THEIRS)).isEmpty();
        assertThatThrownBy(() -> buy(OURS)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void isFinishedByTheServerWhenNobodyTriesAgain() {
        dies(NOTHING, Died::new);
        carrier.works();

        finish();
        assertThat(owned(OURS)).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        finish();
        finish();

        var phone = owned(OURS).getFirst();
        assertThat(owned(OURS)).hasSize(1);
        assertThat(phone.phoneNumber()).isEqualTo(NUMBER);
        assertThat(phone.createdBy()).isEqualTo(OURS.user().value());
        assertThat(voice()).isEqualTo("https://parley.test/v1/telephony/simulated/voice");
        release(phone);
        assertThat(owned(OURS)).isEmpty();
    }

    @Test
    void freesANumberThatWasNeverBought() {
        dies(Died::new, NOTHING);
        carrier.works();
        clock.advance(Duration.ofMinutes(3));

        finish();
        assertThatThrownBy(() -> buy(THEIRS)).isInstanceOf(Problem.Conflict.class);
        clock.advance(Duration.ofMinutes(15));
        finish();

        assertThat(owned(OURS)).isEmpty();
        assertThat(buy(THEIRS).phoneNumber()).isEqualTo(NUMBER);
    }

    @Test
    void waitsForACarrierThatDoesNotAnswer() {
        Supplier<Throwable> silence = () -> new CarrierFailure.Unreachable("silence");
        carrier.breaks(NOTHING, silence);
        assertThatThrownBy(() -> buy(OURS)).isInstanceOf(Problem.Unavailable.class);
        clock.advance(Duration.ofMinutes(30));
        finish();
        assertThat(owned(OURS)).isEmpty();
        carrier.works();

        clock.advance(Duration.ofMinutes(3));
        finish();

        assertThat(owned(OURS)).hasSize(1);
    }

    @Test
    void isFinishedOnceByManyServers() {
        dies(NOTHING, Died::new);
        carrier.works();
        clock.advance(Duration.ofMinutes(3));

        List.of(1, 2, 3, 4).parallelStream().forEach(_ -> finish());

        assertThat(owned(OURS)).hasSize(1);
    }

    @Test
    void isReleasedAgainAfterACrash() {
        var phone = buy(OURS);
        carrier.breaks(NOTHING, Died::new);
        assertThatThrownBy(() -> release(phone)).isInstanceOf(Died.class);
        carrier.works();

        assertThat(owned(OURS)).containsExactly(phone);
        assertThatThrownBy(() -> release(phone)).isInstanceOf(Problem.Conflict.class);
        clock.advance(Duration.ofMinutes(3));
        release(phone);

        assertThat(owned(OURS)).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        assertThat(buy(THEIRS).phoneNumber()).isEqualTo(NUMBER);
    }

    @Test
    void keepsANumberItsCarrierDoesNotTakeBack() {
        var phone = buy(OURS);
        carrier.breaks(() -> new CarrierFailure.Unreachable("silence"), NOTHING);
        assertThatThrownBy(() -> release(phone)).isInstanceOf(Problem.Unavailable.class);
        carrier.works();

        assertThat(owned(OURS)).containsExactly(phone);
        release(phone);
        assertThat(owned(OURS)).isEmpty();
    }

    @Test
    void leavesNumbersOfAnotherCarrierAlone() {
        var phone = buy(OURS);
        var without = new ChosenCarrier(Optional.empty(), () -> URL);

        assertThatThrownBy(() ->
                        new ReleasePhone(database, phones, reservations(), without)
                                .run(OURS.org(), phone))
                .isInstanceOf(Problem.Unavailable.class)
                .hasMessageContaining("PARLEY_CARRIER to simulated");

        assertThat(owned(OURS)).containsExactly(phone);
    }

    private void dies(Supplier<Died> before, Supplier<Died> after) {
        carrier.breaks(before, after);
        assertThatThrownBy(() -> buy(OURS)).isInstanceOf(Died.class);
    }

    private TelephoneNumber buy(Caller caller) {
        return buying().run(caller, new PurchaseInput("US", NUMBER));
    }

    private void release(TelephoneNumber phone) {
        new ReleasePhone(database, phones, reservations(), chosen()).run(phone.orgId(), phone);
    }

    private void finish() {
        new FinishPurchases(reservations(), chosen(), buying()).run(carrier);
    }

    private BuyPhone buying() {
        return new BuyPhone(database, phones, reservations(), chosen(), new Ids(clock), clock);
    }

    private Reservations reservations() {
        return new Reservations(new Apart(database), clock);
    }

    private ChosenCarrier chosen() {
        return new ChosenCarrier(Optional.of(carrier), () -> URL);
    }

    private List<TelephoneNumber> owned(Caller caller) {
        return database.transact(
                caller.org(),
                tx ->
                        tx.createQuery("SELECT id FROM phone").mapTo(String.class).list().stream()
                                .map(id -> phones.find(tx, caller.org(), new PhoneId(id)))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private static String voice() {
        return database.system(tx ->
                tx.createQuery("SELECT voice FROM simulated_number").mapTo(String.class).one());
    }

    private static Caller caller(String org) {
        return new Caller(
                new OrgId(org),
                new UserId("usr.1700000000.somebody"),
                Role.OWNER,
                "key.1700000000.somekey0",
                Role.OWNER.permissions());
    }
}
