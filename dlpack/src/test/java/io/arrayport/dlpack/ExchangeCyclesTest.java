package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;

class ExchangeCyclesTest {
    @Test
    void everyDeleterRunsOnceAndResidentSizeStaysFlat() {
        ForkedJvm.Result result = ForkedJvm.with("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC")
                .start(ExchangeCycles.class);
        assertThat(result.exit()).as("%s", result).isZero();
        assertThat(result.out()).contains("deleters 300000 of 300000", "live 0");
        long grown = Long.parseLong(result.out().replaceAll("(?s).*grown (-?\\d+) KiB.*", "$1"));
        assertThat(grown).as("KiB of resident size that 200,000 more cycles took: %s", result.out()).isLessThan(4096);
    }
}
