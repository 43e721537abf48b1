package io.arrayport.core.ndarray;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who may read and write an array when: read-only views and storages, closed ones, other devices. */
class NdArrayAccessTest {
    private static final Map<String, Consumer<NdArray>> READERS = new LinkedHashMap<>();
    private static final Map<String, Consumer<NdArray>> WRITERS = new LinkedHashMap<>();

    static {
        READERS.put("item", NdArray::item);
        READERS.put("item(index)", array -> array.item(0));
        READERS.put("toDouble", NdArray::toDouble);
        READERS.put("toLong", NdArray::toLong);
        READERS.put("getDouble", array -> array.getDouble(0));
        READERS.put("getLong", array -> array.getLong(0));
        READERS.put("getBoolean", array -> array.getBoolean(0));
        READERS.put("getComplex", array -> array.getComplex(0));
        READERS.put("copy", NdArray::copy);
        READERS.put("copyNative", NdArray::copyNative);
        READERS.put("astype", array -> array.astype(np.float32));
        READERS.put("astype of its own type", array -> array.astype(np.int32));
        READERS.put("repr", NdArray::repr);
        WRITERS.put("setDouble", array -> array.setDouble(1, 0));
        WRITERS.put("setLong", array -> array.setLong(1, 0));
        WRITERS.put("setBoolean", array -> array.setBoolean(true, 0));
        WRITERS.put("setComplex", array -> array.setComplex(new Complex(1, 0), 0));
    }

    private static Map<String, Consumer<NdArray>> all() {
        Map<String, Consumer<NdArray>> all = new LinkedHashMap<>(READERS);
        all.putAll(WRITERS);
        return all;
    }

    private static NdArray one() {
        return np.zeros(Shape.of(1), np.int32);
    }

    @Test
    void everythingWorksOnAnOpenArray() {
        NdArray array = one();
        all().forEach((name, access) -> access.accept(array));
        assertThat(array.getLong(0)).isEqualTo(1);
    }

    @Test
    void nothingIsReadOrWrittenAfterClose() {
        NdArray array = one();
        NdArray view = array.reshape(1, 1).get("0").transpose();
        view.close();
        assertThat(array.storage().isClosed()).isTrue();
        for (NdArray closed : List.of(array, view, array.asReadOnly())) {
            all().forEach((name, access) -> assertThatThrownBy(() -> access.accept(closed)).as(name)
                    .isInstanceOf(ClosedException.class).hasMessageContaining("4 bytes (native) is closed"));
            assertThat(closed.toString()).contains("closed").contains("int32");
        }
        array.close();
    }

    @Test
    void readOnlyViewsRefuseToBeWritten() {
        NdArray array = one();
        for (NdArray view : List.of(array.asReadOnly(), array.broadcastTo(1), array.asReadOnly().reshape(1),
                array.asReadOnly().get("::-1"), array.broadcastTo(3, 1).get("0"),
                NdArray.of(array.storage(), np.int32, array.layout(), false))) {
            assertThat(view.isWriteable()).isFalse();
            WRITERS.forEach((name, write) -> assertThatThrownBy(() -> write.accept(view)).as(name)
                    .isInstanceOf(ReadOnlyException.class)
                    .hasMessage("set: this array is read-only: it is a read-only view (broadcast or "
                            + "asReadOnly); write to the array it views, or to a copy()"));
            READERS.forEach((name, read) -> read.accept(view));
            assertThat(view.copy().isWriteable()).isTrue();
            assertThat(view.asReadOnly()).isSameAs(view);
        }
        assertThat(array.isWriteable()).isTrue();
        assertThat(array.getLong(0)).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Access.class, names = {"IMMUTABLE", "PROTECTED"})
    void storagesThatAreNotOursToWriteAreNotWritten(Access access) {
        NdArray owner = one();
        try (Storage storage = Storage.foreign("flights.arrow", owner.address(), 4, Device.CPU, access, () -> {})) {
            NdArray array = NdArray.of(storage, np.int32, Layout.contiguous(Shape.of(1), 4), true);
            assertThat(array.isWriteable()).isFalse();
            WRITERS.forEach((name, write) -> assertThatThrownBy(() -> write.accept(array)).as(name)
                    .isInstanceOf(ReadOnlyException.class)
                    .hasMessage("set: this array is read-only: it lies in " + access + " storage of flights.arrow"
                            + (access == Access.PROTECTED ? ", where a write faults" : "") + "; write to a copy()"));
            READERS.forEach((name, read) -> read.accept(array));
        }
        assertThat(owner.getLong(0)).isZero();
    }

