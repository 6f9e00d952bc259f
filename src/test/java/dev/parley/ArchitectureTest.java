package dev.parley;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.accounts.AccountStore;
import dev.parley.accounts.OrgId;
import dev.parley.conversations.LeaseStore;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/// The borders inside the server. The root package puts it together and may see everything, so it
/// belongs to no slice, and nobody may see it.
@AnalyzeClasses(packages = "dev.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "dev.parley.accounts..",
        "dev.parley.actions..",
        "dev.parley.agents..",
        "dev.parley.analytics..",
        "dev.parley.brains..",
        "dev.parley.call..",
        "dev.parley.calls..",
        "dev.parley.connections..",
        "dev.parley.conversations..",
        "dev.parley.deliveries..",
        "dev.parley.extraction..",
        "dev.parley.files..",
        "dev.parley.hives..",
        "dev.parley.invites..",
        "dev.parley.jobs..",
        "dev.parley.keys..",
        "dev.parley.live..",
        "dev.parley.mail..",
        "dev.parley.organizations..",
        "dev.parley.products..",
        "dev.parley.prospects..",
        "dev.parley.providers..",
        "dev.parley.retries..",
        "dev.parley.sessions..",
        "dev.parley.talk..",
        "dev.parley.telephony..",
        "dev.parley.transcript..",
        "dev.parley.understanding..",
        "dev.parley.voices..",
        "dev.parley.users..",
    };

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("dev.parley.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("one can be read, tested and moved only without its users");

    @ArchTest
    static final ArchRule PARTS_OF_THE_PLATFORM_FORM_NO_CYCLE =
            slices().matching("dev.parley.platform.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("the ground is laid in one order");

    @ArchTest
    static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage("dev.parley.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FEATURES)
                    .because("no business word may appear in it");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_ROOT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.parley")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.parley")
                    .because("the composition root is nobody's library");

    @ArchTest
    static final ArchRule LIVE_IS_PURE =
            noClasses()
                    .that()
                    .resideInAPackage("dev.parley.live..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "java.net.http..",
                            "org.jdbi..",
                            "io.vertx..",
                            "io.netty..",
                            "com.fasterxml.jackson.core..",
                            "com.fasterxml.jackson.databind..",
                            "dev.parley.platform.database..",
                            "dev.parley.platform.http..")
                    .because("a conversation waits for nobody and is tested without anything");

    @ArchTest
    static final ArchRule THE_FRAMEWORK_STAYS_AT_THE_EDGE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.parley",
                            "dev.parley.platform.http..",
                            "dev.parley.connections..",
                            "dev.parley.telephony.lines..",
                            "dev.parley.telephony.webhooks..",
                            "dev.parley.providers.recognition..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.vertx..", "io.netty..")
                    .because("another server library should be a change of few folders");

    @ArchTest
    static final ArchRule TIME_IS_AN_ARGUMENT =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because(
                            "tests own the clock; System.nanoTime measures, which is another thing");

    @ArchTest
    static final ArchRule IDS_ARE_MADE_BY_IDS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.parley.platform.http.ProblemResponses")
                    .should()
                    .callMethod(UUID.class, "randomUUID")
                    .because("records have the contract's ids; only a failed request gets a UUID");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*\\.(Abstract|Base|Default|I[A-Z][a-z])\\w*"
                                    + "|.*(Manager|Service|Helper|Util|Utils|Impl|Base|Dto|Entity)")
                    .because("such a name collects everything and says nothing");

    @ArchTest
    static final ArchRule STORES_ASK_WHOSE_ROWS =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Store")
                    .and()
                    .areNotPrivate()
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotAssignableTo(AccountStore.class)
                    .and(takeAHandle())
                    .should(takeAnOrganization())
                    .because(
                            "a row without its organization is somebody else's; accounts are asked"
                                    + " whose a key is, and leases of a dead server are everybody's");

    @ArchTest
    static final ArchRule THE_DRIVER_STAYS_IN_THE_PLATFORM =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.parley.platform.database..", "dev.parley.platform.postgres..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.postgresql..", "com.zaxxer..", "org.flywaydb..")
                    .because("features know transactions, not connections");

    /// Mail goes out through a library of its own, to the one server the operator names; stored
    /// files likewise.
    @ArchTest
    static final ArchRule ONE_WAY_OUT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.parley.providers..",
                            "dev.parley.call..",
                            "dev.parley.talk..",
                            "dev.parley.platform.outgoing..")
                    .and()
                    .doNotBelongToAnyOf(Training.class)
                    .and()
                    .haveNameNotMatching(".*\\.hives\\.apart\\.ReadingProcess.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "org.apache.hc..", "javax.net..")
                    .orShould()
                    .dependOnClassesThat(opensConnections())
                    .because(
                            "every address a tenant names is checked in one place (S6); Training"
                                    + " asks the server it has started itself, ReadingProcess"
                                    + " refuses every connection");

    /// What else of the JDK leads out. A `ServerSocket` does not.
    @ArchTest
    static final ArchRule ADDRESSES_ARE_NOT_OPENED =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.parley.platform.postgres.Binaries")
                    .should()
                    .callMethodWhere(
                            target(owner(type(URL.class)))
                                    .and(target(nameMatching("open\\w+|getContent"))))
                    .because("only binaries in a jar of this server are read from a URL");

    @ArchTest
    static final ArchRule NOTHING_IS_DESERIALIZED =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.ObjectInputStream")
                    .because("objects from outside run code (V6)");

    private static DescribedPredicate<JavaClass> opensConnections() {
        return belongToAnyOf(
                        Socket.class,
                        DatagramSocket.class,
                        SocketChannel.class,
                        AsynchronousSocketChannel.class,
                        DatagramChannel.class)
                .or(assignableTo(URLConnection.class))
                .as("open connections");
    }

    private static DescribedPredicate<JavaMethod> takeAHandle() {
        return DescribedPredicate.describe(
                "take a transaction",
                method ->
                        method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getSimpleName().equals("Handle")));
    }

    private static ArchCondition<JavaMethod> takeAnOrganization() {
        return new ArchCondition<>("take the organization") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takes =
                        method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(OrgId.class));
                boolean isNamed =
                        isOwned(method, LeaseStore.class) && method.getName().equals("heldBy");
                if (!takes && !isNamed) {
                    var message = method.getFullName() + " takes no OrgId";
                    events.add(SimpleConditionEvent.violated(method, message));
                }
            }
        };
    }

    private static boolean isOwned(JavaMethod method, Class<?> owner) {
        JavaClass declaring = method.getOwner();
        return declaring.isEquivalentTo(owner);
    }
}
