package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.initial;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.where;
import static io.arrayport.gpu.Both.GPU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands beside an array on a device goes there; what is asked for as Java's own comes from there. */
class DeviceBesideTest {

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    private static NdArray there(double... numbers) {
        return np.array(numbers).toDevice(GPU);
    }

    private static void is(NdArray result, Object elements) {
        assertThat(result.device()).isEqualTo(GPU);
        assertThat(result.tolist()).isEqualTo(elements);
    }

    @Test
    void numbersInListsLieBesideTheArray() {
        try (Scope _ = np.scope()) {
            NdArray a = there(1, 2, 3);
            NdArray mask = np.array(true, false, true).toDevice(GPU);
            np.putmask(a, mask, List.of(7, 8, 9));
            is(a, List.of(7.0, 2.0, 9.0));
            np.place(a, mask, List.of(5, 6));
            is(a, List.of(5.0, 2.0, 6.0));
            is(np.block(List.of(a, 4)), List.of(5.0, 2.0, 6.0, 4.0));
            is(np.r_.get(a, 4, List.of(1, 2)), List.of(5.0, 2.0, 6.0, 4.0, 1.0, 2.0));
            is(np.array(List.of(a, List.of(1, 2, 3))), List.of(List.of(5.0, 2.0, 6.0), List.of(1.0, 2.0, 3.0)));
            NdArray square = np.on(GPU).zeros(shape(2, 2));
            np.fillDiagonal(square, 3);
            is(square, List.of(List.of(3.0, 0.0), List.of(0.0, 3.0)));
            is((NdArray) np.call("add", List.of(a, List.of(1, 1, 1)), Map.of()), List.of(6.0, 3.0, 7.0));
        }
    }

    @Test
    void nowhereIsAMaskOnTheDevice() {
        try (Scope _ = np.scope()) {
            NdArray a = there(1, 2, 3);
            is(np.add.call(a, a, where(false)), List.of(0.0, 0.0, 0.0));
            is(np.sum(a, where(false), initial(4)), 4.0);
            is(np.maximum.reduce(a, where(false), initial(-1)), -1.0);
        }
    }

    @Test
    void arraysElsewhereAreRefused() {
        try (Scope _ = np.scope()) {
            NdArray a = there(1, 2, 3);
            NdArray here = np.array(1.0, 2.0, 3.0);
            for (Runnable call : List.<Runnable>of(() -> a.add(here), () -> np.block(List.of(a, here)),
                    () -> np.array(List.of(a, here)), () -> np.r_.get(a, here),
                    () -> np.putmask(a, np.array(true, true, true).toDevice(GPU), here))) {
                assertThatThrownBy(call::run).isInstanceOf(ArrayportException.class)
                        .hasMessageContaining("cuda:0").hasMessageContaining("cpu");
            }
        }
    }

    @Test
    void singleElements() {
        try (Scope _ = np.scope()) {
            NdArray a = there(1, 2, 3, 4).reshape(2, 2).transpose();
            assertThat(a.item(0, 1)).isEqualTo(3.0);
            assertThat(a.getDouble(1, 0)).isEqualTo(2.0);
            assertThat(a.getBoolean(1, 1)).isTrue();
            assertThat(a.getComplex(1, 1)).isEqualTo(new Complex(4, 0));
            assertThat(a.sum().toDouble()).isEqualTo(10.0);
            a.setDouble(9, 0, 1);
            a.setLong(8, 1, 0);
            is(a, List.of(List.of(1.0, 9.0), List.of(8.0, 4.0)));
            assertThatThrownBy(() -> a.asReadOnly().setDouble(1, 0, 0)).hasMessageContaining("read-only");
            assertThat(a.toArray()).isEqualTo(new double[][]{{1, 9}, {8, 4}});
            assertThat(np.allclose(a, a)).isTrue();
            assertThat(np.arrayEqual(a, a.add(1))).isFalse();
        }
    }

    @Test
    void text() {
        try (Scope _ = np.scope()) {
            NdArray a = np.arange(12).reshape(3, 4);
            assertThat(a.toDevice(GPU)).hasToString(a.toString());
            NdArray large = np.arange(4000.0).reshape(2, 2000).transpose();
            assertThat(large.toDevice(GPU).repr()).isEqualTo(large.repr());
            NdArray records = np.zeros(shape(2000), DType.of("i4,f8"));
            assertThat(records.toDevice(GPU).repr()).isEqualTo(records.repr());
        }
    }
}
