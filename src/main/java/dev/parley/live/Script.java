package dev.parley.live;

import dev.parley.agents.Agent;
import dev.parley.understanding.Language;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fixed texts of an agent.
///
/// @param idlePrompt asks a silent caller whether they are there
/// @param apology for an answer that could not be given
/// @param filler for an answer that takes a while
public record Script(
        String greeting, String farewell, String idlePrompt, String apology, String filler) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /// The texts of `agent`'s mission, and good ones of its language for those it lacks.
    ///
    /// @param companyName the business the agent speaks for; blank when it has no name
    public static Script of(Agent agent, String companyName) {
        var defaults = defaults(agent, !companyName.isBlank());
        var mission = agent.mission();
        var values =
                Map.of(
                        "name", agent.name(),
                        "role", agent.role(),
                        "roleDescription", agent.roleDescription(),
                        "company_name", companyName);
        return new Script(
                pick(mission == null ? null : mission.greeting(), defaults.greeting, values),
                pick(mission == null ? null : mission.farewell(), defaults.farewell, values),
                defaults.idlePrompt,
                defaults.apology,
                defaults.filler);
    }

    /// The same texts; the greeting ends with the question whether the call may be recorded.
    public Script askingToRecord(Language language) {
        var question =
                switch (language) {
                    case ENGLISH -> "May I record this call?";
                    case SPANISH -> "¿Puedo grabar esta llamada?";
                    case HINDI -> "क्या मैं यह कॉल रिकॉर्ड कर सकती हूँ?";
                };
        return new Script(greeting + " " + question, farewell, idlePrompt, apology, filler);
    }

    private static String pick(@Nullable String own, String fallback, Map<String, String> values) {
        var text = own == null ? "" : fill(own, values).strip();
        return text.isEmpty() ? fill(fallback, values).strip() : text;
    }

    /// Values are put in as they are: braces within them mean nothing.
    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll((MatchResult match) -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult match, Map<String, String> values) {
        return values.getOrDefault(match.group(1), match.group());
    }

    private static Script defaults(Agent agent, boolean hasCompany) {
        return switch (agent.language()) {
            case ENGLISH ->
                    new Script(
                            hasCompany
                                    ? "Hello, this is {name} from {company_name}. How can I help"
                                            + " you today?"
                                    : "Hello, this is {name}. How can I help you today?",
                            "Thank you for your time. Goodbye!",
                            "Are you still there?",
                            "I'm sorry, I couldn't answer that just now. Could you say it again,"
                                    + " please?",
                            "One moment, please.");
            case SPANISH ->
                    new Script(
                            hasCompany
                                    ? "Hola, soy {name}, de {company_name}. ¿En qué puedo ayudarle?"
                                    : "Hola, soy {name}. ¿En qué puedo ayudarle?",
                            "Gracias por su tiempo. ¡Hasta luego!",
                            "¿Sigue ahí?",
                            "Lo siento, ahora mismo no he podido responder. ¿Puede repetirlo, por"
                                    + " favor?",
                            "Un momento, por favor.");
            case HINDI ->
                    new Script(
                            hasCompany
                                    ? "नमस्ते, {company_name} में आपका स्वागत है। मैं {name} हूँ।"
                                            + " बताइए, आपकी क्या मदद करूँ?"
                                    : "नमस्ते, मैं {name} हूँ। बताइए, आपकी क्या मदद करूँ?",
                            "आपके समय के लिए धन्यवाद। नमस्ते!",
                            "क्या आप अभी भी लाइन पर हैं?",
                            "माफ़ कीजिए, अभी जवाब नहीं दे सके। कृपया दोबारा कहिए।",
                            "एक पल रुकिए।");
        };
    }
}
