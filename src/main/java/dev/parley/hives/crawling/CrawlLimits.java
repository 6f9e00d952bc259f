package dev.parley.hives.crawling;

import java.time.Duration;

/// Where a way through a website ends, however long it could go on.
///
/// @param pages asked for
/// @param longest time spent
/// @param atOnce pages under way at one time
/// @param delay the longest pause between two pages a website may ask for
public record CrawlLimits(int pages, Duration longest, int atOnce, Duration delay) {}
