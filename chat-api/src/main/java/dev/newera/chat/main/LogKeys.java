package dev.newera.chat.main;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/**
 * Makes what a sentence of the log names as {@code key=value} a key of its own, for those who read the log as JSON. Keys are taken
 * from the sentence as it stands in the code, so nothing that somebody wrote can pass for one.
 */
@LoggingFilter(name = "keys")
public final class LogKeys implements Filter {
    private static final String OURS = "dev.newera.";

    /** A place for a value, with the key before it if it has one. */
    private static final Pattern PLACE = Pattern.compile("(?:(\\w+)=)?%[sd]");

    /** Lets everything pass. */
    @Override
    public boolean isLoggable(LogRecord logged) {
        if (logged instanceof ExtLogRecord record
                && record.getFormatStyle() == FormatStyle.PRINTF
                && String.valueOf(record.getLoggerName()).startsWith(OURS)) {
            keep(record);
        }
        return true;
    }

    private static void keep(ExtLogRecord record) {
        var values = record.getParameters();
        var place = PLACE.matcher(record.getMessage());
        for (int i = 0; values != null && i < values.length && place.find(); i++) {
            if (place.group(1) != null) {
                record.putMdc(place.group(1), String.valueOf(values[i]));
            }
        }
    }
}
