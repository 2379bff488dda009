package dev.newera.chat;

/**
 * A theme of a codebook.
 *
 * @param id never changes over the codebook's versions
 * @param color as #rrggbb
 * @param parent id of the theme that this one is a part of, or null
 * @param pole {@code dominant} or {@code emergent}, the white paper's own lens, or null
 */
public record Theme(String id, String name, String description, String color, String parent, String pole) {}
