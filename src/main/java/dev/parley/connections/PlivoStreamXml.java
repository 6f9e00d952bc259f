package dev.parley.connections;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// Plivo's document that connects a call to a media socket: the element
/// [Stream](https://www.plivo.com/docs/voice/xml/audio-streaming). What the telephone network
/// carries is passed on as it is, and the call lasts as long as the socket.
final class PlivoStreamXml {
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private PlivoStreamXml() {}

    /// @param socket the media socket's address; any text, it is escaped (H10)
    static String of(String socket) {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Response");
            xml.writeStartElement("Stream");
            xml.writeAttribute("bidirectional", "true");
            xml.writeAttribute("keepCallAlive", "true");
            xml.writeAttribute("contentType", "audio/x-mulaw;rate=8000");
            xml.writeCharacters(socket);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string takes everything", e);
        }
        return text.toString();
    }
}
