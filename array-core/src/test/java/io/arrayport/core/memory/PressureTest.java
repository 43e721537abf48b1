package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing but counted: no memory is taken. */
class PressureTest {
    private static final long DEAR = 1L << 60;

    private long counted;

    @AfterEach
    void nothingIsInUse() {
        Budget.release(counted);
        Pressure.collect();
    }

    private void use(long bytes) {
        assertThat(Budget.reserve(bytes, Kept.NOTHING)).isZero();
        counted += bytes;
    }

    @Test
    void isRelievedOnceFreshMemoryHasCostAsMuchAsACollection() {
        Pressure.collect();
        use(Pressure.LEAST + 1);
        assertThat(Pressure.relieve()).as("right behind a collection").isFalse();
        Pressure.tookFresh(DEAR);
        assertThat(Pressure.relieve()).isTrue();
        use(2 * Pressure.LEAST);
        assertThat(Pressure.relieve()).as("counted anew").isFalse();
    }

    @Test
    void isNotRelievedAgainSoonWhereACollectionFindsNothing() {
        use(2 * Pressure.LEAST);
        Pressure.collect();
        use(2 * Pressure.LEAST);
        Pressure.collect();
        use(2 * Pressure.LEAST);
        Pressure.tookFresh(DEAR);
        assertThat(Pressure.relieve()).as("less than what is in use").isFalse();
        use(4 * Pressure.LEAST);
        assertThat(Pressure.relieve()).isTrue();
    }
}
