package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves, what is refused before libtorch could abort on it, and what the plan says. */
class ExportTest {
    private final NDManager manager = TorchSide.manager();
    private final TorchTarget target = Torch.torch(manager);

    @AfterEach
    void close() {
        manager.close();
    }

    private void assertRefused(NdArray array, Outcome outcome, String... words) {
        long exports = Settled.counts().exports();
        ExchangePlan plan = target.plan(array);
        assertThat(plan.outcome()).isEqualTo(outcome);
        assertThatThrownBy(() -> target.accept(array)).isInstanceOf(ZeroCopyException.class)
                .hasMessageStartingWith("as torch NDArray: ")
                .hasMessageContainingAll(words);
        assertThat(Ledger.counts().exports()).isEqualTo(exports);
    }

    /** The bytes of {@code array}, which the new one keeps and releases, as another kind of memory. */
    private static NdArray over(NdArray array, Access access, Device device) {
        Storage storage = Storage.foreign("flights.arrow", array.storage().address(), array.storage().byteSize(),
                device, access, array::close);
        return NdArray.of(storage, array.dtype(), array.layout());
    }

    @Test
    void thePlanSaysWhoCanWrite() {
        NdArray array = np.arange(4, np.float32);
        assertThat(target.plan(array))
                .hasToString("to torch NDArray: zero-copy; both sides can write");
        assertThat(target.plan(array.asReadOnly()).writers()).contains(
                "only the neighbour can write: this array is read-only",
                "every array over these bytes would see it");
        assertThat(target.plan(over(array, Access.IMMUTABLE, Device.CPU)).writers()).contains(
                "only the neighbour can write",
                "a file mapped copy-on-write would stay as it was");
        try (Lease _ = array.storage().freeze("arrow")) {
            assertThat(target.plan(array).writers()).contains("only the neighbour can write",
                    "whoever froze these bytes");
        }
    }

