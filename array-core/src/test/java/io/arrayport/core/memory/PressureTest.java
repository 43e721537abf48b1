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
        Pressure.collect(true);
    }

    private void use(long bytes) {
        assertThat(Budget.reserve(bytes, Kept.NOTHING)).isZero();
        counted += bytes;
    }

    private void drop(long bytes) {
        Budget.release(bytes);
        counted -= bytes;
    }

    @Test
    void isRelievedOnceFreshMemoryHasCostAsMuchAsACollection() {
        Pressure.collect(true);
        use(Pressure.LEAST);
        Pressure.tookFresh(Pressure.dear / 2);
        assertThat(Pressure.relieve()).as("soon behind a collection").isFalse();
        Pressure.tookFresh(Pressure.dear);
        assertThat(Pressure.relieve()).isTrue();
        use(2 * Pressure.LEAST);
        assertThat(Pressure.relieve()).as("counted anew").isFalse();
    }

    @Test
    void littleIsNotWorthIt() {
        Pressure.collect(true);
        use(Pressure.LEAST_DEAR / 2);
        Pressure.tookFresh(DEAR);
        assertThat(Pressure.relieve()).isFalse();
    }

    @Test
    void isDoubtedWhereACollectionFindsNothing() {
        use(2 * Pressure.LEAST);
        Pressure.collect(true);
        drop(2 * Pressure.LEAST);
        Pressure.collect(true);
        long before = Pressure.dear;
        for (int i = 0; i < 3; i++) {
            use(2 * Pressure.LEAST);
            Pressure.collect(true);
        }
        // Collections take different times, but not that different
        assertThat(Pressure.dear).isGreaterThan(4 * before);
        use(2 * Pressure.LEAST);
        assertThat(Pressure.relieve()).as("soon behind a collection").isFalse();
        Pressure.tookFresh(Pressure.dear);
        assertThat(Pressure.relieve()).as("less than what is in use").isTrue();
    }
}
