package dev.newera.chat.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Input that nobody means well by, from a seed and a number: the same two give the same input. */
final class Noise {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "\ud83d",
            "\udc00\ud800",
            "\ufeff",
            "👩‍👩‍👧‍👦",
            "שלום \u202e abc",
            "e\u0301".repeat(40),
            "'; drop table tweet; --",
            "%",
            "_",
            "\\",
            "a & b | !c <-> (d:*",
            "\"open",
            "../../etc/passwd",
            "=cmd()",
            "\r\nSet-Cookie: a=b",
            "null",
            "NaN",
            "-1",
            "1e400",
            "99999999999999999999",
            "2014-09-12T12:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "0000-00-00T00:00:00Z",
            "x".repeat(600),
            "#".repeat(300));

    private final Random random;

    /** Neighbouring numbers give noises that have nothing in common. */
    Noise(long seed, long number) {
        this.random = new Random(new SplittableRandom(1_000_000_007 * seed + number).nextLong());
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> one(NASTY);
            case 1 -> one(NASTY) + one(NASTY);
            case 2 -> letters(1 + random.nextInt(40));
            default -> points(random.nextInt(60));
        };
    }

    private String letters(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(26))))
                .collect(Collectors.joining());
    }

    private String points(int length) {
        return random.ints(length, 0, Character.MAX_CODE_POINT + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A JSON value of any kind, not too deep. */
    String json(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 8)) {
            case 0 -> quoted(text());
            case 1 -> String.valueOf(random.nextInt());
            case 2 -> one(List.of("true", "false", "null"));
            case 3 -> one(List.of("1e999", "-0", "0.1", "1".repeat(200)));
            case 4 -> quoted(one(List.of("2014-09-12T12:00:00Z", "nhslean", "archive")));
            case 5 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> json(depth + 1))
                        .collect(Collectors.joining(",", "[", "]"));
            default -> object(depth);
        };
    }

    private String object(int depth) {
        var names = List.of(
                "text", "author", "username", "name", "created_at", "in_reply_to_id", "source", "external_id", "x");
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> quoted(one(names)) + ":" + json(depth + 1))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** As JSON has it: control characters and lone surrogates escaped, or left raw now and then. */
    String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c) && chance(0.5)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The text with some of its bytes changed, lost or doubled. */
    byte[] damaged(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(3) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
