package dev.parley.organizations;

import dev.parley.platform.json.Fields;
import org.jspecify.annotations.Nullable;

/// The default engines of an organization's agents. Each is text that holds a JSON object; any text
/// is taken, as the contract's clients send values of their own time.
record AgentConfig(
        String transcriber,
        String intelligenceProvider,
        String synthesizer,
        String embeddingsModelConfig,
        String hiveStorageConfig,
        @Nullable String fillersConfig) {
    private static final int MAX_LENGTH = 4_096;

    /// What holds where nothing was chosen: this server's own parts.
    static final AgentConfig BUILT_IN =
            new AgentConfig(
                    """
                    {"CustomProps":{},"ModelName":"built-in","ModelProvider":"parley"}\
                    """,
                    """
                    {"CustomProps":{},"ModelName":"built-in","ModelProvider":"parley"}\
                    """,
                    """
                    {"CustomProps":{},"ModelName":"built-in","ModelProvider":"parley"}\
                    """,
                    """
                    {"CustomProps":{"dimension_length":384,"max_input_token":256},\
                    "ModelName":"sentence-transformers/all-MiniLM-L6-v2",\
                    "ModelProvider":"huggingface"}\
                    """,
                    """
                    {"CloudProvider":"parley","CustomProps":{}}\
                    """,
                    null);

    static AgentConfig read(Fields fields) {
        return new AgentConfig(
                fields.text("transcriber", 0, MAX_LENGTH),
                fields.text("intelligenceProvider", 0, MAX_LENGTH),
                fields.text("synthesizer", 0, MAX_LENGTH),
                fields.text("embeddingsModelConfig", 0, MAX_LENGTH),
                fields.text("hiveStorageConfig", 0, MAX_LENGTH),
                fields.optionalText("fillersConfig", 0, MAX_LENGTH));
    }
}
