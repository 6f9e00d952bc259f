package dev.parley.brains;

import dev.parley.live.Brain.Turn;
import dev.parley.providers.LanguageModel.Message;
import java.util.ArrayList;
import java.util.List;

/// A conversation so far, as the messages a language model takes: user and assistant in turns, the
/// newest kept when there are too many.
final class Dialogue {
    static final int MAX_LINES = 200;
    static final int MAX_CHARACTERS = 24_000;
    private static final int MAX_LINE = 4_000;

    private Dialogue() {}

    static List<Message> of(Turn turn) {
        var newestFirst = new ArrayList<Message>();
        var heard = clean(turn.heard());
        newestFirst.add(new Message("user", heard.isEmpty() ? "(The caller is silent.)" : heard));
        int characters = newestFirst.getFirst().content().length();
        for (var line : turn.history().reversed()) {
            var role =
                    switch (line.speaker()) {
                        case USER -> "user";
                        case AI -> "assistant";
                        case TOOL, TOOL_REQUEST -> "";
                    };
            var words = clean(line.message());
            characters += words.length();
            if (characters > MAX_CHARACTERS || newestFirst.size() == MAX_LINES) {
                break;
            }
            if (!role.isEmpty() && !words.isEmpty()) {
                newestFirst.add(new Message(role, words));
            }
        }
        if (newestFirst.getLast().role().equals("assistant")) {
            // Many chat templates insist that the user speaks first; here the agent greets.
            newestFirst.add(new Message("user", "(The call begins.)"));
        }
        return merged(newestFirst.reversed());
    }

    private static List<Message> merged(List<Message> lines) {
        var messages = new ArrayList<Message>();
        for (var line : lines) {
            if (!messages.isEmpty() && messages.getLast().role().equals(line.role())) {
                var words = messages.removeLast().content() + " " + line.content();
                messages.add(new Message(line.role(), words));
            } else {
                messages.add(line);
            }
        }
        return List.copyOf(messages);
    }

    private static String clean(String words) {
        var text = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= MAX_LINE ? text : text.substring(text.length() - MAX_LINE);
    }
}
