package dev.newera.chat.main;

import dev.newera.chat.commands.Commands;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a command said and how it ended, when it was run with the settings of the tests. */
public record Terminal(int exitCode, String out, String err) {

    public static Terminal run(String... words) {
        return run(ConfigProvider.getConfig(), words);
    }

    /** The same with these settings and no others. */
    public static Terminal run(Map<String, String> settings, String... words) {
        var source = new PropertiesConfigSource(settings, "test", 100);
        return run(new SmallRyeConfigBuilder().withSources(source).build(), words);
    }

    private static Terminal run(Config config, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Commands.run(new OperatorParts(config), new PrintWriter(out), new PrintWriter(err), words);
        return new Terminal(code, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    /** The line that begins so; its columns, parted by one blank. */
    public String line(String begin) {
        return lines().stream()
                .map(line -> line.trim().replaceAll(" +", " "))
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + begin + " in\n" + out + err));
    }
}
