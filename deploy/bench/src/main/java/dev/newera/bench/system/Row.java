package dev.newera.bench.system;

import java.util.List;

/** What of a stored tweet does not change from one copy of it to the next. */
public record Row(String text, String username, String entities, List<String> hashtags) {}
