package dev.parley.telephony.webhooks;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The documents carriers are answered with; any text is escaped (H10).
public final class CallDocument {
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private CallDocument() {}

    private interface Content {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    /// Connects the call to a media socket: Twilio's
    /// [Stream](https://www.twilio.com/docs/voice/twiml/stream). Nothing follows, so the call ends
    /// with the socket.
    public static String twilioStream(String socket) {
        return document(xml -> {
            xml.writeStartElement("Connect");
            xml.writeEmptyElement("Stream");
            xml.writeAttribute("url", socket);
            xml.writeEndElement();
        });
    }

    /// Connects the call to a media socket: Plivo's
    /// [Stream](https://www.plivo.com/docs/voice/xml/audio-streaming).
    static String plivoStream(String socket) {
        return document(xml -> {
            xml.writeStartElement("Stream");
            xml.writeAttribute("bidirectional", "true");
            xml.writeAttribute("keepCallAlive", "true");
            xml.writeAttribute("contentType", "audio/x-mulaw;rate=8000");
            xml.writeCharacters(socket);
            xml.writeEndElement();
        });
    }

    /// Nobody answers here.
    static String twilioReject() {
        return document(xml -> xml.writeEmptyElement("Reject"));
    }

    /// Nobody answers here.
    static String plivoReject() {
        return document(xml -> {
            xml.writeEmptyElement("Hangup");
            xml.writeAttribute("reason", "rejected");
        });
    }

    /// Connects the caller with a number: Plivo's
    /// [Dial](https://www.plivo.com/docs/voice/xml/dial).
    ///
    /// @param number E.164 without its `+`
    static String plivoDial(String number) {
        return document(xml -> {
            xml.writeStartElement("Dial");
            xml.writeStartElement("Number");
            xml.writeCharacters(number);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    /// The carrier asks again in a second: after Twilio's
    /// [Pause](https://www.twilio.com/docs/voice/twiml/pause) or Plivo's
    /// [Wait](https://www.plivo.com/docs/voice/xml/wait), the Redirect of either.
    static String askAgain(String url, boolean isPlivo) {
        return document(xml -> {
            xml.writeEmptyElement(isPlivo ? "Wait" : "Pause");
            xml.writeAttribute("length", "1");
            xml.writeStartElement("Redirect");
            xml.writeCharacters(url);
            xml.writeEndElement();
        });
    }

    static String nothing() {
        return document(_ -> {});
    }

    private static String document(Content content) {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Response");
            content.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string takes everything", e);
        }
        return text.toString();
    }
}
