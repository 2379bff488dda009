package dev.newera.local.system;

/** Where a part answers. The URL is what its clients are given. */
public record Address(int port, String url) {}
