package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.all;
import static io.arrayport.core.Options.axes;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.index;
import static io.arrayport.core.Options.keepdims;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Generalised ufuncs: shapes, axes, types, and what is written to. */
final class ProductsTest {
    private static NdArray count(long... dims) {
        return np.arange(Shape.of(dims).size(), DType.FLOAT64).reshape(dims);
    }

    @Test
    void aVectorIsARowOnTheLeftAndAColumnOnTheRight() {
        try (var _ = np.scope()) {
            NdArray m = count(2, 3);
            assertThat(np.matmul(m, count(3)).toString()).isEqualTo("[ 5. 14.]");
            assertThat(np.matmul(count(2), m).toString()).isEqualTo("[3. 4. 5.]");
            assertThat(np.matmul(count(3), count(3)).shape()).isEqualTo(Shape.of());
            assertThat(np.matmul(m, count(3, 4)).shape()).isEqualTo(Shape.of(2, 4));
        }
    }

    @Test
    void stacksBroadcastAsElementsDo() {
        try (var _ = np.scope()) {
            assertThat(np.matmul(count(5, 1, 2, 3), count(4, 3, 2)).shape()).isEqualTo(Shape.of(5, 4, 2, 2));
            assertThat(np.matvec(count(5, 2, 3), count(4, 1, 3)).shape()).isEqualTo(Shape.of(4, 5, 2));
            assertThat(np.vecmat(count(2), count(4, 2, 3)).shape()).isEqualTo(Shape.of(4, 3));
            assertThat(np.matmul(count(0, 2, 3), count(3, 2)).shape()).isEqualTo(Shape.of(0, 2, 2));
        }
    }

    @Test
    void vectorsMayLieAlongAnyAxis() {
        try (var _ = np.scope()) {
            NdArray a = count(2, 3);
            assertThat(np.vecdot(a, a, axis(0)).toString()).isEqualTo("[ 9. 17. 29.]");
            assertThat(np.vecdot(a, a, axis(0), keepdims(true)).shape()).isEqualTo(Shape.of(1, 3));
            assertThat(np.vecdot(a, a, keepdims(true)).shape()).isEqualTo(Shape.of(2, 1));
            int[] both = {1, 0};
            NdArray turned = np.matmul(a, a, axes(both, new int[]{0, 1}, both)); // the transpose by itself, transposed
            assertThat(turned.toString()).isEqualTo("""
                    [[ 9. 12. 15.]
                     [12. 17. 22.]
                     [15. 22. 29.]]""");
        }
    }

    @Test
    void whatIsWrittenToMayBeAnInputOrOfAnotherType() {
        try (var _ = np.scope()) {
            NdArray a = count(2, 2);
            assertThat(np.matmul(a, a, out(a))).isSameAs(a);
            assertThat(a.toString()).isEqualTo("[[ 2.  3.]\n [ 6. 11.]]");
            NdArray wide = np.zeros(Shape.of(2, 2), DType.COMPLEX128);
            np.matmul(a, a, out(wide));
            assertThat(wide.item(1, 1).toString()).isEqualTo("(139.0+0.0j)");
            assertThat(np.matmul(a, a, dtype(DType.COMPLEX64)).dtype()).isEqualTo(DType.COMPLEX64);
            assertThatThrownBy(() -> np.matmul(a, a, out(np.zeros(Shape.of(2, 2), DType.INT64))))
                    .isInstanceOf(CastingException.class);
            assertThatThrownBy(() -> np.matmul(a, a, out(np.zeros(Shape.of(2, 3)))))
                    .isInstanceOf(ShapeException.class).hasMessageContaining("(2, 3)").hasMessageContaining("(2, 2)");
        }
    }

    @Test
    void errorsNameBothShapesAndTheSignature() {
        try (var _ = np.scope()) {
            assertThatThrownBy(() -> np.matmul(count(2, 3), count(2, 3))).isInstanceOf(ShapeException.class)
                    .hasMessage("matmul: operand 0 has shape (2, 3), operand 1 has (2, 3): the axis that is summed is"
                            + " 3 long in the one and 2 in the other; (n?,k),(k,m?)->(n?,m?)");
            assertThatThrownBy(() -> np.matvec(count(3), count(3))).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("operand 0 has shape (3,), it must have two axes");
            assertThatThrownBy(() -> np.matmul(count(2, 2, 3), count(3, 3, 2))).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("do not broadcast");
            assertThatThrownBy(() -> np.vecdot(count(2, 3), count(2, 3), axis(2))).isInstanceOf(AxisException.class);
            assertThatThrownBy(() -> np.matmul(count(2, 2), count(2, 2), axes(new int[]{0, 0}, new int[]{0, 1})))
                    .isInstanceOf(AxisException.class).hasMessageContaining("twice");
        }
    }

    @Test
    void stacksHaveTheBitsOfTheirMatrices() {
        try (var _ = np.scope()) {
            for (DType type : List.of(DType.FLOAT32, DType.FLOAT64, DType.INT64, DType.COMPLEX128)) {
                for (int side : new int[]{1, 2, 3, 4, 5, 8, 16, 17, 32}) {
                    NdArray a = np.arange(6L * side * side).multiply(0.37).astype(type).reshape(2, 3, side, side);
                    for (NdArray b : List.of(a.multiply(a), a.swapaxes(2, 3), a.get(all(), slice(0, 1)))) {
                        NdArray products = np.matmul(a, b);
                        for (int i = 0; i < 2; i++) {
                            for (int j = 0; j < 3; j++) {
                                NdArray one = np.matmul(a.get(index(i), index(j)),
                                        b.get(index(i), index(b.shape().dim(1) == 1 ? 0 : j)));
                                assertThat(np.arrayEqual(products.get(index(i), index(j)), one))
                                        .as("%s %d", type, side).isTrue();
                            }
                        }
                    }
                }
            }
        }
    }
}
