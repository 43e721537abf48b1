package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.weights;
import static io.arrayport.gpu.Both.GPU;
import static io.arrayport.gpu.Both.same;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Running results, slices, indexed additions, positions and choices, as main memory has them. */
class DevicePartialTest {

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    private static NdArray numbers(int n, DType type) {
        return np.remainder(np.arange(n).multiply(37).add(11), type.kind() == 'b' ? 2 : 101).multiply(
                type.kind() == 'f' || type.kind() == 'c' ? 0.37 : 1).astype(type);
    }

    private static List<NdArray> layouts(DType type) {
        NdArray a = numbers(3 * 7 * 10, type).reshape(3, 7, 10);
        return List.of(a, a.transpose(2, 0, 1), a.get("::-1, ::2, 3:"), a.get("1, :, ::-3"), a.get("2, 5"));
    }

    @Test
    void runningResults() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                for (NdArray a : layouts(type)) {
                    for (int along = 0; along < a.ndim(); along++) {
                        int axis = along;
                        same(a, x -> np.cumsum(x, axis(axis)));
                        same(a, x -> np.cumprod(x, axis(axis)));
                        same(a, x -> np.maximum.accumulate(x, axis(axis)));
                        same(a, x -> np.logicalAnd.accumulate(x, axis(axis)));
                    }
                }
            }
        }
    }

    @Test
    void slices() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                NdArray starts = np.array(0, 4, 2, 2, 6);
                for (NdArray a : layouts(type)) {
                    for (int along = 0; along < a.ndim(); along++) {
                        int axis = along;
                        NdArray inside = np.minimum(starts, a.shape().dim(axis) - 1);
                        NdArray there = inside.toDevice(GPU);
                        same(a, x -> np.add.reduceat(x, x.device().equals(GPU) ? there : inside, axis(axis)));
                        same(a, x -> np.maximum.reduceat(x, x.device().equals(GPU) ? there : inside, axis(axis)));
                    }
                }
                NdArray a = numbers(900, type);
                same(a, x -> np.add.reduceat(x, np.array(0, 300, 305).toDevice(x.device())));
                assertThatThrownBy(() -> np.add.reduceat(a.toDevice(GPU), np.array(0, 900).toDevice(GPU)))
                        .isInstanceOf(IndexException.class).hasMessageContaining("900");
            }
        }
    }

    @Test
    void atTheSamePositionOneAfterTheOther() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                NdArray where = np.array(3, 1, -1, 3, 3, 0, 1);
                NdArray values = numbers(7, type);
                same(numbers(9, type), x -> {
                    NdArray made = x.copy();
                    np.add.at(made, where.toDevice(x.device()), values.toDevice(x.device()));
                    return made;
                });
                same(numbers(9 * 4, type).reshape(9, 4), x -> {
                    NdArray made = x.copy();
                    np.maximum.at(made.transpose().transpose(), where.toDevice(x.device()),
                            numbers(7 * 4, type).reshape(7, 4).toDevice(x.device()));
                    return made;
                });
                assertThatThrownBy(() -> np.add.at(values.toDevice(GPU), np.array(0, 7).toDevice(GPU),
                        values.get(":2").toDevice(GPU))).isInstanceOf(IndexException.class)
                        .hasMessageContaining("7");
            }
        }
        try (Scope _ = np.scope()) {
            same(np.arange(5.0), x -> {
                NdArray made = x.copy();
                np.negative.at(made, np.array(1, 1, 2).toDevice(x.device()));
                np.subtract.at(made, np.array(4, 4, 0).toDevice(x.device()), np.array(1, 2, 3).toDevice(x.device()));
                return made;
            });
        }
    }

    @Test
    void positionsOfExtremes() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                for (NdArray a : layouts(type)) {
                    same(a, x -> np.argmax(x));
                    same(a, x -> np.argmin(x));
                    for (int along = 0; along < a.ndim(); along++) {
                        int axis = along;
                        same(a, x -> np.argmax(x, axis(axis)));
                        same(a, x -> np.argmin(x, axis(axis)));
                    }
                }
                same(numbers(40_000, type), x -> np.argmax(x));
            }
        }
    }

    @Test
    void whatBoolsChoose() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                for (NdArray a : layouts(type)) {
                    same(a, x -> np.flatnonzero(x));
                    NdArray mask = np.remainder(np.arange((int) a.size()).reshape(a.shape()), 3).astype(DType.BOOL);
                    same(a, x -> x.get(mask.toDevice(x.device())));
                }
                NdArray longer = numbers(9001, type);
                NdArray mask = np.remainder(np.arange(9001), 5).astype(DType.BOOL);
                same(longer, x -> x.get(mask.toDevice(x.device())));
            }
        }
    }

    @Test
    void counts() {
        try (Scope _ = np.scope()) {
            NdArray a = np.remainder(np.arange(1000).multiply(7), 13);
            NdArray by = numbers(1000, DType.FLOAT64);
            same(a, x -> np.bincount(x));
            same(a, x -> np.bincount(x, weights(by.toDevice(x.device()))));
        }
    }
}
