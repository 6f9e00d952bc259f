package dev.parley.call.lines;

import dev.parley.talk.TalkFailed;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A call as Twilio puts it through: it asks the server what to do, and is told a media socket.
///
/// @param stream the socket's address
/// @param parameters the server's own, which come back on the socket
public record Ring(TwilioFrames frames, URI stream, Map<String, String> parameters) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ACCOUNT = "AC" + "0".repeat(32);

    /// Calls `to`.
    ///
    /// @param number of the call, unlike those of other calls
    /// @throws TalkFailed when the server does not answer with a media socket
    public static Ring at(HttpClient client, URI server, String from, String to, String number) {
        var call = "CA" + number;
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", call);
        form.put("AccountSid", ACCOUNT);
        form.put("From", from);
        form.put("To", to);
        form.put("CallStatus", "ringing");
        form.put("Direction", "inbound");
        form.put("ApiVersion", "2010-04-01");
        var xml = post(client, URI.create(server + "/v1/telephony/twilio/voice"), form);
        return read(new TwilioFrames(ACCOUNT, call, "MZ" + number), xml);
    }

    /// @param xml TwiML with a `<Stream>`
    public static Ring read(TwilioFrames frames, String xml) {
        try {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            var reader = factory.createXMLStreamReader(new StringReader(xml));
            var parameters = new LinkedHashMap<String, String>();
            var stream = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    if (reader.getLocalName().equals("Stream")) {
                        stream = reader.getAttributeValue(null, "url");
                    } else if (reader.getLocalName().equals("Parameter")) {
                        parameters.put(
                                reader.getAttributeValue(null, "name"),
                                reader.getAttributeValue(null, "value"));
                    }
                }
            }
            if (stream == null || stream.isEmpty()) {
                throw new TalkFailed("The server does not take the call: " + xml.strip());
            }
            return new Ring(frames, URI.create(stream), parameters);
        } catch (XMLStreamException e) {
            throw new TalkFailed("The server answers the call with something that is not XML");
        }
    }

    private static String post(HttpClient client, URI address, Map<String, String> form) {
        var body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new TalkFailed(
                        "The server answers the call with %d: %s"
                                .formatted(answer.statusCode(), answer.body().strip()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new TalkFailed("No server answers at " + address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TalkFailed("Interrupted");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
