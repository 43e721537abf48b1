package io.arrayport.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import org.junit.jupiter.api.Test;

/** Many threads exchange with the collector running: every release once, none lost. */
class StressTest {
    private static final int PLATFORM = 8;
    private static final int VIRTUAL = 400;
    private static final int ROUNDS = 20;

    private final AtomicLong released = new AtomicLong();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void manyThreadsReleaseEveryExportOnce() throws InterruptedException {
        long exports = DlpackRaw.liveExports();
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                System.gc();
                LockSupport.parkNanos(5_000_000); // on two cores the collector would do nothing but this
            }
        });
        try (NDManager shared = TorchSide.manager()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < PLATFORM + VIRTUAL; i++) {
                long seed = i;
                int rounds = i < PLATFORM ? 20 * ROUNDS : ROUNDS;
                threads.add((i < PLATFORM ? Thread.ofPlatform() : Thread.ofVirtual())
                        .start(() -> run(shared, seed, rounds)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        done.set(true);
        collector.join();
        assertThat(failures).isEmpty();
        assertThat(released).hasValue((long) PLATFORM * 20 * ROUNDS + (long) VIRTUAL * ROUNDS);
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    private void run(NDManager shared, long seed, int rounds) {
        Random random = new Random(seed);
        try {
            for (int round = 0; round < rounds; round++) {
                exchange(shared, random, round);
            }
        } catch (Throwable e) {
            failures.add(new AssertionError("seed " + seed, e));
        }
    }

    private void exchange(NDManager shared, Random random, int value) {
        Storage bytes = Storage.allocate(64);
        Storage counted = Storage.foreign("counted", bytes.address(), 64, Device.CPU, Access.WRITEABLE, () -> {
            bytes.close();
            released.incrementAndGet();
        });
        NdArray array = NdArray.of(counted, DType.INT64, Layout.contiguous(Shape.of(8), 8));
        array.setLong(value, 3);
        try (NDManager own = random.nextBoolean() ? shared.newSubManager() : null) {
            NDArray tensor = Torch.torch(own == null ? shared : own).accept(array);
            NdArray back = Torch.torch(tensor).open();
            if (random.nextBoolean()) {
                array.close();
            }
            assertThat(back.getLong(3)).isEqualTo(value);
            if (own == null || random.nextBoolean()) {
                tensor.close();
            }
            assertThat(back.getLong(3)).isEqualTo(value);
            back.close();
        }
        array.close();
    }
}
