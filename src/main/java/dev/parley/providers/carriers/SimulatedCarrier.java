package dev.parley.providers.carriers;

import dev.parley.platform.database.Apart;
import dev.parley.providers.carriers.CarrierFailure.CredentialsRefused;
import dev.parley.providers.carriers.CarrierFailure.NotAvailable;
import dev.parley.providers.carriers.CarrierFailure.Rejected;
import dev.parley.providers.carriers.CarrierFailure.UnknownCountry;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A carrier without a network, for development and tests. It sells each number of its inventory
/// once, keeps its books in the database (so that all servers and every start see the same), and
/// offers a number again five minutes after its release. Some numbers it never lists fail when they
/// are bought, each in its own way:
///
/// | number | what happens |
/// |---|---|
/// | +14155550190 | was sold to somebody else a moment ago |
/// | +14155550191 | no answer comes, and nothing was bought |
/// | +14155550192 | it is bought, but the answer is lost; asking again finds it |
/// | +14155550193 | the carrier's rules forbid it |
/// | +14155550194 | the credentials are refused |
/// | +14155552679 | called, nobody answers, and no webhook tells so |
public final class SimulatedCarrier implements Carrier {
    static final Duration QUARANTINE = Duration.ofMinutes(5);

    private static final String ANSWER_LOST = "+14155550192";
    private static final String NEVER_TOLD = "+14155552679";

    private final Apart books;
    private final InstantSource clock;
    private final AtomicLong calls = new AtomicLong();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    public SimulatedCarrier(Apart books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public List<Country> countries() {
        return SimulatedInventory.COUNTRIES;
    }

    @Override
    public List<Offer> offers(String country) {
        if (SimulatedInventory.COUNTRIES.stream().noneMatch(c -> c.code().equals(country))) {
            throw new UnknownCountry();
        }
        var taken = taken();
        return SimulatedInventory.NUMBERS.stream()
                .filter(offer -> offer.country().equals(country))
                .filter(offer -> !taken.contains(offer.number()))
                .toList();
    }

    @Override
    public Bought buy(String number, String mark, URI voice) {
        var before = find(number, mark);
        if (before.isPresent()) {
            point(number, before.get(), mark, voice);
            return before.get();
        }
        switch (number) {
            case "+14155550190" -> throw new NotAvailable();
            case "+14155550191" -> throw new Unreachable("The simulated carrier does not answer");
            case "+14155550193" -> throw new Rejected("This number requires a local address");
            case "+14155550194" ->
                    throw new CredentialsRefused("The simulated carrier refuses the credentials");
            default -> sell(number, mark, voice);
        }
        if (number.equals(ANSWER_LOST)) {
            throw new Unreachable("The simulated carrier's answer was lost");
        }
        return bought(number);
    }

    @Override
    public Optional<Bought> find(String number, String mark) {
        var isOwned =
                books.run(tx ->
                        tx.createQuery(
                                        """
                                        SELECT EXISTS (SELECT 1 FROM simulated_number
                                            WHERE number = :number AND mark = :mark)
                                        """)
                                .bind("number", number)
                                .bind("mark", mark)
                                .mapTo(Boolean.class)
                                .one());
        return isOwned ? Optional.of(bought(number)) : Optional.empty();
    }

    @Override
    public void point(String number, Bought bought, String mark, URI voice) {
        int changed =
                books.run(tx ->
                        tx.execute(
                                """
                                UPDATE simulated_number SET voice = ?
                                WHERE number = ? AND mark = ?
                                """,
                                voice.toString(),
                                number,
                                mark));
        if (changed == 0) {
            throw new NotAvailable();
        }
    }

    @Override
    public void release(String number, String id) {
        books.run(tx ->
                tx.createUpdate(
                                """
                                UPDATE simulated_number
                                SET mark = NULL, voice = NULL, released_at = :now
                                WHERE number = :number AND mark IS NOT NULL
                                """)
                        .bind("now", clock.instant())
                        .bind("number", number)
                        .execute());
    }

    /// A call to that number is over at once, and nobody tells.
    @Override
    public String status(String callId) {
        return silent.contains(callId) ? "no-answer" : "in-progress";
    }

    /// Nobody's telephone rings; whoever plays the other end tells how the call goes.
    @Override
    public String dial(Dialling call) {
        var id = "sim-" + clock.instant().toEpochMilli() + "-" + calls.incrementAndGet();
        if (call.to().equals(NEVER_TOLD)) {
            silent.add(id);
        }
        return id;
    }

    @Override
    public void hangUp(String callId) {}

    @Override
    public void transfer(String callId, String number, URI document) {}

    private void sell(String number, String mark, URI voice) {
        boolean isStocked =
                number.equals(ANSWER_LOST)
                        || SimulatedInventory.NUMBERS.stream()
                                .anyMatch(offer -> offer.number().equals(number));
        int sold =
                !isStocked
                        ? 0
                        : books.run(tx ->
                                tx.createUpdate(
                                                """
                                                INSERT INTO simulated_number (number, mark, voice)
                                                VALUES (:number, :mark, :voice)
                                                ON CONFLICT (number) DO UPDATE
                                                SET mark = :mark, voice = :voice, released_at = NULL
                                                WHERE simulated_number.mark IS NULL
                                                  AND simulated_number.released_at <= :free
                                                """)
                                        .bind("number", number)
                                        .bind("mark", mark)
                                        .bind("voice", voice.toString())
                                        .bind("free", clock.instant().minus(QUARANTINE))
                                        .execute());
        if (sold == 0) {
            throw new NotAvailable();
        }
    }

    private Set<String> taken() {
        return books.run(tx ->
                new HashSet<>(
                        tx.createQuery(
                                        """
                                        SELECT number FROM simulated_number
                                        WHERE mark IS NOT NULL OR released_at > :free
                                        """)
                                .bind("free", clock.instant().minus(QUARANTINE))
                                .mapTo(String.class)
                                .list()));
    }

    private static Bought bought(String number) {
        return new Bought("SIM" + number.substring(1), false);
    }
}
