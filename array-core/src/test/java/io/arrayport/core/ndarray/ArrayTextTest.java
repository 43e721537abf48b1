package io.arrayport.core.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayTextTest {
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
            assertThat(ArrayText.repr(array, PrintOptions.DEFAULTS).replace("\n", "")).isEqualTo(expected);
        }
    }

    @Test
    void readsImaginaryParts() {
        try (NdArray array = array(DType.COMPLEX128.withOrder(ByteOrder.BIG_ENDIAN), 1)) {
            array.setComplex(new Complex(1, -2.5), 0);
            assertThat(ArrayText.str(array, PrintOptions.DEFAULTS)).isEqualTo("[1.-2.5j]");
        }
    }

    @Test
    void followsTheStridesOfAView() {
        try (NdArray array = array(DType.INT32, 6)) {
            for (int i = 0; i < 6; i++) {
                array.setLong(i, i);
            }
            Layout reversed = Indexing.apply(array.layout(), IndexText.parse("::-2"));
            NdArray view = NdArray.of(array.storage(), array.dtype(), reversed);
            assertThat(ArrayText.str(view, PrintOptions.DEFAULTS)).isEqualTo("[5 3 1]");
            assertThat(ArrayText.describe(view.broadcastTo(2, 3))).isEqualTo("[[5 3 1]\n [5 3 1]]");
        }
    }

    @Test
    void aClosedArrayIsDescribedButNotRead() {
        NdArray array = array(DType.INT32, 6);
        array.close();
        assertThatThrownBy(() -> ArrayText.repr(array, PrintOptions.DEFAULTS)).isInstanceOf(ClosedException.class);
        assertThat(ArrayText.describe(array)).startsWith("array of shape (6,), dtype int32 (");
    }

    @Test
    void elementsOnADeviceAreDescribedButNotRead() {
        try (Storage storage = Storage.foreign("test", 0x1000, 24, new Device(DeviceType.CUDA, 0), Access.WRITEABLE,
                () -> {})) {
            NdArray array = NdArray.of(storage, DType.INT32, Layout.contiguous(Shape.of(6), 4));
            assertThatThrownBy(() -> ArrayText.str(array, PrintOptions.DEFAULTS)).isInstanceOf(ArrayportException.class)
                    .hasMessage("print: the elements are on cuda:0, expected in main memory;"
                            + " copy the array to the CPU first");
            assertThat(ArrayText.describe(array)).contains("cuda:0");
        }
    }

    private static NdArray array(DType dtype, long... shape) {
        Shape dims = Shape.of(shape);
        return NdArray.of(Storage.allocateZeroed(dims.size() * dtype.itemsize()), dtype,
                Layout.contiguous(dims, dtype.itemsize()));
    }
}
