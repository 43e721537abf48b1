package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.initial;
import static io.arrayport.core.Options.where;
import static io.arrayport.gpu.Both.GPU;
import static io.arrayport.gpu.Both.near;
import static io.arrayport.gpu.Both.same;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hangs on the order of its elements has the bits on devices that main memory gives. */
class DeviceChainTest {
    private static final List<DType> WHOLE = DType.ALL.stream().filter(type -> "iu".indexOf(type.kind()) >= 0).toList();
    private static final List<DType> FLOATS = DType.ALL.stream().filter(type -> type.kind() == 'f').toList();
    private static final List<DType> COMPLEX = DType.ALL.stream().filter(type -> type.kind() == 'c').toList();

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    private static NdArray numbers(int n, DType type) {
        NdArray whole = np.remainder(np.arange(n).multiply(37).add(11), 101).add(1);
        return (type.kind() == 'f' || type.kind() == 'c' ? whole.multiply(0.37).subtract(3) : whole).astype(type);
    }

    private static List<NdArray> layouts(DType type) {
        NdArray a = numbers(3 * 7 * 20, type).reshape(3, 7, 20);
        return List.of(a, a.transpose(2, 0, 1), a.get("::-1, ::2, 3:"), a.get("2, 5"));
    }

    private static void everyWay(BinaryUfunc ufunc, DType type) {
        try (Scope _ = np.scope()) {
            NdArray starts = np.array(0, 2, 1, 1);
            NdArray startsThere = starts.toDevice(GPU);
            for (NdArray a : layouts(type)) {
                for (int along = 0; along < a.ndim(); along++) {
                    int axis = along;
                    same(a, x -> ufunc.reduce(x, axis(axis)));
                    same(a, x -> ufunc.accumulate(x, axis(axis)));
                    same(a, x -> ufunc.reduceat(x, x.device().equals(GPU) ? startsThere : starts, axis(axis)));
                }
            }
        }
    }

    @Test
    void wholeNumbers() {
        for (DType type : WHOLE) {
            for (BinaryUfunc ufunc : List.of(np.subtract, np.floorDivide, np.remainder, np.fmod, np.gcd, np.lcm,
                    np.leftShift, np.rightShift, np.bitwiseXor, np.fmax)) {
                everyWay(ufunc, type);
            }
        }
    }

    @Test
    void floats() {
        for (DType type : FLOATS) {
            for (BinaryUfunc ufunc : List.of(np.subtract, np.divide, np.floorDivide, np.remainder, np.fmod, np.copysign,
                    np.nextafter, np.heaviside, np.fmin)) {
                everyWay(ufunc, type);
            }
        }
    }

    @Test
    void complexNumbersAndBools() {
        for (DType type : COMPLEX) {
            everyWay(np.subtract, type);
            everyWay(np.divide, type);
        }
        for (BinaryUfunc ufunc : List.of(np.equal, np.less, np.logicalXor)) {
            everyWay(ufunc, DType.BOOL);
        }
    }

    /** A row that is taken in portions, by many threads, where that changes no bit. */
    @Test
    void longRows() {
        try (Scope _ = np.scope()) {
            NdArray a = numbers(9001, DType.INT32);
            NdArray zeros = np.remainder(np.arange(9001).multiply(37), 3).equal(0).astype(DType.FLOAT64).multiply(-0.0);
            NdArray signs = np.copysign(zeros, np.remainder(np.arange(9001).multiply(37), 7).subtract(3));
            for (BinaryUfunc ufunc : List.of(np.bitwiseXor, np.bitwiseOr, np.fmax, np.minimum, np.add)) {
                same(a, ufunc::accumulate);
                same(a.reshape(-1, 1).get("::-1"), x -> ufunc.accumulate(x, axis(0)));
            }
            for (BinaryUfunc ufunc : List.of(np.fmax, np.fmin, np.maximum, np.minimum)) {
                same(signs, ufunc::accumulate);
                same(numbers(9001, DType.FLOAT16), ufunc::accumulate);
                same(a.astype(DType.INT64).view(DType.of("m8[s]")), ufunc::accumulate);
            }
            same(a.greater(50), np.logicalXor::accumulate);
            same(a, np.subtract::accumulate);
        }
    }

    @Test
    void timesBetweenTimes() {
        everyWay(np.subtract, DType.of("m8[s]"));
        everyWay(np.remainder, DType.of("m8[s]"));
        everyWay(np.fmax, DType.of("m8[s]"));
    }

    @Test
    void functionsOfManySteps() {
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64)) {
            try (Scope _ = np.scope()) {
                NdArray a = np.remainder(numbers(60, type), 3).reshape(5, 12);
                for (BinaryUfunc ufunc : List.of(np.hypot, np.arctan2, np.logaddexp, np.logaddexp2, np.power)) {
                    near(ufunc.toString(), a.reshape(-1), ufunc.accumulate(a, axis(1)),
                            ufunc.accumulate(a.toDevice(GPU), axis(1)),
                            type.equals(DType.FLOAT32) ? 1e-4 : 1e-10);
                }
            }
        }
        for (DType type : COMPLEX) {
            try (Scope _ = np.scope()) {
                NdArray a = np.array(new double[]{1.5, 0.5, 2, 1}).astype(type);
                near("power", a, np.power.accumulate(a), np.power.accumulate(a.toDevice(GPU)), 1e-4);
            }
        }
    }

    @Test
    void stretchesUnderMasks() {
        for (DType type : List.of(DType.FLOAT16, DType.FLOAT32, DType.INT16)) {
            try (Scope _ = np.scope()) {
                NdArray a = numbers(40 * 300, type).reshape(40, 300);
                NdArray mask = np.remainder(np.arange(40 * 300).reshape(40, 300), 7).astype(DType.BOOL);
                NdArray there = mask.toDevice(GPU);
                same(a, x -> np.subtract.reduce(x, axis(1), where(x.device().equals(GPU) ? there : mask), initial(5)));
                same(a, x -> np.subtract.reduce(x, axis(0), where(x.device().equals(GPU) ? there : mask), initial(5)));
                same(a, x -> np.subtract.reduce(x.get("::3")));
                same(a.astype(DType.FLOAT32), x -> np.subtract.reduce(x.get(":, ::-2"), axis(1)));
            }
        }
    }

    /** A kernel that goes from one to the next cannot refuse a negative power, as the CPU does. */
    @Test
    void powersOfIntegersAreNotReducedThere() {
        try (Scope _ = np.scope()) {
            NdArray there = np.array(2L, 3L).toDevice(GPU);
            assertThatThrownBy(() -> np.power.reduce(there)).isInstanceOf(DeviceException.class);
            assertThatThrownBy(() -> np.power.accumulate(there)).isInstanceOf(DeviceException.class);
        }
    }

    @Test
    void whatGoesToTheSamePosition() {
        for (DType type : List.of(DType.INT32, DType.FLOAT16, DType.FLOAT64, DType.COMPLEX64)) {
            try (Scope _ = np.scope()) {
                NdArray where = np.array(3, 1, -1, 3, 3, 0, 1);
                same(numbers(9, type), x -> {
                    NdArray made = x.copy();
                    np.subtract.at(made, where.toDevice(x.device()), numbers(7, type).toDevice(x.device()));
                    return made;
                });
            }
        }
    }
}
