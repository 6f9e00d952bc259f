package dev.parley.metrics;

import dev.parley.providers.LanguageModel;
import dev.parley.providers.ProviderFailure;
import java.util.Iterator;

/// A model that is measured.
record MeteredLanguageModel(LanguageModel model, ProviderMetrics.Row row) implements LanguageModel {
    @Override
    public ReplyStream stream(Prompt prompt) {
        long asked = System.nanoTime();
        try {
            return new Metered(model.stream(prompt), asked, row);
        } catch (ProviderFailure e) {
            row.failed(e);
            throw e;
        }
    }

    private record Metered(ReplyStream stream, long asked, ProviderMetrics.Row row)
            implements ReplyStream {
        @Override
        public Iterator<ReplyEvent> iterator() {
            return new Events(stream.iterator(), asked, row);
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private static final class Events implements Iterator<ReplyEvent> {
        private final Iterator<ReplyEvent> events;
        private final long asked;
        private final ProviderMetrics.Row row;
        private boolean hasBegun;

        Events(Iterator<ReplyEvent> events, long asked, ProviderMetrics.Row row) {
            this.events = events;
            this.asked = asked;
            this.row = row;
        }

        @Override
        public boolean hasNext() {
            try {
                return events.hasNext();
            } catch (ProviderFailure e) {
                row.failed(e);
                throw e;
            }
        }

        @Override
        public ReplyEvent next() {
            try {
                var event = events.next();
                if (!hasBegun) {
                    hasBegun = true;
                    row.answeredAfter(System.nanoTime() - asked);
                }
                return event;
            } catch (ProviderFailure e) {
                row.failed(e);
                throw e;
            }
        }
    }
}
