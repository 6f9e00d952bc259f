package dev.parley.invites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Rows;
import dev.parley.testing.SmtpServer;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Invitations by mail, as the mail server sees them.
class InviteMailIT {
    private static final String INVITES = "/v1/invites";
    private static final Pattern CODE = Pattern.compile("accept-invite#(\\S+)");

    @Test
    void mailsACodeThatNoAnswerAndNoTableHas() {
        try (var mail = SmtpServer.start(0);
                var server = serverWith(mail)) {
            var invite = invite(server.api(), "ana@example.com");

            var received = mail.next();

            assertThat(invite.get("guestInviteCode").isNull()).isTrue();
            assertThat(invite.has("inviteUrl")).isFalse();
            assertThat(received.to()).containsExactly("ana@example.com");
            assertThat(received.from()).contains("parley@house.example");
            assertThat(received.text()).contains("Subject: Invitation to Test House");
            var code = code(received);
            assertThat(invite.toString()).doesNotContain(code.substring(code.indexOf('~')));
            var stored =
                    Rows.texts(server, "SELECT encode(task_data, 'escape') FROM scheduled_tasks");
            assertThat(String.join("", stored)).doesNotContain(code.substring(code.indexOf('~')));
            new Api(server.url(), code).post(INVITES + "/accept", "{}").expect(200);
        }
    }

    @Test
    void triesAgainUntilTheMailServerTakesIt() {
        try (var mail = SmtpServer.start(2);
                var server = serverWith(mail)) {
            invite(server.api(), "patient@example.com");

            assertThat(mail.next().to()).containsExactly("patient@example.com");

            Await.until("no job is left", () -> jobs(server).equals(List.of("0")));
            assertThat(mail.waiting()).isZero();
        }
    }

    @Test
    void mailsOnlyTheLastSending() {
        try (var mail = SmtpServer.start(1);
                var server = serverWith(mail)) {
            invite(server.api(), "twice@example.com");
            Await.until("the first was refused", () -> !mail.commands().isEmpty());
            invite(server.api(), "twice@example.com");

            var code = code(mail.next());

            Await.until("no job is left", () -> jobs(server).equals(List.of("0")));
            assertThat(mail.waiting()).isZero();
            new Api(server.url(), code).post(INVITES + "/accept", "{}").expect(200);
        }
    }

    /// A name with line breaks makes no header, and an address with them is none.
    @Test
    void letsNobodyWriteHeaders() {
        try (var mail = SmtpServer.start(0);
                var server = serverWith(mail)) {
            var api = server.api();
            var org = api.get("/v1/organizations").object().path("id").asText();
            var name =
                    "Evil\\r\\nBcc: all@example.com\\r\\n\\r\\n.\\r\\nMAIL FROM:<x@y.z>\\u2028end";
            api.put("/v1/organizations/" + org, "{\"name\": \"" + name + "\"}").expect(200);
            for (var email :
                    List.of("a@b.com\\r\\nBcc: x@y.com", "a@b.com>,<x@y.com", "a\\n@b.com")) {
                var body = "{\"role\": \"ADMIN\", \"email\": \"" + email + "\"}";
                api.post(INVITES, body).expect(422);
            }
            invite(api, "safe@example.com");

            var received = mail.next();

            assertThat(received.to()).containsExactly("safe@example.com");
            assertThat(received.text()).doesNotContainPattern("(?m)^(Bcc|MAIL FROM)");
            assertThat(mail.commands().stream().filter(line -> line.startsWith("MAIL FROM")))
                    .hasSize(1);
        }
    }

    private static TestServer serverWith(SmtpServer mail) {
        return TestServer.start(
                Map.of(
                        "PARLEY_SMTP_URL",
                        mail.url().toString(),
                        "PARLEY_MAIL_FROM",
                        "parley@house.example"));
    }

    private static ObjectNode invite(Api api, String email) {
        return api.post(INVITES, "{\"role\": \"READ_ONLY\", \"email\": \"" + email + "\"}")
                .expect(200)
                .object();
    }

    private static List<String> jobs(TestServer server) {
        return Rows.texts(
                server, "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'mail-invite'");
    }

    /// Long lines are folded with `=` at their end.
    private static String code(SmtpServer.Received received) {
        var match = CODE.matcher(received.text().replace("=\n", ""));
        assertThat(match.find()).as(received.text()).isTrue();
        return match.group(1);
    }
}
