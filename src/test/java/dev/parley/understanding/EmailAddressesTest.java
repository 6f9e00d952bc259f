package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hari at gmail dot com|hari@gmail.com",
                "It's Hari.Kumar@Gmail.com, thanks|hari.kumar@gmail.com",
                "my email is h a r i 4 2 at yahoo dot co dot uk|hari42@yahoo.co.uk",
                "hari arroba gmail punto com|hari@gmail.com",
                "mi correo es ana guion bajo ruiz arroba hotmail punto com|ana_ruiz@hotmail.com",
                "hari at the rate gmail dot com|hari@gmail.com",
                "मेरा ईमेल हरि एट जीमेल डॉट कॉम है|hari@gmail.com",
                "jazz underscore lee at icloud dot com|jazz_lee@icloud.com",
                "reach me on maria dot lopez at acme hyphen corp dot com|maria.lopez@acme-corp.com",
                "john seventy seven at g mail dot com|john77@gmail.com",
                "718 555 0137 joel at simmons law dot com|joel@simmonslaw.com",
            })
    void findsAddresses(String said, String expected) {
        assertThat(EmailAddresses.find(said)).contains(expected);
    }

    @Test
    void findsNoneWhereNoneIs() {
        assertThat(EmailAddresses.find("meet me at five")).isEmpty();
        assertThat(EmailAddresses.find("I'm at home")).isEmpty();
        assertThat(EmailAddresses.find("at dot com")).isEmpty();
        assertThat(EmailAddresses.find("@@@ . . .")).isEmpty();
        assertThat(EmailAddresses.find("")).isEmpty();
    }
}
