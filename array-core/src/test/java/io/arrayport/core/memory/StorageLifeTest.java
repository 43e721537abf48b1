package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.arrayport.core.error.ClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds taken and given back in every order, by one thread and by many: the hook runs exactly once, and never early.
 */
class StorageLifeTest {
    private static final byte PATTERN = 0x5A;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theHookRunsOnceInEveryOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StorageTest.Hook hook = new StorageTest.Hook();
            Storage storage = hook.storage(64);
            List<Lease> leases = new ArrayList<>();
            StringBuilder story = new StringBuilder("seed " + seed + ":");
            int operations = 0;
            boolean closed = false;
            for (int step = 0; step < 12 || operations > 0 || !leases.isEmpty() || !closed; step++) {
                int draw = random.nextInt(6);
                story.append(' ').append(draw);
                if (draw == 0 && !closed && step < 12) {
                    storage.acquire();
                    operations++;
                } else if (draw == 1 && !closed && step < 12) {
                    leases.add(random.nextBoolean() ? storage.lease("a") : storage.freeze("b"));
                } else if (draw == 2 && operations > 0) {
                    storage.release();
                    operations--;
                } else if (draw == 3 && !leases.isEmpty()) {
                    Lease lease = leases.remove(random.nextInt(leases.size()));
                    lease.close();
                    lease.close();
                } else if (draw == 4 && step > 6) {
                    storage.close();
                    closed = true;
                }
                boolean gone = closed && operations == 0 && leases.isEmpty();
                assertThat(hook.runs()).as(story.toString()).isEqualTo(gone ? 1 : 0);
                assertThat(storage.exports()).as(story.toString()).isEqualTo(leases.size());
                assertThat(storage.isClosed()).as(story.toString()).isEqualTo(closed);
            }
        }
    }

    @Test
    void aHookThatThrowsIsReportedAndGoesNoFurther() {
        List<LogRecord> records = new ArrayList<>();
        Handler capture = new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.arrayport.core.memory");
        logger.addHandler(capture);
        logger.setUseParentHandlers(false);
        try {
            AssertionError thrown = new AssertionError("the neighbour is cross");
            Storage storage = Storage.foreign("torch", 4096, 8, Device.CPU, Access.WRITEABLE, () -> {
                throw thrown;
            });
            storage.close();
            storage.close();
            assertThat(records).hasSize(1);
            assertThat(records.getFirst().getLevel()).isEqualTo(Level.SEVERE);
            assertThat(records.getFirst().getMessage()).isEqualTo("release of 8 bytes (torch) failed");
            assertThat(records.getFirst().getThrown()).isSameAs(thrown);
        } finally {
            logger.removeHandler(capture);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void aHookMayUseOtherStorages() {
        Storage inner = Storage.allocate(64);
        StorageTest.Hook hook = new StorageTest.Hook();
        Storage outer = Storage.foreign("outer", inner.address(), 64, Device.CPU, Access.WRITEABLE, () -> {
            Storage.allocate(8).close();
            inner.close();
            hook.run();
        });
        outer.close();
        assertThat(hook.runs()).isEqualTo(1);
        assertThat(inner.isClosed()).isTrue();
    }

    @Test
    void oneLeaseClosedByManyThreadsCountsOnce() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            StorageTest.Hook hook = new StorageTest.Hook();
            Storage storage = hook.storage(64);
            Lease shared = storage.lease("shared");
            Lease other = storage.freeze("other");
            storage.close();
            inParallel(4, shared::close);
            assertThat(hook.runs()).isZero();
            assertThat(storage.exports()).isEqualTo(1);
            inParallel(4, other::close);
            assertThat(hook.runs()).isEqualTo(1);
        }
    }

    @Test
    void manyThreadsThatCloseReleaseOnce() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            StorageTest.Hook hook = new StorageTest.Hook();
            Storage storage = hook.storage(64);
            inParallel(4, storage::close);
            assertThat(hook.runs()).isEqualTo(1);
        }
    }

    @Test
    void anUnbalancedReleaseNeverUndoesAClose() throws InterruptedException {
        for (int round = 0; round < 500; round++) {
            StorageTest.Hook hook = new StorageTest.Hook();
            Storage storage = hook.storage(64);
            AtomicInteger refused = new AtomicInteger();
            inParallel(3, new Runnable() {
                private final AtomicInteger turn = new AtomicInteger();

                @Override
                public void run() {
                    if (turn.getAndIncrement() == 0) {
                        storage.close();
                    } else {
                        try {
                            storage.release();
                        } catch (IllegalStateException expected) {
                            refused.incrementAndGet();
                        }
                    }
                }
            });
            assertThat(refused).hasValue(2);
            assertThat(storage.isClosed()).isTrue();
            assertThat(hook.runs()).isEqualTo(1);
        }
    }

    /** 8 platform and 400 virtual threads use storages that others close under their hands. */
    @Test
    void nothingIsReadAfterItsReleaseUnderStress() throws InterruptedException {
        int slots = 16;
        AtomicReferenceArray<Storage> shared = new AtomicReferenceArray<>(slots);
        AtomicInteger made = new AtomicInteger();
        AtomicInteger released = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger used = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        for (int slot = 0; slot < slots; slot++) {
            shared.set(slot, filled(made, released));
        }
        Runnable worker = () -> {
            while (!stop.get()) {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                int slot = random.nextInt(slots);
                Storage storage = shared.get(slot);
                try {
                    if (random.nextInt(50) == 0) {
                        Storage fresh = filled(made, released);
                        shared.getAndSet(slot, fresh).close();
                    } else if (random.nextBoolean()) {
                        storage.acquire();
                        wrong.addAndGet(read(storage));
                        storage.release();
                    } else {
                        Lease lease = random.nextBoolean() ? storage.lease("a") : storage.freeze("b");
                        Thread.yield();
                        wrong.addAndGet(read(storage));
                        lease.close();
                    }
                    used.incrementAndGet();
                } catch (ClosedException expected) {
                    // Another thread was faster.
                }
                Thread.yield();
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 408; i++) {
            threads.add((i < 8 ? Thread.ofPlatform() : Thread.ofVirtual()).start(worker));
        }
        Thread.sleep(1_500);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        for (int slot = 0; slot < slots; slot++) {
            shared.get(slot).close();
        }
        assertThat(wrong).as("bytes read after their release").hasValue(0);
        assertThat(released).hasValue(made.get());
        assertThat(made.get()).isGreaterThan(100);
        assertThat(used.get()).isGreaterThan(1_000);
        assertThat(Ledger.takeFaults()).isEmpty();
    }

    /** A foreign storage over a native one: released means poisoned by the checked allocator. */
    private static Storage filled(AtomicInteger made, AtomicInteger released) {
        Storage bytes = Storage.allocate(64);
        Memory.segment(bytes.address(), 64).fill(PATTERN);
        made.incrementAndGet();
        return Storage.foreign("stress", bytes.address(), 64, Device.CPU, Access.WRITEABLE, () -> {
            bytes.close();
            released.incrementAndGet();
        });
    }

    private static int read(Storage storage) {
        int wrong = 0;
        for (int i = 0; i < 64; i += 8) {
            wrong += Memory.RAW.get(ValueLayout.JAVA_BYTE, storage.address() + i) == PATTERN ? 0 : 1;
        }
        return wrong;
    }

    static void inParallel(int count, Runnable body) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException | BrokenBarrierException impossible) {
                    throw new AssertionError(impossible);
                }
                body.run();
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
