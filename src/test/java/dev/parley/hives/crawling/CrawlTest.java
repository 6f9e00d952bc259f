package dev.parley.hives.crawling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hives.crawling.Crawl.End;
import dev.parley.hives.crawling.Crawl.Visit;
import dev.parley.hives.crawling.Fetch.Fetched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrawlTest {
    private static final String HOME = "https://www.a.example/";
    private static final CrawlLimits LIMITS =
            new CrawlLimits(50, Duration.ofMinutes(1), 4, Duration.ofMillis(40));

    private final List<String> visited = Collections.synchronizedList(new ArrayList<>());
    private final List<String> skipped = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> moments = Collections.synchronizedList(new ArrayList<>());
    private String robots = "";

    @Test
    void staysOnTheSiteAndWithinTheDepth() throws Exception {
        Function<String, List<String>> links =
                page ->
                        switch (page) {
                            case HOME ->
                                    List.of(
                                            "https://a.example/one#part",
                                            "http://www.a.example/one/../two",
                                            "https://b.example/",
                                            "https://shop.a.example/",
                                            "https://www.a.example:8443/",
                                            "https://www.a.example.b.example/",
                                            "mailto:a@a.example",
                                            "not an address");
                            case "https://a.example/one" -> List.of("https://a.example/deep");
                            default -> List.of();
                        };

        assertThat(crawl(1, links)).isEqualTo(End.ALL_READ);
        assertThat(visited)
                .containsExactlyInAnyOrder(
                        HOME, "https://a.example/one", "http://www.a.example/two");
        visited.clear();
        assertThat(crawl(0, links)).isEqualTo(End.ALL_READ);
        assertThat(visited).containsExactly(HOME);
        crawl(2, links);
        assertThat(visited).contains("https://a.example/deep");
    }

    @Test // S10
    void endsInMazesByItsQuota() throws Exception {
        var mazes =
                Map.<String, Function<String, List<String>>>of(
                        "ever more pages",
                                page -> IntStream.range(0, 10).mapToObj(i -> page + i).toList(),
                        "parameters in every order",
                                page ->
                                        IntStream.range(0, 20)
                                                .mapToObj(i ->
                                                        HOME
                                                                + "?a="
                                                                + i
                                                                + "&b="
                                                                + page.length()
                                                                + visited.size())
                                                .toList(),
                        "a million links",
                                _ -> IntStream.range(0, 20_000).mapToObj(i -> HOME + i).toList());
        for (var maze : mazes.entrySet()) {
            visited.clear();

            assertThat(crawl(10, maze.getValue())).as(maze.getKey()).isEqualTo(End.TOO_MANY_PAGES);
            assertThat(visited).as(maze.getKey()).hasSize(50).doesNotHaveDuplicates();
        }
    }

    @Test // S10
    void knowsPagesThatOnlyLookDifferent() throws Exception {
        Function<String, List<String>> links =
                page ->
                        List.of(
                                HOME + "list?b=2&a=1",
                                HOME + "list?a=1&b=2",
                                HOME + "list?a=1&b=2&utm_source=x&PHPSESSID=" + visited.size(),
                                HOME + "list;jsessionid=" + visited.size() + "?a=1&b=2",
                                HOME + "x/x/x/x/" + "x/".repeat(visited.size()),
                                page + "#" + visited.size());

        assertThat(crawl(10, links)).isEqualTo(End.ALL_READ);
        assertThat(visited).containsExactly(HOME, HOME + "list?b=2&a=1");
    }

    @Test // S10
    void obeysRobots() throws Exception {
        robots =
                """
                User-agent: *
                Disallow: /
                User-agent: parleybot
                Disallow: /private
                Crawl-delay: 100
                """;

        crawl(1, _ -> List.of(HOME + "private/x", HOME + "public", HOME + "other"));

        assertThat(visited).containsExactlyInAnyOrder(HOME, HOME + "public", HOME + "other");
        assertThat(skipped).containsExactly(HOME + "private/x");
        var pauses =
                IntStream.range(1, moments.size())
                        .mapToObj(i -> moments.get(i) - moments.get(i - 1))
                        .toList();
        assertThat(pauses)
                .as("pauses, of which only the longest allowed is made")
                .allSatisfy(pause -> assertThat(pause).isGreaterThan(20_000_000));
    }

    @Test
    void endsWhenItsTimeIsOver() throws Exception {
        var limits = new CrawlLimits(50, Duration.ZERO, 4, Duration.ZERO);

        assertThat(new Crawl(this::fetch, limits, 1, pages(_ -> List.of())).run(first()))
                .isEqualTo(End.TOO_LONG);
    }

    @Test
    void saysWhenNobodyAnswers() {
        var crawl =
                new Crawl(
                        (_, _) -> {
                            throw new Fetch.NoAnswer();
                        },
                        LIMITS,
                        1,
                        pages(_ -> List.of()));

        assertThatThrownBy(() -> crawl.run(first())).isInstanceOf(Fetch.NoAnswer.class);
    }

    private End crawl(int depth, Function<String, List<String>> links) throws Exception {
        return new Crawl(this::fetch, LIMITS, depth, pages(links)).run(first());
    }

    private Fetched fetch(String url, Map<String, String> headers) {
        assertThat(url).endsWith("/robots.txt");
        assertThat(headers.get("User-Agent")).startsWith("ParleyBot");
        return new Fetched(
                robots.isEmpty() ? 404 : 200,
                Map.of("content-type", "text/plain"),
                robots.getBytes(UTF_8),
                false,
                url);
    }

    private Crawl.Pages pages(Function<String, List<String>> links) {
        return new Crawl.Pages() {
            @Override
            public Visit visit(PageAddress page, boolean isCanonical) {
                visited.add(page.toString());
                moments.add(System.nanoTime());
                return new Visit(null, links.apply(page.toString()));
            }

            @Override
            public void skip(PageAddress page, String reason) {
                skipped.add(page.toString());
            }

            @Override
            public void found(int pages) {
                assertThat(pages).isLessThanOrEqualTo(LIMITS.pages());
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
    }

    private static PageAddress first() {
        return PageAddress.of(HOME).orElseThrow();
    }
}