    @Test
    void immutableMemoryIsShared() {
        NdArray array = over(np.arange(4, np.float32), Access.IMMUTABLE, Device.CPU);
        NDArray tensor = target.accept(array);
        assertThat(TorchSide.dataPtr(tensor)).isEqualTo(array.address());
        assertThat(tensor.toFloatArray()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void memoryInWhichAWriteFaultsNeverLeaves() {
        NdArray array = over(np.arange(4, np.float32), Access.PROTECTED, Device.CPU);
        assertRefused(array, Outcome.NEEDS_COPY, "a write to its memory (flights.arrow) faults", "copy");
        NDArray copy = Exchange.to(array, target, CopyPolicy.IF_NEEDED);
        copy.addi(1);
        assertThat(Elements.values(array)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aForeignByteOrderIsRefused() {
        NdArray array = np.arange(4, DType.INT32);
        ByteOrder other = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        NdArray swapped = NdArray.of(array.storage(), DType.INT32.withOrder(other), array.layout());
        assertRefused(swapped, Outcome.NEEDS_COPY, "its byte order is " + other);
        assertThat(Exchange.to(swapped, target, CopyPolicy.IF_NEEDED).toIntArray()).containsExactly(0, 1 << 24, 2 << 24,
                3 << 24);
    }

    @Test
    void timesAreRefused() {
        NdArray longs = np.arange(4);
        for (String type : new String[]{"M8[ns]", ">m8[s]"}) {
            NdArray times = NdArray.of(longs.storage(), DType.of(type), longs.layout());
            assertRefused(times, Outcome.REFUSED, DType.of(type).name());
        }
    }

    @Test
    void aStrideThatIsNoWholeElementIsRefused() {
        NdArray array = np.arange(12, np.float32);
        NdArray records = NdArray.of(array.storage(), DType.FLOAT32,
                Layout.of(Shape.of(4), new long[]{6}, 0));
        assertRefused(records, Outcome.NEEDS_COPY, "stride 6 of axis 0 is not a multiple of the 4 bytes");
    }

    @Test
    void anotherDeviceIsRefused() {
        assertRefused(over(np.arange(4, np.float32), Access.WRITEABLE, new Device(DeviceType.CUDA, 0)), Outcome.REFUSED,
                "the array is on cuda:0");
    }

    @Test
    void shapesAtTheEndOfTheCountableCross() {
        NDArray tensor = target.accept(np.arange(1, np.float64).broadcastTo(1L << 59));
        assertThat(tensor.size()).isEqualTo(1L << 59);
        NdArray empty = NdArray.of(np.empty(Shape.of(0), np.float64).storage(), DType.FLOAT64,
                Layout.of(Shape.of(1L << 62, 0), new long[]{Long.MIN_VALUE, -3}, 0));
        assertThat(target.accept(empty).getShape()).isEqualTo(new ai.djl.ndarray.types.Shape(1L << 62, 0));
    }

    /** libtorch replaces a negative stride by a product of its neighbours, and throws where that overflows. */
    @Test
    void aNegativeStrideThatNoElementTakesIsNotPassedOn() {
        NdArray empty = NdArray.of(np.empty(Shape.of(0), np.int8).storage(), DType.INT8, Layout.of(
                Shape.of(2, 1L << 30, 0), new long[]{-1, 1L << 40, 1}, 0));
        assertThat(target.accept(empty).getShape()).isEqualTo(new ai.djl.ndarray.types.Shape(2, 1L << 30, 0));
    }

    @Test
    void aBroadcastArrayIsSharedWithStrideZero() {
        NDArray tensor = target.accept(np.arange(3, np.float32).broadcastTo(2, 3));
        assertThat(tensor.toFloatArray()).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(Torch.torch(tensor).open().layout().strides()).containsExactly(0, 4);
    }

    @Test
    void allSixtyFourAxesCross() {
        long[] ones = new long[64];
        java.util.Arrays.fill(ones, 1);
        NDArray tensor = target.accept(np.arange(1, np.float32).reshape(ones));
        assertThat(tensor.getShape().dimension()).isEqualTo(64);
        assertThat(tensor.add(1).sum().getFloat()).isEqualTo(1);
    }

    @Test
    void aClosedArrayIsRefused() {
        NdArray array = np.arange(4, np.float32);
        array.close();
        assertThat(target.plan(array).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(target.plan(array).reason()).isEqualTo("the array is closed (native)");
        assertThatThrownBy(() -> target.accept(array)).isInstanceOf(ClosedException.class);
    }

    @Test
    void aClosedManagerIsRefused() {
        NDManager sub = manager.newSubManager();
        sub.close();
        NdArray array = np.arange(4, np.float32);
        assertThatThrownBy(() -> Torch.torch(sub).accept(array)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("the NDManager is closed");
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void aCappedManagerIsRefusedAndTheExportTakenBack() {
        NDManager sub = manager.newSubManager();
        sub.cap();
        NdArray array = np.arange(4, np.float32);
        assertThatThrownBy(() -> Torch.torch(sub).accept(array)).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("takes no more arrays: NDManager is capped");
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void aManagerOfAnotherEngineIsRefused() {
        NDManager other = ai.djl.ndarray.NDManager.class.cast(java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[]{NDManager.class}, (_, method, _) -> method.getName().equals("isOpen") ? true : null));
        assertThatThrownBy(() -> Torch.torch(other).accept(np.arange(4, np.float32)))
                .isInstanceOf(ZeroCopyException.class)
                .hasMessageContainingAll("expected an NDManager of DJL's PyTorch engine",
                        "NDManager.newBaseManager(\"PyTorch\")");
    }

    @Test
    void elementTypesThatDjlCannotNameAreRefusedUnlessAskedFor() {
        for (TorchDtype row : TorchDtype.values()) {
            NdArray array = np.zeros(Shape.of(3), row.dtype);
            if (row.isNamed()) {
                assertThat(target.accept(array).getDataType()).isEqualTo(row.djl);
            } else {
                assertRefused(array, Outcome.REFUSED, "DJL has no name for " + row.dtype.name(), "withUnnamedDtypes()");
            }
        }
    }

    @Test
    void whatWouldAbortOnAnUnnamedElementTypeThrows() {
        NDArray tensor = target.withUnnamedDtypes().accept(np.arange(3, np.int16));
        assertThat(tensor.getDataType()).isEqualTo(DataType.UNKNOWN);
        assertThatThrownBy(tensor::zerosLike).isInstanceOf(DTypeException.class)
                .hasMessageContaining("no name for int16");
        assertThatThrownBy(tensor::onesLike).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> tensor.softmax(0)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> tensor.logSoftmax(0)).isInstanceOf(DTypeException.class);
        assertThat(tensor.toType(DataType.FLOAT32, true).softmax(0).sum().getFloat()).as("the remedy").isEqualTo(1);
    }
}
