package dev.parley.samples;

import dev.parley.accounts.OrgId;
import dev.parley.actions.Action;
import dev.parley.actions.ActionId;
import dev.parley.actions.Endpoint;
import dev.parley.platform.json.Json;
import java.util.Map;

/// The action by which the sample restaurant's host passes orders on to the kitchen.
final class SampleOrder {
    private static final String PARAMETERS =
            """
            {
              "type": "object",
              "properties": {
                "items": {
                  "type": "array",
                  "minItems": 1,
                  "description": "What is ordered",
                  "items": {
                    "type": "object",
                    "properties": {
                      "product": {"type": "string", "description": "The dish as the menu has it"},
                      "quantity": {"type": "integer", "minimum": 1, "maximum": 99}
                    },
                    "required": ["product", "quantity"]
                  }
                },
                "name": {"type": "string", "description": "The caller's name"},
                "phone": {"type": "string", "description": "The caller's phone number"},
                "handover": {
                  "type": "string",
                  "enum": ["pickup", "delivery"],
                  "description": "Whether the order is picked up or delivered"
                },
                "address": {"type": "string", "description": "Where to deliver to"},
                "notes": {"type": "string", "description": "Anything the kitchen should know"}
              },
              "required": ["items", "name", "phone", "handover"]
            }
            """;

    private SampleOrder() {}

    /// Where it goes, with the key the kitchen knows it by.
    static Endpoint.Http endpoint(Kitchen kitchen) {
        var headers = Map.of("Authorization", kitchen.authorization());
        return new Endpoint.Http(Kitchen.URL, "POST", headers, null);
    }

    static Action of(ActionId id, OrgId org, Endpoint.Http endpoint, String by, String now) {
        return new Action(
                id,
                org,
                "Place order",
                "Passes an order on to the kitchen, once the caller has confirmed it",
                Json.stored(PARAMETERS),
                endpoint.masked(),
                "user_query",
                "One moment, I am passing that on to the kitchen.",
                "Thank you, the kitchen has your order.",
                "I am sorry, I cannot reach the kitchen just now.",
                by,
                now,
                by,
                now);
    }
}
