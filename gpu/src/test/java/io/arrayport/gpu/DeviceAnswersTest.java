package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.all;
import static io.arrayport.core.Options.divide;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static io.arrayport.core.Options.under;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.Errstate;
import io.arrayport.core.backend.FloatErrors.Action;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.FloatingPointException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an array on a device answers where a device by itself would do otherwise than main memory. */
class DeviceAnswersTest {
    /** Bytes lie between the fields, and at addresses that are no multiples of them. */
    private static final StructType GAPS = new StructType(
            List.of(new Field("a", DType.INT32, 1), new Field("b", DType.FLOAT64, List.of(2), 7, null)), 26, false);

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "the emulator needs g++");
    }

    private static NdArray on(Device device, double... values) {
        return np.array(values).toDevice(device);
    }

    private static NdArray bools(Device device, boolean... values) {
        return np.array(values).toDevice(device);
    }

    private static NdArray records() {
        NdArray bytes = np.arange(3 * GAPS.itemsize(), np.uint8);
        return bytes.view(GAPS);
    }

    @Test
    void whatLiesBetweenFieldsStays() {
        NdArray other = np.zeros(shape(3), GAPS);
        Both.same(records(), a -> {
            a.set(other.toDevice(a.device()));
            return a.view(DType.UINT8);
        });
        Both.same(records(), a -> {
            a.set(Row.of(5, List.of(1.5, 2.5)), slice(1, null));
            return a.view(DType.UINT8);
        });
        Both.same(records(), a -> {
            np.copyto(a, other.toDevice(a.device()), where(bools(a.device(), true, false, true)));
            return a.view(DType.UINT8);
        });
    }

    @Test
    void recordsOfOtherTypes() {
        StructType narrow = StructType.of(Field.of("x", DType.FLOAT32), Field.of("y", DType.INT16));
        Both.same(records(), a -> a.astype(StructType.of(
                Field.of("x", DType.FLOAT32), Field.of("y", DType.INT64, 2))));
        Both.same(np.arange(3.0), a -> a.astype(narrow));
        assertThatThrownBy(() -> records().toDevice(Both.GPU).astype(StructType.of(Field.of("x", DType.INT8))))
                .isInstanceOf(CastingException.class).hasMessageContaining("is no conversion");
    }

    @Test
    void textsAreReadAsNumbers() {
        for (DType type : List.of(DType.INT64, DType.FLOAT32, DType.INT16)) {
            Both.same(np.zeros(shape(4), type), a -> {
                a.set("12", slice(1, 3));
                a.fill("7");
                a.set("3", slice(0, 2));
                return a;
            });
        }
        Both.refused("no number", device -> {
            NdArray a = np.zeros(shape(2), DType.INT64).toDevice(device);
            a.set("x", slice(0, 1));
            return a;
        });
    }

    @Test
    void notANumberLeavesWhatIsAlwaysZero() {
        for (int n : new int[]{1, 2, 3, 4, 7, 8}) {
            NdArray a = np.full(shape(n), Double.NaN);
            for (NdArray here : List.of(a, np.arange((double) n))) {
                NdArray there = here.toDevice(Both.GPU);
                Both.near("fft " + n, np.fft.fft(here), np.fft.fft(here), np.fft.fft(there), 1e-14);
                Both.near("ifft " + n, np.fft.fft(here), np.fft.ifft(here), np.fft.ifft(there), 1e-14);
                Both.near("rfft " + n, np.fft.rfft(here), np.fft.rfft(here), np.fft.rfft(there), 1e-14);
            }
        }
    }

    @Test
    void wholeNumbersHaveNoNegativePowers() {
        NdArray exponents = np.array(new long[]{0, 2, -3, -1});
        Both.refused("powers", device -> np.power(np.arange(4).toDevice(device), exponents.toDevice(device)));
        Both.refused("one power", device -> np.arange(4).toDevice(device).power(-1));
        Both.refused("fused", device -> {
            NdArray a = np.arange(1, 5).toDevice(device);
            return np.fuse(x -> np.power(x.add(x), -2)).call(a);
        });
        Both.same(np.arange(4), a -> np.power(a, exponents.toDevice(a.device()), out(a.copy()),
                where(bools(a.device(), true, true, false, false))));
        Both.same(np.arange(4).astype(DType.UINT8), a -> np.power(a, a));
        Both.same(np.arange(4).reshape(2, 2), a -> a.power(3));
    }

    @Test
    void errorsAreLookedForWhereSomebodyAsks() {
        Both.refused("divide", device -> {
            try (Errstate _ = np.errstate(divide(Action.RAISE))) {
                return np.divide(on(device, 1, 2), on(device, 1, 0));
            }
        });
        Both.refused("in place", device -> {
            try (Errstate _ = np.errstate(all(Action.RAISE))) {
                NdArray a = on(device, 1, -2);
                return np.sqrt(a, out(a));
            }
        });
        Both.refused("sum", device -> {
            try (Errstate _ = np.errstate(all(Action.RAISE))) {
                return np.sum(on(device, Double.MAX_VALUE, Double.MAX_VALUE));
            }
        });
        Both.refused("whole numbers", device -> {
            try (Errstate _ = np.errstate(all(Action.RAISE))) {
                return np.floorDivide(on(device, 1, 2).astype(DType.INT64), on(device, 1, 0).astype(DType.INT64));
            }
        });
        List<String> calls = new ArrayList<>();
        np.seterrcall((error, _) -> calls.add(error));
        try (Errstate _ = np.errstate(under(Action.CALL))) {
            NdArray small = on(Both.GPU, 1e-200, 1);
            NdArray square = small.multiply(small);
            assertThat(square.toDevice(Device.CPU).getDouble(1)).isOne();
            np.divide(small, on(Both.GPU, 0, 0));
        } finally {
            np.seterrcall(null);
        }
        assertThat(calls).containsExactly("underflow");
    }

    @Test
    void stepsOfAnOperationAreNobodysErrors() {
        NdArray a = on(Both.GPU, 1, Double.NaN, 3);
        try (Errstate _ = np.errstate(all(Action.RAISE))) {
            np.fft.fft(a);
            np.mean(a);
            np.std(on(Both.GPU, 1, 2, 4));
        } catch (FloatingPointException found) {
            throw new AssertionError(found);
        }
    }
}
