package dev.parley.telephony.lines;

/// How a carrier is spoken to on a media socket. Ids of streams are the carrier's own, of letters,
/// digits and hyphens; nothing else is put into these messages.
enum Dialect {
    /// https://www.twilio.com/docs/voice/media-streams/websocket-messages
    TWILIO("twilio") {
        @Override
        String media(String stream) {
            return "{\"event\":\"media\",\"streamSid\":\""
                    + stream
                    + "\",\"media\":{\"payload\":\"";
        }

        @Override
        String mark(String stream, String name) {
            return "{\"event\":\"mark\",\"streamSid\":\""
                    + stream
                    + "\",\"mark\":{\"name\":\""
                    + name
                    + "\"}}";
        }

        @Override
        String clear(String stream) {
            return "{\"event\":\"clear\",\"streamSid\":\"" + stream + "\"}";
        }
    },
    /// https://www.plivo.com/docs/voice/xml/audio-streaming
    PLIVO("plivo") {
        @Override
        String media(String stream) {
            return "{\"event\":\"playAudio\",\"media\":{\"contentType\":\"audio/x-mulaw\","
                    + "\"sampleRate\":8000,\"payload\":\"";
        }

        @Override
        String mark(String stream, String name) {
            return "{\"event\":\"checkpoint\",\"streamId\":\""
                    + stream
                    + "\",\"name\":\""
                    + name
                    + "\"}";
        }

        @Override
        String clear(String stream) {
            return "{\"event\":\"clearAudio\",\"streamId\":\"" + stream + "\"}";
        }
    };

    /// What follows the sound of a message.
    static final String MEDIA_END = "\"}}";

    private final String carrier;

    Dialect(String carrier) {
        this.carrier = carrier;
    }

    /// What settings and addresses call the carrier.
    String carrier() {
        return carrier;
    }

    /// What precedes the sound of a message, which is base64.
    abstract String media(String stream);

    abstract String mark(String stream, String name);

    /// Drops what is buffered on the far side. Twilio answers every mark that is pending then;
    /// Plivo answers none.
    abstract String clear(String stream);
}
