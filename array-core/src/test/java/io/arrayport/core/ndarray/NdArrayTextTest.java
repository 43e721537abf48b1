package io.arrayport.core.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdArrayTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bool       | array([[False,  True],       [ True,  True]])
            int8       | array([[0, 1],       [2, 3]], dtype=int8)
            int64      | array([[0, 1],       [2, 3]])
            uint64     | array([[0, 1],       [2, 3]], dtype=uint64)
            float16    | array([[0., 1.],       [2., 3.]], dtype=float16)
            bfloat16   | array([[0., 1.],       [2., 3.]], dtype=bfloat16)
            float64    | array([[0., 1.],       [2., 3.]])
            >f4        | array([[0., 1.],       [2., 3.]], dtype='>f4')
            >i8        | array([[0, 1],       [2, 3]], dtype='>i8')
            complex64  | array([[0.+0.j, 1.+0.j],       [2.+0.j, 3.+0.j]], dtype=complex64)
            """)
    void readsElementsOfEveryKindAndOrder(String dtype, String expected) {
        try (NdArray array = array(DType.of(dtype), 2, 2)) {
            for (int i = 0; i < 4; i++) {
                array.setLong(array.dtype().equals(DType.BOOL) ? Math.min(i, 1) : i, i / 2, i % 2);
            }
            assertThat(array.repr().replace("\n", "")).isEqualTo(expected);
        }
    }

    @Test
    void readsImaginaryParts() {
        try (NdArray array = array(DType.COMPLEX128.withOrder(ByteOrder.BIG_ENDIAN), 1)) {
            array.setComplex(new Complex(1, -2.5), 0);
            assertThat(array).hasToString("[1.-2.5j]");
        }
    }

    @Test
    void followsTheStridesOfAView() {
        try (NdArray array = array(DType.INT32, 6)) {
            for (int i = 0; i < 6; i++) {
                array.setLong(i, i);
            }
            NdArray view = array.get("::-2");
            assertThat(view).hasToString("[5 3 1]");
            assertThat(view.broadcastTo(2, 3)).hasToString("[[5 3 1]\n [5 3 1]]");
            assertThat(view.get(Index.at(1))).hasToString("3");
        }
    }

    @Test
    void aClosedArraySaysThatItIs() {
        NdArray array = array(DType.INT32, 6);
        array.close();
        assertThatThrownBy(() -> array.repr()).isInstanceOf(ClosedException.class);
        assertThat(array).hasToString("<array of int32, shape (6,), closed>");
    }

    private static NdArray array(DType dtype, long... shape) {
        Shape dims = Shape.of(shape);
        return NdArray.of(Storage.allocateZeroed(dims.size() * dtype.itemsize()), dtype,
                Layout.contiguous(dims, dtype.itemsize()));
    }
}
