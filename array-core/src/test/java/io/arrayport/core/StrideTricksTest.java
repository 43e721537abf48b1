package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Views that strides make, and functions of rows. */
final class StrideTricksTest {
    private final NdArray row = np.arange(6);

    @Test
    void windowsAreReadOnlyViews() {
        NdArray windows = np.slidingWindowView(row, 4);
        assertThat(windows.repr()).isEqualTo("array([[0, 1, 2, 3],\n       [1, 2, 3, 4],\n       [2, 3, 4, 5]])");
        assertThat(windows.isWriteable()).isFalse();
        row.setLong(9, 2);
        assertThat(windows.getLong(2, 0)).isEqualTo(9);
        assertThat(np.slidingWindowView(row.reshape(2, 3), new long[]{2}, 1).shape()).isEqualTo(shape(2, 2, 2));
        assertThat(np.slidingWindowView(row, new long[]{2, 3}, 0, 0).shape()).isEqualTo(shape(3, 2, 3));
        assertThatThrownBy(() -> np.slidingWindowView(row, 7)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("a window of 7 along axis 0, of which 6 elements are left");
        assertThatThrownBy(() -> np.slidingWindowView(row, 2, 2)).isInstanceOf(AxisException.class);
    }

    @Test
    void stridesEndWithTheStorage() {
        NdArray strided = np.asStrided(row.get("1:"), new long[]{2, 2}, new long[]{8, 24});
        assertThat(strided.repr()).isEqualTo("array([[1, 4],\n       [2, 5]])");
        strided.setLong(7, 1, 1);
        assertThat(row.getLong(5)).isEqualTo(7);
        assertThatThrownBy(() -> np.asStrided(row, new long[]{7}, new long[]{8})).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.asStrided(row, new long[]{2}, new long[]{-8})).isInstanceOf(ShapeException.class);
        assertThat(np.asStrided(row.asReadOnly(), new long[]{2}, new long[]{8}).isWriteable()).isFalse();
    }

    @Test
    void bytesInCommonAreFound() {
        NdArray even = row.get("::2");
        NdArray odd = row.get("1::2");
        assertThat(np.mayShareMemory(even, odd)).isTrue();
        assertThat(np.sharesMemory(even, odd)).isFalse();
        assertThat(np.sharesMemory(even, row)).isTrue();
        assertThat(np.sharesMemory(row, np.arange(6))).isFalse();
        assertThat(np.sharesMemory(even, odd, 0)).isTrue();
        assertThat(np.mayShareMemory(even, odd, -1)).isFalse();
        NdArray wide = np.zeros(shape(1 << 20), np.int8);
        assertThat(np.sharesMemory(wide.get("::2"), wide.get("1::2"))).isFalse();
    }

    @Test
    void functionsOfRowsMakeAxes() {
        NdArray a = np.arange(6).reshape(2, 3);
        assertThat(np.applyAlongAxis(each -> each.get("::-1"), 1, a).repr())
                .isEqualTo("array([[2, 1, 0],\n       [5, 4, 3]])");
        assertThat(np.applyAlongAxis(each -> np.multiply.outer(each, each), 0, a).shape()).isEqualTo(shape(2, 2, 3));
        assertThat(np.applyOverAxes((each, axis) -> each.sum(Options.axis(axis)), a, 0, 1).repr())
                .isEqualTo("array([[15]])");
        assertThat(np.applyOverAxes((each, axis) -> each, a)).isSameAs(a);
        assertThatThrownBy(() -> np.applyOverAxes((each, axis) -> each.sum(), a, 0)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("must keep the number of axes, or drop one");
    }
}
