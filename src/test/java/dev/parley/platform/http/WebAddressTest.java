package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "HTTPS://Example.com:8443/a/b?c=d&e=%20#f",
                "https://xn--mnchen-3ya.de/",
                "http://192.0.2.1:1/",
                "http://[2001:db8::1]:65535/x",
                "https://example.com/a@b?c@d"
            })
    void takesAddressesOfTheWeb(String address) {
        assertThat(WebAddress.fault(address)).isEmpty();
    }

    @ParameterizedTest // S5, S7
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/a",
                "//example.com/a",
                "http:example.com",
                "http:///a",
                "http://",
                "https://:443/",
                "ftp://example.com",
                "file:///etc/passwd",
                "gopher://example.com",
                "javascript:alert(1)",
                "jar:http://example.com!/",
                "http://user@example.com",
                "http://user:password@example.com/",
                "http://:@example.com/",
                "http://@example.com/",
                "http://ok.example\\@127.0.0.1/",
                "http://example.com/a b",
                "http://example.com/\r\nX-Injected: 1",
                "http://example.com/\u0000",
                " http://example.com",
                "http://exam_ple.com",
                "http://127.1/",
                "http://[::1",
                "http://example.com:0/",
                "http://example.com:65536/",
                "http://example.com:80:80/",
                "http://example.com/{order}",
                "http://m\u00fcnchen.de/"
            })
    void refusesWhatAnotherParserMayReadOtherwise(String address) {
        assertThat(WebAddress.fault(address)).isPresent();
    }
}
