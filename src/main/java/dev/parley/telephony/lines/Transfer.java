package dev.parley.telephony.lines;

import dev.parley.accounts.Organization;
import dev.parley.calls.Handset.Refused;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.telephony.dialling.DialConfig;
import dev.parley.understanding.PhoneNumbers;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Connects the caller of a live call with somebody else: only where the operator lets calls go
/// (H6).
///
/// @param publicUrl below which carriers find what they fetch
public record Transfer(Optional<Carrier> carrier, DialConfig config, Supplier<URI> publicUrl) {
    /// @param callId the carrier's name for the call
    /// @param number E.164, or as people write it in the organization's country
    /// @throws Refused when it may not be, or the carrier does not do it
    void run(Organization organization, String callId, String number) {
        var to =
                PhoneNumbers.anywhere(number, organization.country())
                        .orElseThrow(() -> new Refused("that is no telephone number."));
        if (!config.allows(PhoneNumbers.country(to), Set.of(organization.country()))) {
            throw new Refused("this server does not call that country.");
        }
        var asked = carrier.orElseThrow(() -> new Refused("no carrier is set."));
        try {
            asked.transfer(callId, to, document(to));
        } catch (CarrierFailure e) {
            throw new Refused("the telephone company could not connect the call.");
        }
    }

    private URI document(String number) {
        var base = publicUrl.get().toString().replaceFirst("/+$", "");
        return URI.create(base + "/v1/telephony/plivo/transfer/" + number.substring(1));
    }
}
