package dev.parley.prospects;

/// The stage a prospect has reached; names are the contract's.
public enum ProspectStatus {
    NEW,
    GENERAL_ENQUIRY,
    SCHEDULED_CALLBACK_WITH_BOT,
    SCHEDULED_APPOINTMENT_WITH_PERSON,
    SCHEDULED_APPOINTMENT_FOR_SERVICE,
    NOT_INTERESTED,
    PRODUCT_ORDER_PLACED,
    SERVICE_ORDER_PLACED
}
