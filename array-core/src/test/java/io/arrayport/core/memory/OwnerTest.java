package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.arrayport.core.error.ClosedException;
import org.junit.jupiter.api.Test;

/** Holds of the thread that made a storage, which are counted apart, against all that other threads may do. */
class OwnerTest {
    private static final int ROUNDS = 20_000;

    private interface Step {
        void run() throws Exception;
    }

    /** Runs all at once, {@link #ROUNDS} times, each on a thread of its own but the first; then {@code after}. */
    private static void race(Step before, Step after, Step... steps) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(steps.length);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] others = new Thread[steps.length - 1];
        AtomicInteger left = new AtomicInteger();
        for (int i = 0; i < others.length; i++) {
            Step step = steps[i + 1];
            others[i] = new Thread(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    await(barrier);
                    run(step, failure);
                    left.decrementAndGet();
                }
            });
            others[i].start();
        }
        for (int round = 0; round < ROUNDS; round++) {
            before.run();
            left.set(others.length);
            await(barrier);
            run(steps[0], failure);
            while (left.get() > 0) {
                Thread.onSpinWait();
            }
            after.run();
            assertThat(failure.get()).isNull();
        }
        for (Thread other : others) {
            other.join();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void run(Step step, AtomicReference<Throwable> failure) {
        try {
            step.run();
        } catch (ClosedException late) {
            // whoever came after the close
        } catch (Throwable other) {
            failure.compareAndSet(null, other);
        }
    }

    /** Foreign memory of which it is known whether somebody uses it when it is given back. */
    private static final class Watched {
        final AtomicInteger users = new AtomicInteger();
        final AtomicInteger runs = new AtomicInteger();
        final AtomicBoolean early = new AtomicBoolean();
        final Storage storage = Storage.foreign("test", 4096, 64, Device.CPU, Access.WRITEABLE, () -> {
            runs.incrementAndGet();
            if (users.get() > 0) {
                early.set(true);
            }
        });

        void read() {
            storage.acquireReading();
            use();
            storage.releaseReading();
        }

        void write() {
            storage.acquire();
            use();
            storage.release();
        }

        void use() {
            users.incrementAndGet();
            users.decrementAndGet();
        }

        void requireGone() {
            Ledger.drain();
            assertThat(runs).hasValue(1);
            assertThat(early).isFalse();
        }
    }

    @Test
    void anotherThreadClosesWhileTheOwnerWorks() throws Exception {
        AtomicReference<Watched> at = new AtomicReference<>();
        race(() -> at.set(new Watched()), () -> at.get().requireGone(), () -> {
            for (int i = 0; i < 4; i++) {
                at.get().read();
                at.get().write();
            }
        }, () -> at.get().storage.close());
    }

    @Test
    void othersReadAndCloseWhileTheOwnerWorks() throws Exception {
        AtomicReference<Watched> at = new AtomicReference<>();
        race(() -> at.set(new Watched()), () -> at.get().requireGone(), () -> {
            at.get().write();
            at.get().read();
        }, () -> at.get().read(), () -> at.get().storage.close());
    }

    @Test
    void theOwnerClosesWhileOthersWork() throws Exception {
        AtomicReference<Watched> at = new AtomicReference<>();
        race(() -> at.set(new Watched()), () -> at.get().requireGone(), () -> at.get().storage.close(), () -> {
            at.get().read();
            at.get().write();
        });
    }

    @Test
    void twoOperandsAreHeldOrNone() throws Exception {
        AtomicReference<Watched> one = new AtomicReference<>();
        AtomicReference<Watched> two = new AtomicReference<>();
        race(() -> {
            one.set(new Watched());
            two.set(new Watched());
        }, () -> {
            one.get().storage.close();
            one.get().requireGone();
            two.get().requireGone();
        }, () -> {
            Storage a = one.get().storage;
            Storage b = two.get().storage;
            for (int i = 0; i < 2; i++) {
                Storage first = i == 0 ? a : b;
                Storage second = i == 0 ? b : a;
                Storage.acquireReading(first, second);
                one.get().use();
                two.get().use();
                Storage.releaseReading(first, second);
            }
        }, () -> two.get().storage.close());
    }

    @Test
    void whatIsDerivedIsDroppedBeforeTheOwnerWrites() throws Exception {
        AtomicReference<Storage> at = new AtomicReference<>();
        AtomicInteger drops = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        race(() -> at.set(Storage.allocate(64)), () -> at.get().close(), () -> {
            Storage storage = at.get();
            storage.acquire();
            try {
                assertThat(storage.derived()).isNull();
                Thread.onSpinWait();
                assertThat(storage.derived()).isNull();
            } finally {
                storage.release();
            }
        }, () -> {
            Storage storage = at.get();
            storage.acquireReading();
            try {
                if (storage.derive(drops::incrementAndGet)) {
                    taken.incrementAndGet();
                }
            } finally {
                storage.releaseReading();
            }
        });
        assertThat(drops.get()).isEqualTo(taken.get());
    }

    @Test
    void blocksThatOthersCloseLeaveNothingBehind() throws Exception {
        AtomicReference<Storage[]> at = new AtomicReference<>();
        long before = Ledger.counts().nativeBlocks();
        race(() -> at.set(new Storage[]{Storage.allocate(100), Storage.allocate(100)}), () -> {},
                () -> at.get()[0].close(), () -> at.get()[1].close());
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
    }

    @Test
    void manyBlocksAtOnceComeAndGo() {
        long before = Ledger.counts().nativeBlocks();
        Storage[] many = new Storage[40_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = Storage.allocate(8);
        }
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before + many.length);
        for (Storage each : many) {
            each.close();
        }
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
    }

    @Test
    void aHomeIsTakenOverWithItsBlocks() throws Exception {
        AtomicReference<Storage> made = new AtomicReference<>();
        for (int i = 0; i < 100; i++) { // more than there are homes
            Thread maker = new Thread(() -> {
                Storage before = made.getAndSet(Storage.allocate(16));
                if (before != null) {
                    before.acquire();
                    before.release();
                    before.close();
                }
            });
            maker.start();
            maker.join();
        }
        made.get().close();
    }

    @Test
    void aVirtualThreadHasNoHomeOfItsOwn() throws Exception {
        Thread.ofVirtual().start(() -> {
            try (Storage storage = Storage.allocate(16)) {
                storage.acquireReading();
                storage.close();
                assertThatThrownBy(storage::acquire).isInstanceOf(ClosedException.class);
                storage.releaseReading();
            }
        }).join();
    }

    @Test
    void aHoldMayBeGivenBackWhileAnotherIsKept() {
        Watched watched = new Watched();
        watched.storage.acquireReading();
        watched.storage.acquire();
        watched.storage.close();
        watched.storage.releaseReading();
        assertThat(watched.runs).hasValue(0);
        assertThatThrownBy(watched.storage::releaseReading).isInstanceOf(IllegalStateException.class);
        watched.storage.release();
        watched.requireGone();
    }

    @Test
    void aPairThatIsRefusedLeavesNoHold() {
        try (Storage a = Storage.allocate(8); Storage b = Storage.allocate(8)) {
            int most = 0;
            try {
                for (;; most++) {
                    b.acquireReading();
                }
            } catch (IllegalStateException full) {
                assertThatThrownBy(() -> Storage.acquireReading(a, b)).hasMessage(full.getMessage());
            }
            for (int i = 0; i < most; i++) {
                b.releaseReading();
            }
            assertThatThrownBy(a::releaseReading).isInstanceOf(IllegalStateException.class);
        }
    }
}
