package dev.parley.talk;

import java.io.PrintStream;

/// What the person at the terminal sees. Plain text; colours only where somebody looks at them.
final class Screen {
    private static final String PROMPT = "You> ";
    private static final String ERASE_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean isTerminal;
    private boolean isPrompting;

    Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /// A sentence of the agent.
    void says(String name, String sentence) {
        line(colour("36", name + ">") + " " + sentence);
    }

    /// A line of the caller that was not typed here.
    void echo(String line) {
        line(PROMPT + line);
    }

    void note(String text) {
        line(colour("2", text));
    }

    void line(String text) {
        out.println((isPrompting ? ERASE_LINE : "") + text);
        isPrompting = false;
        out.flush();
    }

    /// Asks for the next line; only a person is asked.
    void prompt() {
        if (isTerminal && !isPrompting) {
            out.print(colour("1", PROMPT));
            out.flush();
            isPrompting = true;
        }
    }

    /// The person has pressed Enter.
    void entered() {
        isPrompting = false;
    }

    private String colour(String code, String text) {
        return isTerminal ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
