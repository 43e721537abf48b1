package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

/** Whoever drops a storage without closing it leaves the release to the collector. */
class CollectorTest {

    @Test
    void releasesWhatNobodyCanReach() throws InterruptedException {
        long before = Ledger.counts().nativeBlocks();
        AtomicInteger released = new AtomicInteger();
        for (int i = 0; i < 500; i++) {
            drop(released);
        }
        assertThat(eventually(() -> released.get() == 500 && Ledger.counts().nativeBlocks() <= before)).isTrue();
        Thread.sleep(20);
        assertThat(released).as("exactly once each").hasValue(500);
    }

    private static void drop(AtomicInteger released) {
        Storage.allocate(1_000);
        Storage.foreign("test", 4096, 8, Device.CPU, Access.WRITEABLE, released::incrementAndGet);
    }

    @Test
    void aNeighboursHookThatWaitsHoldsUpNobodyElse() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        dropWaiting(waiting, goOn);
        for (int attempt = 0; attempt < 100 && waiting.getCount() > 0; attempt++) {
            System.gc();
            waiting.await(5, TimeUnit.MILLISECONDS);
        }
        assertThat(waiting.getCount()).as("the hook has begun").isZero();
        long before = Ledger.counts().nativeBlocks();
        for (int i = 0; i < 50; i++) {
            drop(new AtomicInteger());
        }
        long after = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 100 && after > before; attempt++) {
            System.gc();
            Thread.sleep(5);
            after = Ledger.counts().nativeBlocks();
        }
        goOn.countDown();
        assertThat(after).isLessThanOrEqualTo(before);
    }

    private static void dropWaiting(CountDownLatch waiting, CountDownLatch goOn) {
        Storage.foreign("slow neighbour", 4096, 8, Device.CPU, Access.WRITEABLE, () -> {
            waiting.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void anExportOutlivesADroppedStorage() throws InterruptedException {
        StorageTest.Hook hook = new StorageTest.Hook();
        Lease lease = hook.storage(64).lease("neighbour");
        assertThat(eventually(() -> Ledger.report().stream()
                .anyMatch(line -> line.startsWith("IMPORT 64 bytes, test, closed, held by an export"))))
                .as("the collector closes it: %s", Ledger.report()).isTrue();
        assertThat(hook.runs()).isZero();
        lease.close();
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void aStorageThatIsReachableStays() throws InterruptedException {
        try (Storage storage = Storage.allocate(64)) {
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(5);
                Ledger.drain();
            }
            assertThat(storage.isClosed()).isFalse();
        }
    }

    @Test
    void theReportNamesWhatIsLiveAndWhereItCameFrom() {
        try (Storage storage = Storage.allocate(123)) {
            Lease lease = storage.lease("the neighbour");
            assertThat(Ledger.report()).anySatisfy(line -> assertThat(line).startsWith("NATIVE 123 bytes, native"))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("EXPORT Lease[the neighbour on 123 bytes of native]"));
            if (Ledger.TRACE) {
                assertThat(String.join("\n", Ledger.report())).contains("    at ");
            }
            lease.close();
        }
        assertThat(Ledger.report()).noneMatch(line -> line.contains("123 bytes"));
    }

    private static boolean eventually(BooleanSupplier condition) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            System.gc();
            Thread.sleep(5);
            Ledger.drain();
            if (condition.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }
}
