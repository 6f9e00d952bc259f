package dev.parley.telephony;

import dev.parley.accounts.OrgId;
import dev.parley.platform.http.Problem;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.providers.carriers.CarrierFailure.CredentialsRefused;
import dev.parley.providers.carriers.CarrierFailure.NotAvailable;
import dev.parley.providers.carriers.CarrierFailure.Rejected;
import dev.parley.providers.carriers.CarrierFailure.UnknownCountry;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The carrier the operator chose, or none, and what its failures mean to a client.
public final class ChosenCarrier {
    private static final Logger log = LoggerFactory.getLogger(ChosenCarrier.class);

    private final Optional<Carrier> carrier;
    private final Supplier<URI> publicUrl;

    /// @param publicUrl how the world reaches this server; asked when it is needed
    public ChosenCarrier(Optional<Carrier> carrier, Supplier<URI> publicUrl) {
        this.carrier = carrier;
        this.publicUrl = publicUrl;
    }

    /// Empty where none is chosen.
    public Optional<Carrier> any() {
        return carrier;
    }

    /// The carrier.
    ///
    /// @throws Problem.Unavailable when none is chosen
    public Carrier required() {
        return carrier.orElseThrow(() ->
                new Problem.Unavailable(
                        "This server has no telephone carrier. Its operator chooses one by setting"
                                + " PARLEY_CARRIER to twilio, plivo or simulated"));
    }

    /// The carrier a number was bought from.
    ///
    /// @throws Problem.Unavailable when another one is chosen, or none
    Carrier required(String name) {
        return carrier.filter(chosen -> chosen.name().equals(name))
                .orElseThrow(() ->
                        new Problem.Unavailable(
                                "This number is from another carrier than the server's. Its"
                                        + " operator gets at it by setting PARLEY_CARRIER to "
                                        + name));
    }

    /// Where calls to numbers of `of` are announced.
    URI voice(Carrier of) {
        var base = publicUrl.get().toString().replaceFirst("/+$", "");
        return URI.create(base + "/v1/telephony/" + of.name() + "/voice");
    }

    /// What a number is bought under, so that it is known again as this organization's.
    static String mark(OrgId org) {
        return "parley " + org;
    }

    /// What a client is told of `failure`; the log gets what only an operator can mend.
    public static Problem problem(CarrierFailure failure) {
        return switch (failure) {
            case NotAvailable _ -> new Problem.Conflict("This number is not available any more");
            case UnknownCountry _ -> new Problem.NotFound("Country");
            case Unreachable e -> {
                log.warn("{}", e.getMessage());
                yield new Problem.Unavailable(
                        "The telephone carrier does not answer; try again shortly");
            }
            case CredentialsRefused e -> {
                log.error("{}: are the carrier's settings right?", e.getMessage());
                yield new Problem.Unavailable(
                        "The telephone carrier refuses this server's credentials; its operator has"
                                + " to look at them");
            }
            case Rejected e ->
                    new Problem.Conflict(
                            "The telephone carrier rejects this"
                                    + (e.reason().isEmpty() ? "" : ": " + e.reason()));
        };
    }
}
