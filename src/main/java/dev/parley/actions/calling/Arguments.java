package dev.parley.actions.calling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;

/// What an action may be called with: its `parameters`, draft 2020-12. Nothing they refer to is
/// fetched. May be asked by several threads.
public final class Arguments {
    private static final int MOST_FAULTS = 5;
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(
                    VersionFlag.V202012,
                    builder ->
                            builder.schemaLoaders(
                                    loaders -> loaders.add(DisallowSchemaLoader.getInstance())));

    private final JsonSchema schema;

    /// @param parameters a schema that was judged when it was saved
    public Arguments(ObjectNode parameters) {
        var config = SchemaValidatorsConfig.builder().build();
        schema = SCHEMAS.getSchema(parameters.deepCopy(), config);
    }

    /// What is wrong with `arguments`, each a sentence; empty when nothing is.
    public List<String> faults(ObjectNode arguments) {
        return schema.validate(arguments).stream()
                .limit(MOST_FAULTS)
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
