package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** A condition bars every way to the bytes until it holds, is looked at once, and goes with the storage. */
class ConditionTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger closes = new AtomicInteger();
    private volatile boolean holds = true;
    private Runnable meanwhile = () -> {};

    private Storage storage() {
        Storage storage = Storage.allocateZeroed(64);
        return storage.require(new Condition() {
            @Override
            public void check() {
                looks.incrementAndGet();
                meanwhile.run();
                if (!holds) {
                    throw new ZeroCopyException("it has nulls");
                }
            }

            @Override
            public void close() {
                closes.incrementAndGet();
            }
        });
    }

    @Test
    void theFirstUseLooksAndTheNextDoesNot() {
        try (Storage storage = storage()) {
            assertThat(looks).hasValue(0);
            NdArray array = NdArray.of(storage, DType.INT64, Layout.contiguous(Shape.of(8), 8));
            assertThat(array.reshape(2, 4).getLong(1, 1)).isZero();
            array.setLong(5, 0);
            storage.lease("neighbour").close();
            assertThat(looks).hasValue(1);
            assertThat(closes).hasValue(1);
        }
        assertThat(closes).hasValue(1);
    }

    @Test
    void noWayToTheBytesLeadsAroundOneThatDoesNotHold() {
        holds = false;
        try (Storage storage = storage()) {
            assertThatThrownBy(storage::acquire).isInstanceOf(ZeroCopyException.class);
            assertThatThrownBy(storage::acquireOnHost).isInstanceOf(ZeroCopyException.class);
            assertThatThrownBy(() -> storage.lease("neighbour")).isInstanceOf(ZeroCopyException.class);
            assertThatThrownBy(() -> storage.freeze("neighbour")).isInstanceOf(ZeroCopyException.class);
            assertThat(looks).hasValue(4);
            assertThat(storage.exports()).isZero();
            assertThat(storage.isWriteable()).isTrue();
            holds = true;
            storage.acquire();
            storage.release();
        }
        assertThat(closes).hasValue(1);
    }

    @Test
    void oneThatNobodyLookedAtGoesWithTheBytes() {
        Storage storage = storage();
        storage.close();
        storage.close();
        assertThat(looks).hasValue(0);
        assertThat(closes).hasValue(1);
        assertThatThrownBy(storage::acquire).isInstanceOf(ClosedException.class);
    }

    @Test
    void aStorageClosedDuringTheLookIsReleasedAfterIt() {
        Storage storage = storage();
        meanwhile = () -> {
            storage.close();
            assertThat(closes).hasValue(0);
        };
        assertThatThrownBy(storage::acquire).isInstanceOf(ClosedException.class);
        assertThat(closes.get()).isPositive();
    }

    @Test
    void aStorageHasOneConditionAndFromItsBeginning() {
        try (Storage twice = storage(); Storage used = Storage.allocateZeroed(8)) {
            Condition none = new Condition() {
                @Override
                public void check() {}

                @Override
                public void close() {
                    closes.incrementAndGet();
                }
            };
            assertThatThrownBy(() -> twice.require(none)).isInstanceOf(IllegalStateException.class);
            used.acquire();
            assertThatThrownBy(() -> used.require(none)).isInstanceOf(IllegalStateException.class);
            used.release();
            assertThat(closes).hasValue(0);
            twice.acquire();
            twice.release();
            assertThat(looks).hasValue(1);
        }
    }

    @Test
    void ofManyThreadsOneLooksAndAllGetTheBytes() throws InterruptedException {
        meanwhile = Thread::yield;
        for (int round = 0; round < 200; round++) {
            looks.set(0);
            closes.set(0);
            try (Storage storage = storage()) {
                CountDownLatch start = new CountDownLatch(1);
                List<Thread> threads = new ArrayList<>();
                AtomicInteger served = new AtomicInteger();
                for (int i = 0; i < 8; i++) {
                    threads.add(Thread.ofVirtual().start(() -> {
                        try {
                            start.await();
                        } catch (InterruptedException never) {
                            throw new AssertionError(never);
                        }
                        storage.acquire();
                        served.incrementAndGet();
                        storage.release();
                    }));
                }
                start.countDown();
                for (Thread thread : threads) {
                    thread.join();
                }
                assertThat(served).hasValue(8);
                assertThat(looks).hasValue(1);
            }
            assertThat(closes).hasValue(1);
        }
    }
}
