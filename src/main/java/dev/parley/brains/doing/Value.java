package dev.parley.brains.doing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a property of a tool may hold.
public sealed interface Value {
    /// @param format the schema's, empty for none
    record Text(String format, int shortest, int longest) implements Value {
        boolean fits(String text) {
            return text.length() >= shortest && text.length() <= longest;
        }
    }

    record Number(boolean whole, @Nullable BigDecimal least, @Nullable BigDecimal most)
            implements Value {
        boolean fits(BigDecimal number) {
            return (least == null || number.compareTo(least) >= 0)
                    && (most == null || number.compareTo(most) <= 0)
                    && (!whole || number.stripTrailingZeros().scale() <= 0);
        }
    }

    record YesNo() implements Value {}

    record Choice(List<JsonNode> options) implements Value {}

    /// A list of texts.
    record Texts() implements Value {}

    /// A list of things ordered.
    ///
    /// @param fields what each of its properties stands for
    /// @param types the type of each as the schema calls it
    record Items(Map<String, Meaning> fields, Map<String, String> types) implements Value {}

    /// Always the same.
    record Fixed(JsonNode node) implements Value {}
}
