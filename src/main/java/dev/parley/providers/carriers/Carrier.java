package dev.parley.providers.carriers;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A telephone company whose numbers can ring at this server. Every operation may throw a
/// [CarrierFailure] and is over within a minute. Numbers are E.164, countries ISO 3166-1 alpha-2.
///
/// A number is bought under a mark, the organization it is for, which the company keeps with it: so
/// a purchase that was cut off in the middle is recognised when it is tried again.
public interface Carrier {
    /// What settings and webhook addresses call it.
    String name();

    /// Where it has numbers.
    List<Country> countries();

    /// Some numbers that can be bought in a country now; none when they are sold out.
    ///
    /// @throws CarrierFailure.UnknownCountry when it sells none there at all
    List<Offer> offers(String country);

    /// Buys a number and lets it ring at `voice`. What was bought under this mark before is not
    /// bought again.
    ///
    /// @param mark at most 60 letters, digits, blanks, points and hyphens
    /// @throws CarrierFailure.NotAvailable when somebody else has it, or nobody offers it
    Bought buy(String number, String mark, URI voice);

    /// The number, if it was bought under this mark and not released.
    Optional<Bought> find(String number, String mark);

    /// Lets a number that was bought ring at `voice`.
    void point(String number, Bought bought, String mark, URI voice);

    /// Gives a number back. One the company no longer knows is given back already.
    ///
    /// @param id of [Bought]
    void release(String number, String id);

    /// Calls a number and connects it, once somebody answers, to a media socket.
    ///
    /// @return what the company calls the call
    String dial(Dialling call);

    /// How a call stands, in the word the company's webhooks have for it; empty when it does not
    /// know the call.
    String status(String callId);

    /// Ends a call; without effect on one that is over.
    void hangUp(String callId);

    /// Connects the person of a call with a number, and leaves them to it. Who is called sees the
    /// number of whoever began the call.
    ///
    /// @param document where a document that says so is, for companies that fetch it
    void transfer(String callId, String number, URI document);

    /// A call to make.
    ///
    /// @param answer what is to be done once somebody answers: a document of the company's
    /// @param answerUrl where that document is, for companies that fetch it
    /// @param status where the company tells how the call goes
    /// @param machine where it tells whether a machine has answered
    record Dialling(
            String from, String to, String answer, URI answerUrl, URI status, URI machine) {}

    /// A country numbers can be bought in.
    record Country(String code, String name) {}

    /// A number that can be bought.
    ///
    /// @param locality town, where known; likewise `region`, a state or province
    record Offer(
            String number, String country, @Nullable String locality, @Nullable String region) {}

    /// A number that was bought.
    ///
    /// @param id what the company calls it
    /// @param isPending it rings once papers the company asks for are in order
    record Bought(String id, boolean isPending) {}
}
