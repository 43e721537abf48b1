package io.arrayport.conformance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import io.arrayport.conformance.bench.child.ExchangeStorm;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small one of the storms that {@code arrayport bench --flat} raises, where it is resident size that matters too. */
@Tag("vector-only") // Exchanges compute nothing
class ExchangeStormTest {
    @Test
    void whatManyThreadsGiveAwayComesBackOnce() {
        ForkedJvm.Result storm = ForkedJvm.with().withTimeout(Duration.ofMinutes(5)).start(ExchangeStorm.class,
                "200000");
        assertThat(storm.crashed()).as(storm.toString()).isFalse();
        assertThat(storm.out()).as(storm.toString()).contains("kept   capsules", "kept   exports", "kept   imports",
                "kept   blocks");
    }
}
