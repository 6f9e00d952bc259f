package dev.parley.analytics;

import dev.parley.prospects.ProspectStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a series counts or measures. A call is a conversation, and belongs to the day it started; a
/// prospect belongs to the day the record was made. What a call led to is the stage its analysis
/// found, which stays as it was when people move the prospect on by hand.
enum Metric {
    /// Conversations of any channel, those that are going on included.
    CALLS(List.of()),
    /// The lengths of the calls that have ended, in seconds.
    CALL_DURATION(List.of()),
    /// Calls that led to an appointment, with a person or for a service; a callback is none.
    APPOINTMENT_SCHEDULED(
            List.of(
                    ProspectStatus.SCHEDULED_APPOINTMENT_WITH_PERSON,
                    ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE)),
    /// Prospects that are new.
    PROSPECTS(List.of()),
    /// Calls that led to an order, an appointment or a callback.
    INTERESTED(
            List.of(
                    ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT,
                    ProspectStatus.SCHEDULED_APPOINTMENT_WITH_PERSON,
                    ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE,
                    ProspectStatus.PRODUCT_ORDER_PLACED,
                    ProspectStatus.SERVICE_ORDER_PLACED)),
    /// Calls in which the caller was not interested.
    NOT_INTERESTED(List.of(ProspectStatus.NOT_INTERESTED));

    /// What the contract names beyond these: training, credits and billing, none of which this
    /// server has. Their series are empty.
    private static final Set<String> OTHERS =
            Set.of(
                    "SPARR_CALLS",
                    "SPARR_CALL_DURATION",
                    "CREDITS_CONSUMED",
                    "CREDITS_CONSUMED_PHONE_NUMBERS",
                    "CREDITS_CONSUMED_CALL_SECONDS",
                    "CREDITS_CONSUMED_EMAILS",
                    "CREDITS_CONSUMED_LEAD_GENERATION",
                    "CREDITS_CONSUMED_LINKED_IN_SCRAPING",
                    "CREDITS_CONSUMED_COURSES",
                    "CREDITS_TOTAL",
                    "CREDITS_TOTAL_PHONE_NUMBERS",
                    "CREDITS_TOTAL_CALL_SECONDS",
                    "CREDITS_TOTAL_EMAILS",
                    "CREDITS_TOTAL_LEAD_GENERATION",
                    "CREDITS_TOTAL_LINKED_IN_SCRAPING",
                    "CREDITS_TOTAL_COURSES",
                    "CREDIT_BURN_RATE",
                    "CREDIT_BURN_RATE_PHONE_NUMBERS",
                    "CREDIT_BURN_RATE_CALL_SECONDS",
                    "CREDIT_BURN_RATE_EMAILS",
                    "CREDIT_BURN_RATE_LEAD_GENERATION",
                    "CREDIT_BURN_RATE_LINKED_IN_SCRAPING",
                    "CREDIT_BURN_RATE_COURSES",
                    "TOTAL_REVENUE",
                    "PROFIT",
                    "REVENUE_BY_SUBSCRIPTION",
                    "REVENUE_BY_ADD_ONS",
                    "MONTHLY_RECURRING_REVENUE",
                    "ONE_TIME_REVENUE",
                    "ACTIVE_SUBSCRIPTIONS",
                    "NUMBER_OF_ACTIVE_PAYING_CUSTOMERS",
                    "AVERAGE_REVENUE_PER_ACTIVE_PAYING_CUSTOMER",
                    "TOTAL_HOURS_CONSUMED",
                    "NEW_CUSTOMERS");

    private static final Map<String, Metric> KEPT =
            Arrays.stream(values()).collect(Collectors.toMap(Metric::name, Function.identity()));

    /// Every name of the contract.
    static final Set<String> NAMES =
            Stream.concat(KEPT.keySet().stream(), OTHERS.stream()).collect(Collectors.toSet());

    private final List<ProspectStatus> stages;

    Metric(List<ProspectStatus> stages) {
        this.stages = stages;
    }

    /// Empty for the names of which nothing is kept here.
    static Optional<Metric> named(String name) {
        return Optional.ofNullable(KEPT.get(name));
    }

    /// The stages a call must have led to; empty when any call counts.
    String[] stages() {
        return stages.stream().map(Enum::name).toArray(String[]::new);
    }
}
