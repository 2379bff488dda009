package dev.newera.bench.themes;

import java.util.List;

/**
 * Something that one may want to know of a chat.
 *
 * @param path how it is asked over HTTP
 * @param fields of each item of the answer's data, as JSON pointers; an item whose last field is 0 says nothing
 * @param sql how it is asked of tweets and tags; its columns are those fields
 */
record Question(String name, String path, List<String> fields, String sql) {}
