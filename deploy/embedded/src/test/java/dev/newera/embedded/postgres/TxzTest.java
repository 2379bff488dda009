package dev.newera.embedded.postgres;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TxzTest {

    @TempDir
    Path target;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    void files_come_out_with_their_content() throws IOException {
        file("share/one.txt", "0000644", "a".repeat(512));
        file("share/two.txt", "0000644", "Be authentic, be credible, be a leader");

        unpack();

        assertThat(target.resolve("share/one.txt")).hasContent("a".repeat(512));
        assertThat(target.resolve("share/two.txt")).hasContent("Be authentic, be credible, be a leader");
    }

    @Test
    void programs_can_be_executed_and_other_files_cannot() throws IOException {
        file("bin/initdb", "0000755", "#!/bin/sh");
        file("share/readme", "0000644", "");

        unpack();

        assertThat(target.resolve("bin/initdb")).isExecutable();
        assertThat(Files.getPosixFilePermissions(target.resolve("share/readme")))
                .doesNotContain(OWNER_EXECUTE);
    }

    @Test
    void links_point_to_their_neighbours() throws IOException {
        file("lib/libpq.so.5.18", "0000755", "library");
        entry("lib/libpq.so.5", "0000777", '2', "libpq.so.5.18", 0);

        unpack();

        assertThat(Files.readSymbolicLink(target.resolve("lib/libpq.so.5"))).hasToString("libpq.so.5.18");
    }

    @Test
    void an_entry_that_leads_out_of_the_archive_is_refused() throws IOException {
        file("../elsewhere", "0000644", "");

        assertThatThrownBy(this::unpack).hasMessageContaining("../elsewhere");
    }

    @Test
    void an_archive_that_is_cut_off_is_an_error() throws IOException {
        entry("share/one.txt", "0000644", '0', "", 5_000);

        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("share/one.txt");
    }

    private void file(String name, String mode, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        entry(name, mode, '0', "", bytes.length);
        tar.write(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    private void entry(String name, String mode, char type, String link, int size) {
        var header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, "%011o".formatted(size));
        header[156] = (byte) type;
        put(header, 157, link);
        tar.writeBytes(header);
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private void unpack() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var xz = new XZOutputStream(packed, new LZMA2Options(0))) {
            tar.writeTo(xz);
        }
        Txz.unpack(new ByteArrayInputStream(packed.toByteArray()), target);
    }
}
