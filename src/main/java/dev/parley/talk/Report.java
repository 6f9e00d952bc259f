package dev.parley.talk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What the server keeps of a conversation, in words.
final class Report {
    private static final String LINE = "  %-12s %s";

    private Report() {}

    /// @param conversation as the API answers it
    static List<String> of(JsonNode conversation) {
        var analytics = conversation.path("conversationAnalytics");
        var lines = new ArrayList<String>();
        add(lines, "Summary", analytics.path("summary"));
        for (var item : analytics.path("action_items")) {
            add(lines, lines.getLast().contains("To do") ? "" : "To do", item);
        }
        add(lines, "Name", analytics.path("name_of_caller"));
        add(lines, "Phone", analytics.path("phone_number_of_caller"));
        add(lines, "E-mail", analytics.path("email_address_of_caller"));
        add(lines, "Address", analytics.path("address_of_caller"));
        add(lines, "Mood", analytics.path("sentiment_of_caller"));
        add(lines, "Status", analytics.path("prospectStatus"));
        add(lines, "Prospect", conversation.path("prospectId"));
        return lines;
    }

    private static void add(List<String> lines, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !value.asText().isEmpty()) {
            lines.add(LINE.formatted(name, value.asText()));
        }
    }
}
