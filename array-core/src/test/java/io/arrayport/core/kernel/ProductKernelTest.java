package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import io.arrayport.core.kernel.ProductKernel.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Products of matrices: vectors against the scalar twin to the bit, and against sums that are computed apart. */
class ProductKernelTest {
    private static final int[] SIDES = {1, 2, 3, 5, 8, 16, 17, 33, 70};

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"TIME", "BOOL", "I8", "U8"})
    void vectorAndScalarGiveTheSameBitsInAnyShapeAndLayout(Lane lane) {
        Random random = new Random(lane.ordinal());
        for (int round = 0; round < 60; round++) {
            int m = side(random);
            int k = round % 7 == 0 ? 300 + random.nextInt(300) : side(random);
            int n = side(random);
            try (Strip a = new Strip(lane, m, k, random, true);
                    Strip b = new Strip(lane, k, n, random, true);
                    Strip out = new Strip(lane, m, n, random, true);
                    Strip expected = new Strip(lane, m, n, random, true)) {
                Kernels.product(lane, false).run(a.matrix, b.matrix, out.matrix, m, k, n);
                Simd.scalar().product(lane, false).run(a.matrix, b.matrix, expected.matrix, m, k, n);
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        for (int part = 0; part < lane.bytes(); part++) {
                            assertThat(Raw.i8(out.matrix.at(i, j) + part)).as("%s %d %d %d", lane, m, k, n)
                                    .isEqualTo(Raw.i8(expected.matrix.at(i, j) + part));
                        }
                    }
                }
                assertThat(out.data.untouched((long) out.rows * out.columns)).isTrue();
            }
        }
    }

    @Test
    void anElementIsTheSumOfItsProducts() {
        Random random = new Random(4);
        for (int round = 0; round < 30; round++) {
            int m = side(random);
            int k = side(random);
            int n = side(random);
            try (Strip a = new Strip(Lane.F64, m, k, random, false);
                    Strip b = new Strip(Lane.F64, k, n, random, false);
                    Strip out = new Strip(Lane.F64, m, n, random, false)) {
                Kernels.product(Lane.F64, false).run(a.matrix, b.matrix, out.matrix, m, k, n);
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        double sum = 0;
                        for (int p = 0; p < k; p++) { // small whole numbers: exact in any order
                            sum += Raw.f64(a.matrix.at(i, p)) * Raw.f64(b.matrix.at(p, j));
                        }
                        assertThat(Raw.f64(out.matrix.at(i, j))).isEqualTo(sum);
                    }
                }
            }
        }
    }

    @Test
    void theFirstMatrixIsConjugatedIfAskedFor() {
        try (Strip a = new Strip(Lane.C128, 1, 1, new Random(1), false);
                Strip b = new Strip(Lane.C128, 1, 1, new Random(2), false);
                Strip out = new Strip(Lane.C128, 1, 1, new Random(3), false)) {
            put(a.matrix.at(), 1, 2);
            put(b.matrix.at(), 3, 4);
            Kernels.product(Lane.C128, true).run(a.matrix, b.matrix, out.matrix, 1, 1, 1);
            assertThat(Raw.f64(out.matrix.at())).isEqualTo(11);
            assertThat(Raw.f64(out.matrix.at() + 8)).isEqualTo(-2);
        }
    }

    private static void put(long at, double real, double imag) {
        Raw.f64(at, real);
        Raw.f64(at + 8, imag);
    }

    private static int side(Random random) {
        return SIDES[random.nextInt(SIDES.length)];
    }

    /** A matrix of small numbers: by rows, by columns, or with gaps. */
    private static final class Strip implements AutoCloseable {
        final StripData data;
        final Matrix matrix;
        final int rows;
        final int columns;

        Strip(Lane lane, int rows, int columns, Random random, boolean fractions) {
            this.rows = rows;
            this.columns = columns;
            long gap = random.nextInt(4) == 0 ? 2 : 1;
            data = new StripData(lane, (long) rows * columns, lane.bytes() * gap, random.nextInt(3), random);
            boolean byRows = random.nextInt(3) > 0;
            matrix = new Matrix(data.address, byRows ? data.stride * columns : data.stride,
                    byRows ? data.stride : data.stride * rows);
            boolean whole = lane.isInteger();
            Lane part = lane.part();
            for (long i = 0; i < (long) rows * columns; i++) {
                for (int at = 0; at < lane.bytes(); at += part.bytes()) {
                    long address = data.address + i * data.stride + at;
                    if (whole) {
                        Whole.of(part).put(address, random.nextLong());
                    } else {
                        Real.of(part).put(address, fractions ? (float) random.nextGaussian() : random.nextInt(21) - 10);
                    }
                }
            }
        }

        @Override
        public void close() {
            data.close();
        }
    }
}
