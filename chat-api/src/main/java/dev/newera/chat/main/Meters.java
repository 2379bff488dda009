package dev.newera.chat.main;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** How what takes time is measured: as a histogram, because the 99th percentiles of two replicas make no third one. */
final class Meters {
    private static final Set<String> TIMES = Set.of("http.server.requests", "chat.flush");

    private Meters() {}

    @Produces
    @Singleton
    static MeterFilter histograms() {
        var histogram = DistributionStatisticConfig.builder()
                .percentilesHistogram(true)
                .minimumExpectedValue((double) Duration.ofMillis(1).toNanos())
                .maximumExpectedValue((double) Duration.ofSeconds(10).toNanos())
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return TIMES.contains(id.getName()) ? histogram.merge(config) : config;
            }
        };
    }
}
