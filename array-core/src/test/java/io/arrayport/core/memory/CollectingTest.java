package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CollectingTest {
    private static final int TRIES = 5;

    private static Reference<?> canary() {
        return new PhantomReference<>(new Object(), new ReferenceQueue<>());
    }

    private static long asked() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> bean.getName().contains("Old") || bean.getName().contains("MarkSweep"))
                .mapToLong(bean -> bean.getCollectionCount()).sum();
    }

    @Test
    void findsWhatIsYoungWithoutTheWholeHeap() {
        Collecting collecting = new Collecting(Duration.ofSeconds(10).toNanos());
        // System.gc() is called instead where the heap has no room left for garbage: so several tries
        assertThat(IntStream.range(0, TRIES).filter(_ -> {
            Reference<?> canary = canary();
            long before = asked();
            boolean young = collecting.run(canary, false);
            assertThat(canary.refersTo(null)).isTrue();
            return young && asked() == before;
        }).count()).isPositive();
    }

    @Test
    void looksAtAllWhereItIsToldTo() {
        Collecting collecting = new Collecting(Duration.ofSeconds(10).toNanos());
        Reference<?> canary = canary();
        assertThat(collecting.run(canary, true)).isFalse();
        assertThat(canary.refersTo(null)).isTrue();
    }

    @Test
    void asksWhereGarbageWouldTakeLonger() {
        Reference<?> canary = canary();
        assertThat(new Collecting(1).run(canary, false)).isFalse();
        assertThat(canary.refersTo(null)).isTrue();
    }
}
