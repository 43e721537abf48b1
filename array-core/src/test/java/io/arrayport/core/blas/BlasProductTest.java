package io.arrayport.core.blas;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products by OpenBLAS in any shape and layout, against sums of whole numbers, which are exact in any order. */
class BlasProductTest {
    private static final int[] SIDES = {1, 1, 2, 5, 16, 33, 64, 130};

    @Test
    void theLibraryOnTheClassPathIsUsed() {
        assertThat(Blas.describe()).startsWith("on: OpenBLAS").endsWith(", 1 thread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64", "complex64", "complex128"})
    void anyShapeAndLayoutGivesTheSumsOfProducts(String name) {
        DType type = DType.of(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 120; round++) {
            try (var _ = np.scope()) {
                int m = SIDES[random.nextInt(SIDES.length)];
                int k = SIDES[random.nextInt(SIDES.length)];
                int n = SIDES[random.nextInt(SIDES.length)];
                NdArray a = laid(type, m, k, random);
                NdArray b = laid(type, k, n, random);
                NdArray target = placed(type, m, n, random);
                target.fill(Double.NaN); // what was there must not be read
                np.matmul(a, b, out(target));
                NdArray expected = product(a, b).add(0); // the sign of a zero depends on the order of a complex product
                NdArray actual = target.add(0);
                String what = round + ": " + a.layout() + " by " + b.layout() + " into " + target.layout();
                assertThat(Elements.values(actual)).as(what).isEqualTo(Elements.values(expected));
                if (type.kind() == 'c') {
                    assertThat(actual.getComplex(m - 1, n - 1)).as(what)
                            .isEqualTo(expected.getComplex(m - 1, n - 1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64", "complex128"})
    void whatIsCutIntoBlocksGivesTheSumsOfProducts(String name) {
        DType type = DType.of(name);
        Random random = new Random(name.hashCode());
        int[] sides = {70, 101, 113, 130, 257};
        for (int round = 0; round < 24; round++) {
            try (var _ = np.scope()) {
                int m = sides[random.nextInt(sides.length)];
                int k = sides[random.nextInt(sides.length - 1)];
                int n = m == 257 ? 101 : sides[random.nextInt(sides.length)];
                NdArray a = laid(type, m, k, random);
                NdArray b = laid(type, k, n, random);
                NdArray target = placed(type, m, n, random);
                target.fill(Double.NaN);
                np.matmul(a, b, out(target));
                assertThat(np.arrayEqual(target, product(a, b)))
                        .as(round + ": " + a.layout() + " by " + b.layout() + " into " + target.layout()).isTrue();
            }
        }
    }

    /** Computed by one element after the other. */
    private static NdArray product(NdArray a, NdArray b) {
        return np.einsum("ikj->ij", np.multiply(a.expandDims(2), b.expandDims(0)));
    }

    private static NdArray imaginary() {
        return np.sqrt(np.full(shape(), -1, np.complex128));
    }

    /** Small whole numbers, laid out in some way. */
    private static NdArray laid(DType type, int rows, int columns, Random random) {
        NdArray array = placed(type, rows, columns, random);
        NdArray numbers = numbers(rows, columns, random);
        np.copyto(array, type.kind() == 'c' ? numbers.add(imaginary().multiply(numbers(rows, columns, random)))
                : numbers, casting(Casting.UNSAFE));
        return array;
    }

    private static NdArray numbers(int rows, int columns, Random random) {
        NdArray mixed = np.arange((long) rows * columns).add(random.nextInt(100)).multiply(7919);
        return np.remainder(mixed, 9).subtract(4).reshape(rows, columns);
    }

    /** By rows or columns, with gaps, backwards, off the alignment. */
    private static NdArray placed(DType type, int rows, int columns, Random random) {
        NdArray array = switch (random.nextInt(6)) {
            case 0, 1 -> np.zeros(shape(rows, columns), type);
            case 2 -> np.zeros(shape(columns, rows), type).T();
            case 3 -> np.zeros(shape(rows, columns + 3), type).get(":, 1:-2");
            case 4 -> np.zeros(shape(rows * 2, columns * 2), type).get("::2, ::-2");
            default -> {
                long bytes = (long) rows * columns * type.itemsize();
                yield NdArray.of(Storage.allocate(bytes + 1), type, Layout.of(Shape.of(rows, columns),
                        new long[]{(long) columns * type.itemsize(), type.itemsize()}, 1));
            }
        };
        return array;
    }

    @Test
    void aStretchedOperandIsReadAsItLies() {
        try (var _ = np.scope()) {
            NdArray row = np.ones(shape(40), np.float64).broadcastTo(40, 40);
            NdArray column = np.ones(shape(40, 1), np.float64).broadcastTo(40, 40);
            assertThat(Elements.values(np.matmul(row, column))).containsOnly(40);
            assertThat(Elements.values(np.matmul(column, row).get(0))).containsOnly(40);
        }
    }

    @Test
    void conjugatedMatricesOfVectors() {
        try (var _ = np.scope()) {
            NdArray i = imaginary().broadcastTo(100);
            NdArray matrix = np.ones(shape(100, 50), np.complex128);
            assertThat(np.vecmat(i, matrix).getComplex(7)).isEqualTo(new Complex(0, -100));
            assertThat(np.vecmat(i, np.ones(shape(50, 100), np.complex128).T()).getComplex(49))
                    .isEqualTo(new Complex(0, -100));
        }
    }

    @Test
    void vectorsOfComplexNumbers() {
        try (var _ = np.scope()) {
            for (DType type : List.of(DType.COMPLEX64, DType.COMPLEX128)) {
                NdArray ones = np.ones(shape(10_000), type);
                NdArray i = imaginary().astype(type).broadcastTo(10_000).copy();
                assertThat(np.vdot(i, ones).getComplex()).isEqualTo(new Complex(0, -10_000));
                assertThat(np.dot(i, ones).getComplex()).isEqualTo(new Complex(0, 10_000));
                assertThat(np.dot(i.get("::2"), ones.get("::-2")).getComplex()).isEqualTo(new Complex(0, 5_000));
                assertThat(np.vecdot(i.get("::2"), ones.get("1::2")).getComplex()).isEqualTo(new Complex(0, -5_000));
            }
        }
    }

    @Test
    void noNumberAndInfinityComeThrough() {
        try (var _ = np.scope()) {
            NdArray a = np.zeros(shape(64, 64), np.float64);
            NdArray b = np.full(shape(64, 64), Double.NaN, np.float64);
            assertThat(Elements.values(np.matmul(a, b))).containsOnly(Double.NaN);
            assertThat(Elements.values(np.matmul(a, b.get(":, 0")))).containsOnly(Double.NaN);
            assertThat(Elements.values(np.matmul(b.get(0), a))).containsOnly(Double.NaN);
        }
    }

    @Test
    void manyThreadsAtOnceGetTheSameBits() throws Exception {
        try (var _ = np.scope(); ExecutorService threads = Executors.newFixedThreadPool(150)) {
            NdArray a = np.sin(np.arange(96 * 96, np.float64)).reshape(96, 96);
            NdArray expected = np.matmul(a, a);
            Callable<Boolean> once = () -> {
                for (int round = 0; round < 5; round++) {
                    try (NdArray product = np.matmul(a, a); NdArray same = np.equal(product, expected);
                            NdArray all = same.all()) {
                        if (!all.getBoolean()) {
                            return false;
                        }
                    }
                }
                return true;
            };
            List<Future<Boolean>> done = threads.invokeAll(Collections.nCopies(150, once));
            for (Future<Boolean> each : done) {
                assertThat(each.get()).isTrue();
            }
        }
    }
}
