package dev.parley.prospects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.prospects.Prospect.ExternalReference;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces a prospect.
record ProspectInput(
        ProspectStatus status,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phoneNumber,
        List<ExternalReference> externalReference,
        ObjectNode prospectProps) {
    static final Set<String> STATUSES =
            Arrays.stream(ProspectStatus.values()).map(Enum::name).collect(Collectors.toSet());

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,128}@[^@\\s.]+(\\.[^@\\s.]+)+");

    static ProspectInput read(Fields body) {
        var references =
                body.optionalObjects("externalReference", 0, 100, ProspectInput::reference);
        var props = body.optionalFreeObject("prospectProps");
        return new ProspectInput(
                ProspectStatus.valueOf(body.choice("status", STATUSES)),
                body.optionalText("name", 1, 512),
                email(body),
                body.optionalText("phoneNumber", 1, 512),
                references == null ? List.of() : references,
                props == null ? Json.object() : props);
    }

    private static @Nullable String email(Fields body) {
        var email = body.optionalText("email", 1, 512);
        return email == null || EMAIL.matcher(email).matches()
                ? email
                : body.wrong("email", "Input should be a valid email address", "value_error");
    }

    private static ExternalReference reference(Fields fields) {
        return new ExternalReference(
                fields.text("providerName", 0, 512),
                fields.text("id", 0, 512),
                fields.optionalFreeObject("providerProps"));
    }
}
