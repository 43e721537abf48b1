package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 65, 4096, 5_000_001})
    void allocatesAlignedAndPadded(long bytes) {
        long before = Settled.counts().nativeBytes();
        try (Storage storage = Storage.allocate(bytes)) {
            assertThat(storage.address() % 64).isZero();
            assertThat(storage.byteSize()).isEqualTo(bytes);
            long padded = Math.max(64, (bytes + 63) / 64 * 64);
            assertThat(Ledger.counts().nativeBytes() - before).isEqualTo(Allocator.current().capacity(bytes))
                    .isGreaterThanOrEqualTo(padded);
            // The padding is ours: a neighbour may read it, and whoever writes it harms nobody.
            Memory.segment(storage.address(), padded).fill((byte) 1);
            assertThat(Ledger.takeFaults()).isEmpty();
            assertThat(storage.device()).isEqualTo(Device.CPU);
            assertThat(storage.access()).isEqualTo(Access.WRITEABLE);
            assertThat(storage.isWriteable()).isTrue();
        }
        assertThat(Ledger.counts().nativeBytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 1000, 5_000_001})
    void zeroedIsZeroAlsoWhereMemoryWasUsedBefore(long bytes) {
        for (int round = 0; round < 4; round++) {
            try (Storage used = Storage.allocate(bytes)) {
                Memory.segment(used.address(), bytes).fill((byte) -1);
            }
            try (Storage storage = Storage.allocateZeroed(bytes)) {
                MemorySegment zeros = MemorySegment.ofArray(new byte[(int) bytes]);
                assertThat(Memory.segment(storage.address(), bytes).mismatch(zeros)).isEqualTo(-1);
            }
        }
    }

    @Test
    void refusesSizesThatCannotBe() {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> Storage.allocate(-1)).isInstanceOf(ShapeException.class)
                .hasMessage("allocate: a storage of -1 bytes; at least 0 are needed");
        assertThatThrownBy(() -> Storage.allocate(Long.MIN_VALUE)).isInstanceOf(ShapeException.class);
        for (long bytes : new long[]{Long.MAX_VALUE, Long.MAX_VALUE - 63, Long.MAX_VALUE - 5000, 1L << 62}) {
            assertThatThrownBy(() -> Storage.allocate(bytes)).isInstanceOf(MemoryBudgetException.class)
                    .hasMessageContaining(bytes + " bytes were asked").hasMessageContaining("are held of")
                    .hasMessageContaining("allowed").hasMessageContaining("close arrays");
            assertThatThrownBy(() -> Storage.allocateZeroed(bytes)).isInstanceOf(MemoryBudgetException.class);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void closeEndsAccessAndMayBeCalledAgain() {
        Storage storage = Storage.allocate(100);
        storage.close();
        storage.close();
        assertThat(storage.isClosed()).isTrue();
        assertThatThrownBy(storage::acquire).isInstanceOf(ClosedException.class)
                .hasMessageContaining("100 bytes (native) is closed").hasMessageContaining("copy()");
        assertThatThrownBy(() -> storage.lease("anyone")).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> storage.freeze("anyone")).isInstanceOf(ClosedException.class);
        assertThat(storage).asString().contains("100 bytes").contains("native").contains("cpu").contains("closed");
    }

    @Test
    void closeWaitsForNobodyAndTheLastHoldReleases() {
        Hook hook = new Hook();
        Storage storage = hook.storage(64);
        storage.acquire();
        Lease lease = storage.lease("neighbour");
        storage.close();
        assertThat(storage.isClosed()).isTrue();
        assertThat(hook.runs()).isZero();
        storage.release();
        assertThat(hook.runs()).isZero();
        lease.close();
        assertThat(hook.runs()).isEqualTo(1);
        lease.close();
        storage.close();
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void aStorageThatIsOpenIsNotReleasedByItsLastLease() {
        Hook hook = new Hook();
        try (Storage storage = hook.storage(64)) {
            storage.acquire();
            storage.release();
            storage.lease("neighbour").close();
            assertThat(hook.runs()).isZero();
        }
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void releasingMoreThanWasAcquiredIsRefusedAndChangesNothing() {
        Hook hook = new Hook();
        Storage storage = hook.storage(64);
        assertThatThrownBy(storage::release).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no lease is out").hasMessageContaining("test");
        assertThat(storage.isClosed()).isFalse();
        Lease lease = storage.lease("neighbour");
        assertThatThrownBy(storage::release).as("an export's hold is not an operation's to give back")
                .isInstanceOf(IllegalStateException.class);
        storage.close();
        assertThatThrownBy(storage::release).isInstanceOf(IllegalStateException.class);
        assertThat(hook.runs()).isZero();
        lease.close();
        assertThat(hook.runs()).isEqualTo(1);
        assertThatThrownBy(storage::release).isInstanceOf(IllegalStateException.class);
        assertThat(storage.isClosed()).isTrue();
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void aFrozenStorageIsNotWriteableUntilTheLastFreezeEnds() {
        try (Storage storage = Storage.allocate(64)) {
            Lease plain = storage.lease("torch");
            assertThat(storage.isWriteable()).isTrue();
            Lease first = storage.freeze("Arrow");
            Lease second = storage.freeze("DuckDB");
            assertThat(storage.isWriteable()).isFalse();
            assertThat(storage.exports()).isEqualTo(3);
            first.close();
            first.close();
            plain.close();
            assertThat(storage.isWriteable()).isFalse();
            second.close();
            assertThat(storage.isWriteable()).isTrue();
            assertThat(storage.exports()).isZero();
        }
    }

    @Test
    void onlyWriteableAccessMayBeWritten() {
        for (Access access : Access.values()) {
            Hook hook = new Hook();
            try (Storage storage = hook.storage(64, access)) {
                assertThat(storage.access()).isEqualTo(access);
                assertThat(storage.isWriteable()).isEqualTo(access == Access.WRITEABLE);
            }
        }
    }

    @Test
    void aLeaseSaysWhoHoldsWhat() {
        try (Storage storage = Storage.allocate(96)) {
            Lease lease = storage.lease("torch NDArray");
            assertThat(lease.holder()).isEqualTo("torch NDArray");
            assertThat(lease.isOpen()).isTrue();
            assertThat(lease).hasToString("Lease[torch NDArray on 96 bytes of native]");
            lease.close();
            assertThat(lease.isOpen()).isFalse();
            assertThat(lease).asString().contains("closed");
        }
    }

    @Test
    void foreignMemoryMustBeARangeOfAddresses() {
        Hook hook = new Hook();
        for (long[] range : new long[][]{{4096, -1}, {0, 1}, {-64, 32}, {-64, 0}, {Long.MIN_VALUE, 8},
                {Long.MAX_VALUE - 8, 16}, {1, Long.MAX_VALUE}}) {
            assertThatThrownBy(
                    () -> Storage.foreign("test", range[0], range[1], Device.CPU, Access.WRITEABLE, hook))
                    .as(List.of(range[0], range[1]).toString()).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining(range[1] + " bytes at address 0x").hasMessageContaining("from test");
        }
        assertThat(hook.runs()).as("a refused range stays with its owner").isZero();
        Storage.foreign("test", 0, 0, Device.CPU, Access.WRITEABLE, hook).close();
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void foreignMemoryMayHaveAnyAlignment() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment owner = arena.allocate(32);
            Hook hook = new Hook();
            Storage storage = Storage.foreign("arrow", owner.address() + 3, 5, Device.CPU, Access.IMMUTABLE, hook);
            assertThat(storage.address()).isEqualTo(owner.address() + 3);
            assertThat(storage.byteSize()).isEqualTo(5);
            assertThat(storage.origin()).isEqualTo("arrow");
            storage.close();
            assertThat(hook.runs()).isEqualTo(1);
        }
    }

    /** Counts how often a foreign storage was given back. */
    static final class Hook implements Runnable {
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public void run() {
            runs.incrementAndGet();
        }

        int runs() {
            return runs.get();
        }

        Storage storage(long bytes) {
            return storage(bytes, Access.WRITEABLE);
        }

        Storage storage(long bytes, Access access) {
            return Storage.foreign("test", 1 << 20, bytes, Device.CPU, access, this);
        }
    }
}
