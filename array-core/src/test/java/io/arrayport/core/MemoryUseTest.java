package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.MemoryInfo;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryUseTest {
    private static final long LARGE = 1 << 20;

    @Test
    void arraysCountUntilTheyAreClosed() {
        Settled.counts();
        MemoryInfo before = np.memoryInfo();
        try (NdArray array = np.empty(Shape.of(LARGE), np.uint8)) {
            NdArray view = array.get("::2");
            MemoryInfo during = np.memoryInfo();
            assertThat(view.size()).isEqualTo(LARGE / 2);
            assertThat(during.made().count()).isEqualTo(before.made().count() + 1);
            assertThat(during.made().bytes()).isEqualTo(before.made().bytes() + LARGE);
            assertThat(during.peak()).isGreaterThanOrEqualTo(during.made().bytes());
            assertThat(during.budget()).isGreaterThan(during.made().bytes() + during.pooled());
        }
        assertThat(np.memoryInfo().made()).isEqualTo(before.made());
    }

    @Test
    void importsCountByWhatTheyCameFromAndExportsByTheirLeases() {
        Settled.counts();
        MemoryInfo before = np.memoryInfo();
        try (Storage one = Storage.foreign("a neighbour", 4096, 100, Device.CPU, Access.IMMUTABLE, () -> {});
                Storage _ = Storage.foreign("a neighbour", 4096, 20, Device.CPU, Access.IMMUTABLE, () -> {});
                Storage _ = Storage.foreign("another", 4096, 3, Device.CPU, Access.IMMUTABLE, () -> {});
                Lease _ = one.lease("somebody");
                Lease _ = one.lease("somebody else")) {
            MemoryInfo during = np.memoryInfo();
            assertThat(during.imports()).containsEntry("a neighbour", new MemoryInfo.Part(2, 120))
                    .containsEntry("another", new MemoryInfo.Part(1, 3));
            assertThat(during.exports()).isEqualTo(
                    new MemoryInfo.Part(before.exports().count() + 2, before.exports().bytes() + 100));
            assertThat(during.made()).isEqualTo(before.made());
            assertThat(during.toString()).contains("from a neighbour 2 (120 bytes), from another 1 (3 bytes)");
            assertThatThrownBy(() -> during.imports().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(np.memoryInfo().imports()).isEqualTo(before.imports());
    }

    @Test
    void readsWell() {
        MemoryInfo info = new MemoryInfo(new MemoryInfo.Part(3, 1536), 64L << 20, 5L << 30, Long.MAX_VALUE,
                Map.of("torch", new MemoryInfo.Part(1, 1023)), new MemoryInfo.Part(0, 0));
        assertThat(info).hasToString("memory: made 3 (1.5 KiB), from torch 1 (1023 bytes), exported 0 (0 bytes),"
                + " pooled 64.0 MiB, peak 5.0 GiB, budget 8.0 EiB");
    }

    @Test
    void isCalledByNameToo() {
        np.call("memory_reset_peak", List.of(), Map.of());
        assertThat(np.call("memory_trim", List.of(), Map.of())).isInstanceOf(Long.class);
        assertThat(np.call("memory_info", List.of(), Map.of())).isInstanceOfSatisfying(Map.class, info -> {
            assertThat(info.keySet()).isEqualTo(
                    Set.of("made", "pooled", "peak", "budget", "imports", "exports"));
            assertThat(info.get("budget")).isEqualTo(np.memoryInfo().budget());
        });
    }

    static final class Pools {
        public static void main(String[] args) throws InterruptedException {
            np.memoryTrim(); // what the namespace itself has made
            np.memoryResetPeak();
            np.empty(Shape.of(64 * LARGE), np.uint8).close();
            np.empty(Shape.of(LARGE), np.uint8).close();
            MemoryInfo full = np.memoryInfo();
            System.out.println("full " + full.made().bytes() + " " + full.pooled() + " " + full.peak());
            System.out.println("given " + np.memoryTrim());
            np.memoryResetPeak();
            MemoryInfo empty = np.memoryInfo();
            System.out.println("empty " + empty.made().bytes() + " " + empty.pooled() + " " + empty.peak());
            try (NdArray kept = np.ones(Shape.of(64 * LARGE), np.uint8)) {
                System.out.println("again " + kept.get(64 * LARGE - 1).item());
            }
            for (int i = 0; i < 400 && np.memoryInfo().pooled() > 0; i++) {
                Thread.sleep(100);
            }
            System.out.println("left alone " + np.memoryInfo().pooled());
        }
    }

    @Test
    @Tag("vector-only") // It takes a while
    void whatIsKeptGoesBackWhenAskedAndAfterAWhile() {
        ForkedJvm.Result result = ForkedJvm.with("-Dio.arrayport.allocator=native").start(Pools.class);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out().lines()).containsExactly("full 0 " + 65 * LARGE + " " + 64 * LARGE,
                "given " + 65 * LARGE, "empty 0 0 0", "again 1", "left alone 0");
    }
}
