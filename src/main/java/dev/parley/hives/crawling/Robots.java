package dev.parley.hives.crawling;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a website asks of those who walk through it.
public final class Robots {
    /// How Parley names itself.
    public static final String AGENT = "ParleyBot/1.0 (self-hosted; reads pages for voice agents)";

    private static final List<String> NAMES = List.of("parleybot");
    private static final int MAX_BYTES = 500 << 10;

    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    /// @throws Fetch.NoAnswer when the website does not answer
    static Robots of(PageAddress page, Fetch fetch) throws Fetch.NoAnswer {
        var url = page.at("/robots.txt");
        var answer = fetch.get(url, Map.of("User-Agent", AGENT));
        var parser = new SimpleRobotRulesParser();
        if (answer.status() != 200) {
            return new Robots(parser.failedFetch(answer.status()));
        }
        var body = answer.body();
        var text = body.length > MAX_BYTES ? java.util.Arrays.copyOf(body, MAX_BYTES) : body;
        var type = answer.headers().getOrDefault("content-type", "text/plain");
        return new Robots(parser.parseContent(url, text, type, NAMES));
    }

    boolean allows(PageAddress page) {
        return rules.isAllowed(page.toString());
    }

    /// How long to wait between two pages.
    ///
    /// @param longest nobody waits longer, whatever is asked
    Duration delay(Duration longest) {
        long millis = Math.max(0, rules.getCrawlDelay());
        return millis > longest.toMillis() ? longest : Duration.ofMillis(millis);
    }
}
