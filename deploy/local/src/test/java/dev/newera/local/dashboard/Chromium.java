package dev.newera.local.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, or Playwright's own if that was installed; nothing is fetched for it. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");

    /** A browser under test reaches for nobody, and fits into the shared memory of a container. */
    private static final List<String> QUIETLY = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        try {
            browser = playwright.chromium().launch(options());
        } catch (PlaywrightException e) {
            playwright.close();
            throw new AssertionError(
                    "The dashboard's tests need a browser: install Chromium, on Debian by `apt-get install chromium`.",
                    e);
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static LaunchOptions options() {
        var options = new LaunchOptions().setArgs(QUIETLY);
        installed().ifPresent(options::setExecutablePath);
        return options;
    }

    private static Optional<Path> installed() {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