    @Test
    void aFrozenArrayIsWriteableAgainAfterwards() {
        NdArray array = one();
        Lease lease = array.storage().freeze("Arrow vector");
        array.storage().freeze("another").close();
        array.storage().freeze("Arrow vector").close();
        assertThat(array.isWriteable()).isFalse();
        WRITERS.forEach((name, write) -> assertThatThrownBy(() -> write.accept(array)).as(name)
                .isInstanceOf(ReadOnlyException.class).hasMessage("set: this array is read-only: it is frozen while "
                        + "Arrow vector holds it; close that first, or write to a copy()"));
        assertThatThrownBy(() -> array.addi(1)).isInstanceOf(ReadOnlyException.class)
                .hasMessage("addi: this array is read-only: it is frozen while Arrow vector holds it; "
                        + "close that first, or write to a copy()");
        try (Lease _ = array.storage().freeze("another")) {
            assertThatThrownBy(() -> array.addi(array))
                    .hasMessageContaining("while Arrow vector, another hold it; close these first");
        }
        assertThat(array.storage().exports()).as("a refused write holds nothing").isEqualTo(1);
        lease.close();
        WRITERS.forEach((name, write) -> write.accept(array));
        assertThat(array.getLong(0)).isEqualTo(1);
    }

    @Test
    void refusedAccessHoldsNothing() {
        AtomicInteger released = new AtomicInteger();
        NdArray owner = one();
        Storage storage = Storage.foreign("test", owner.address(), 4, Device.CPU, Access.IMMUTABLE,
                released::incrementAndGet);
        NdArray array = NdArray.of(storage, np.float32, Layout.contiguous(Shape.of(1), 4));
        assertThatThrownBy(() -> array.setDouble(1, 0)).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> array.getLong(0)).hasMessageContaining("use getDouble");
        array.close();
        assertThat(released).hasValue(1);
    }

    /** Following a device's address on the host would end the JVM: 4096 is mapped nowhere. */
    @ParameterizedTest
    @EnumSource(value = DeviceType.class, mode = Mode.EXCLUDE, names = {"CPU", "CUDA_HOST", "ROCM_HOST"})
    void memoryOfADeviceIsNotFollowedOnTheHost(DeviceType type) {
        try (Storage storage = Storage.foreign("test", 4096, 64, new Device(type, 1), Access.WRITEABLE, () -> {})) {
            NdArray array = NdArray.of(storage, np.int32, Layout.contiguous(Shape.of(1), 4));
            assertThat(array.device().type()).isEqualTo(type);
            all().forEach((name, access) -> assertThatThrownBy(() -> access.accept(array)).as(name)
                    .isInstanceOf(DeviceException.class).hasMessageContaining("on " + array.device()));
            assertThat(array.toString()).contains(array.device().toString());
            assertThatThrownBy(() -> array.add(1)).isInstanceOf(ArrayportException.class);
            assertThatThrownBy(() -> array.sum()).isInstanceOf(ArrayportException.class);
        }
    }

    @Test
    void closingUnderRunningAccessNeverReadsFreedMemory() throws InterruptedException {
        AtomicInteger wrong = new AtomicInteger();
        for (int round = 0; round < 300; round++) {
            NdArray array = np.full(Shape.of(64), 7, np.int32);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (int k = 0; k < 10_000; k++) {
                            wrong.addAndGet(array.getLong(k % 64) == 7 ? 0 : 1);
                            array.setLong(7, k % 64);
                        }
                    } catch (ClosedException expected) {
                        // The point of it.
                    }
                }));
            }
            Thread.onSpinWait();
            array.close();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(wrong).hasValue(0);
    }
}
