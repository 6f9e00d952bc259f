package dev.parley.brains;

import dev.parley.live.Tool;

/// The tools of the businesses of the tests.
public final class Gear {
    public static final Tool PLACE_ORDER =
            new Tool(
                    "place_order",
                    "Place an order",
                    "Sends an order to the kitchen.",
                    """
                    {"type":"object","additionalProperties":false,
                     "required":["items","customer_name","phone_number"],
                     "properties":{
                      "items":{"type":"array","items":{"type":"object","required":["name","quantity"],
                        "properties":{"name":{"type":"string"},"quantity":{"type":"integer"}}}},
                      "customer_name":{"type":"string"},
                      "phone_number":{"type":"string"}}}
                    """,
                    "One moment, I am sending it to the kitchen.",
                    "Your order is in the kitchen, it will be ready in twenty minutes.",
                    "Sorry, the kitchen does not answer.");

    public static final Tool ORDER_STATUS =
            new Tool(
                    "check_order_status",
                    "Order status",
                    "Looks up where an order is and when it will be delivered.",
                    """
                    {"type":"object","required":["order_number"],
                     "properties":{"order_number":{"type":"string","minLength":4,"maxLength":8,
                      "description":"The order number"}}}
                    """,
                    null,
                    null,
                    null);

    public static final Tool BOOK_TABLE =
            new Tool(
                    "book_table",
                    "Book a table",
                    "Reserves a table.",
                    """
                    {"type":"object","required":["date","time","party_size","name","phone","seating"],
                     "properties":{
                      "date":{"type":"string","format":"date"},
                      "time":{"type":"string","pattern":"^[0-9]{2}:[0-9]{2}$"},
                      "party_size":{"type":"integer","minimum":1,"maximum":8,"title":"Number of guests"},
                      "seating":{"type":"string","enum":["inside","terrace"],"title":"Seating"},
                      "name":{"type":"string"},
                      "phone":{"type":"string"},
                      "notes":{"type":"string"}}}
                    """,
                    null,
                    null,
                    null);

    public static final Tool OPEN_TICKET =
            new Tool(
                    "open_ticket",
                    "Open a ticket",
                    "Leaves a message for the team.",
                    """
                    {"type":"object","required":["message","contact"],
                     "properties":{"message":{"type":"string"},
                      "contact":{"type":"object","required":["name","phone"],
                       "properties":{"name":{"type":"string"},"phone":{"type":"string"}}}}}
                    """,
                    null,
                    null,
                    null);

    public static final Tool CANCEL_ORDER =
            new Tool(
                    "cancel_order",
                    "Cancel an order",
                    "Cancels an order.",
                    """
                    {"type":"object","required":["order_number","reason"],
                     "properties":{"order_number":{"type":"string","description":"The order number"},
                      "reason":{"type":"string","description":"Why do you want to cancel?"}}}
                    """,
                    null,
                    null,
                    null);

    private Gear() {}
}
