package dev.parley;

import dev.parley.testing.Contract.Operation;
import java.util.List;
import java.util.Set;

/// Which operations of the contract this server has.
final class Served {
    private static final Set<String> TAGS =
            Set.of(
                    "Agents",
                    "Prospects",
                    "Hive",
                    "HiveAgentLink",
                    "Actions",
                    "ActionAgentLink",
                    "Products",
                    "Conversations",
                    "ConversationProspectLink",
                    "Analytics",
                    "Telephony",
                    "ApiKey",
                    "Internal",
                    "Files",
                    "VoiceModels");
    private static final List<String> ALSO =
            List.of(
                    "createConnection",
                    "listConnections",
                    "createTicket",
                    "getPlivoAudioStreamXml",
                    "listProductsDetailedV1",
                    "listPromptTemplatesV1",
                    "listRoleTemplatesV1",
                    "listActionTemplatesV1");

    private Served() {}

    static boolean isServed(Operation operation) {
        return TAGS.stream().anyMatch(operation::hasTag) || ALSO.contains(operation.id());
    }
}
