package dev.parley.actions;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.ClasspathSchemaLoader;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.Optional;

/// JSON Schema 2020-12 as a schema itself, which every schema has to keep to.
final class MetaSchema {
    private static final JsonSchema SCHEMA = load();

    private MetaSchema() {}

    /// The first thing wrong with `schema`; empty when nothing is.
    static Optional<String> fault(JsonNode schema) {
        return SCHEMA.validate(schema).stream()
                .findFirst()
                .map(message -> "This is no JSON Schema: " + message.getInstanceLocation());
    }

    /// From the library's own resources; anything else is refused before it is asked for.
    private static JsonSchema load() {
        var factory =
                JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder ->
                                builder.schemaLoaders(loaders ->
                                        loaders.add(new ClasspathSchemaLoader())
                                                .add(DisallowSchemaLoader.getInstance())));
        var config = SchemaValidatorsConfig.builder().failFast(true).build();
        var schema =
                factory.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"), config);
        schema.initializeValidators();
        return schema;
    }
}
