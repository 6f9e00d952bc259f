package dev.parley.telephony.webhooks;

import dev.parley.providers.carriers.CarrierConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Whether a request comes from the carrier the operator chose. The simulated one signs nothing and
/// is believed on this machine alone.
public final class CarrierTrust {
    private final Optional<CarrierConfig> carrier;
    private final Supplier<URI> publicUrl;

    public CarrierTrust(Optional<CarrierConfig> carrier, Supplier<URI> publicUrl) {
        this.carrier = carrier;
        this.publicUrl = publicUrl;
    }

    /// A request as it came.
    ///
    /// @param path with its query
    /// @param header gives a header's value, empty when there is none
    /// @param form empty for a socket's handshake
    /// @param isLocal whether it came from this machine
    public record Signed(
            String path,
            UnaryOperator<String> header,
            Map<String, List<String>> form,
            boolean isLocal) {}

    /// Whether `dialect`'s carrier has sent it. Looks nothing up (H1).
    ///
    /// @param dialect `twilio`, `plivo` or `simulated`
    public boolean isCarriers(String dialect, Signed request) {
        return carrier.map(chosen ->
                        switch (chosen) {
                            case CarrierConfig.Simulated() -> request.isLocal();
                            case CarrierConfig.Twilio(var account) ->
                                    dialect.equals("twilio")
                                            && CarrierSignature.isTwilios(
                                                    request.header().apply("X-Twilio-Signature"),
                                                    account.password(),
                                                    url(request, isSocket(request)),
                                                    request.form());
                            case CarrierConfig.Plivo(var account) ->
                                    dialect.equals("plivo")
                                            && CarrierSignature.isPlivos(
                                                    request.header().apply("X-Plivo-Signature-V3"),
                                                    request.header()
                                                            .apply("X-Plivo-Signature-V3-Nonce"),
                                                    account.password(),
                                                    url(request, false),
                                                    request.form());
                        })
                .orElse(false);
    }

    private static boolean isSocket(Signed request) {
        return !request.header().apply("Upgrade").isEmpty();
    }

    /// Twilio signs a socket's handshake over `wss://`, Plivo over `https://`.
    private URI url(Signed request, boolean isSocket) {
        var base = publicUrl.get().toString().replaceFirst("/+$", "");
        return URI.create((isSocket ? base.replaceFirst("^http", "ws") : base) + request.path());
    }
}
