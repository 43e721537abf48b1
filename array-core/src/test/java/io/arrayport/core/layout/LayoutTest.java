package io.arrayport.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final int ROUNDS = 2_000;

    @Test
    void isAValueNobodyCanChange() {
        long[] strides = {32, 8};
        Layout layout = Layout.of(Shape.of(3, 4), strides, 16);
        strides[0] = 1 << 20;
        layout.strides()[1] = 1 << 20;
        assertThat(layout.strides()).containsExactly(32, 8);
        assertThat(layout).isEqualTo(Layout.of(Shape.of(3, 4), new long[]{32, 8}, 16))
                .hasSameHashCodeAs(Layout.of(Shape.of(3, 4), new long[]{32, 8}, 16))
                .isNotEqualTo(Layout.of(Shape.of(3, 4), new long[]{32, 8}, 8))
                .isNotEqualTo(Layout.of(Shape.of(3, 4), new long[]{32, 4}, 16))
                .isNotEqualTo(Layout.of(Shape.of(4, 4), new long[]{32, 8}, 16))
                .hasToString("shape (3, 4), strides (32, 8), offset 16");
    }

    @Test
    void contiguousIsRowMajor() {
        assertThat(Layout.contiguous(Shape.of(2, 3, 4), 4).strides()).containsExactly(48, 16, 4);
        assertThat(Layout.contiguous(Shape.of(), 4).strides()).isEmpty();
        // As NumPy: an empty axis counts as one.
        assertThat(Layout.contiguous(Shape.of(2, 0, 4), 4).strides()).containsExactly(16, 16, 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void knowsTheBytesItTouches(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            int itemsize = 1 << random.nextInt(5);
            Layout layout = Layouts.any(random, Layouts.shape(random, 5), itemsize);
            List<Long> offsets = Layouts.offsets(layout);
            assertThat(layout.size()).as("seed %d, %s", seed, layout).isEqualTo(offsets.size());
            long min = offsets.isEmpty() ? layout.offset() : Collections.min(offsets);
            long end = offsets.isEmpty() ? layout.offset() : Collections.max(offsets) + itemsize;
            assertThat(layout.minByte()).as("seed %d, %s", seed, layout).isEqualTo(min);
            assertThat(layout.endByte(itemsize)).as("seed %d, %s", seed, layout).isEqualTo(end);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void isContiguousExactlyWhenItsElementsLieInOrder(long seed) {
        Random random = new Random(seed);
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int itemsize = 1 << random.nextInt(4);
            Layout layout = Layouts.disjoint(random, Layouts.shape(random, 4), itemsize);
            boolean rows = inOrder(Layouts.offsets(layout), itemsize);
            boolean columns = inOrder(Layouts.offsets(layout.transpose()), itemsize);
            assertThat(layout.isCContiguous(itemsize)).as("seed %d, C: %s", seed, layout).isEqualTo(rows);
            assertThat(layout.isFContiguous(itemsize)).as("seed %d, F: %s", seed, layout).isEqualTo(columns);
            found += rows && layout.ndim() > 1 ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    private static boolean inOrder(List<Long> offsets, int itemsize) {
        for (int i = 1; i < offsets.size(); i++) {
            if (offsets.get(i) != offsets.get(i - 1) + itemsize) {
                return false;
            }
        }
        return true;
    }

    @Test
    void refusesWhatSpansMoreThanALong() {
        long max = Long.MAX_VALUE;
        refuses(Shape.of(2), new long[]{max}, 1);
        refuses(Shape.of(3), new long[]{max}, 0);
        refuses(Shape.of(2), new long[]{Long.MIN_VALUE}, -1);
        refuses(Shape.of(3), new long[]{Long.MIN_VALUE}, 0);
        refuses(Shape.of(2, 2), new long[]{max / 2, max / 2 + 2}, 0);
        refuses(Shape.of(2, 2), new long[]{1L << 62, -(1L << 62)}, 1L << 62);
        refuses(Shape.of(), new long[0], max);
        refuses(Shape.of(0), new long[]{8}, max - 15);
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(1L << 61), 8)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("more bytes than a long counts");
        assertThatThrownBy(() -> Layout.of(Shape.of(2), new long[]{8}, 0).shifted(max - 20))
                .isInstanceOf(ShapeException.class);
    }

    private static void refuses(Shape shape, long[] strides, long offset) {
        assertThatThrownBy(() -> Layout.of(shape, strides, offset)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("more bytes than a long counts");
    }

    @Test
    void reachesBothEndsOfALong() {
        Layout up = Layout.of(Shape.of(2), new long[]{Long.MAX_VALUE - 16}, 0);
        assertThat(up.endByte(16)).isEqualTo(Long.MAX_VALUE);
        assertThat(up.minByte()).isZero();
        Layout down = Layout.of(Shape.of(2), new long[]{Long.MIN_VALUE}, 0);
        assertThat(down.minByte()).isEqualTo(Long.MIN_VALUE);
        assertThat(down.endByte(8)).isEqualTo(8);
        // A lone element has no stride to overflow.
        assertThat(Layout.of(Shape.of(1), new long[]{Long.MAX_VALUE}, 8).endByte(8)).isEqualTo(16);
    }

    @Test
    void viewsOfAnEmptyLayoutWithWildStridesStayInTheRangeOfALong() {
        long wild = Long.MAX_VALUE / 2;
        Layout empty = Layout.of(Shape.of(0, 9), new long[]{wild, wild}, 24);
        for (Layout view : List.of(empty.index(1, 7), empty.slice(1, 8L, null, -1L), empty.slice(1, 5L, 9L, 4L),
                empty.slice(1, null, null, Long.MIN_VALUE))) {
            assertThat(view.size()).isZero();
            assertThat(view.offset()).as(view.toString()).isBetween(0L, Long.MAX_VALUE - 16);
        }
    }

    @Test
    void wantsOneStrideForEachAxis() {
        assertThatThrownBy(() -> Layout.of(Shape.of(2, 3), new long[]{8}, 0)).isInstanceOf(ShapeException.class)
                .hasMessage("layout: shape length (2) does not match strides length (1)");
    }

    @Test
    void transposeUndoesItself() {
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            Layout layout = Layouts.any(random, Layouts.shape(random, 5), 8);
            assertThat(layout.transpose().transpose()).isEqualTo(layout);
        }
        Layout layout = Layout.contiguous(Shape.of(2, 3, 4), 8);
        Layout moved = layout.transpose(2, 0, -2);
        assertThat(moved.shape()).isEqualTo(Shape.of(4, 2, 3));
        assertThat(moved.offsetOf(3, 1, 2)).isEqualTo(layout.offsetOf(1, 2, 3));
    }

    @Test
    void transposeNamesEachAxisOnce() {
        Layout layout = Layout.contiguous(Shape.of(2, 3, 4), 8);
        assertThatThrownBy(() -> layout.transpose(0, 1)).isInstanceOf(AxisException.class)
                .hasMessage("transpose: 2 axes named for an array of 3");
        assertThatThrownBy(() -> layout.transpose(0, 1, -2)).isInstanceOf(AxisException.class)
                .hasMessage("transpose: axis 1 is named twice in [0, 1, -2]");
        assertThatThrownBy(() -> layout.transpose(0, 1, 3)).isInstanceOf(AxisException.class)
                .hasMessageContaining("axis 3 is out of bounds for an array of 3 axes");
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(), 8).transpose(0)).isInstanceOf(AxisException.class);
        assertThat(Layout.contiguous(Shape.of(), 8).transpose().ndim()).isZero();
    }

    @Test
    void broadcastRepeatsElements() {
        Layout layout = Layout.of(Shape.of(3, 1), new long[]{-8, 8}, 16);
        Layout wide = layout.broadcastTo(Shape.of(2, 3, 4));
        assertThat(wide.strides()).containsExactly(0, -8, 0);
        for (long k = 0; k < 3; k++) {
            assertThat(wide.offsetOf(1, k, 3)).isEqualTo(layout.offsetOf(k, 0));
        }
        assertThat(layout.broadcastTo(Shape.of(3, 0)).size()).isZero();
        assertThat(Layout.contiguous(Shape.of(), 8).broadcastTo(Shape.of(1L << 62)).endByte(8)).isEqualTo(8);
    }

    @Test
    void broadcastSaysWhatDoesNotStretch() {
        Layout layout = Layout.contiguous(Shape.of(3, 4), 8);
        assertThatThrownBy(() -> layout.broadcastTo(Shape.of(3, 8))).isInstanceOf(ShapeException.class)
                .hasMessage("broadcastTo: shape (3, 4) does not stretch to (3, 8): axis 1 is 4, not 8");
        assertThatThrownBy(() -> layout.broadcastTo(Shape.of(4))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("(3, 4) does not stretch to (4,): it has more axes");
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(1), 8).broadcastTo(Shape.of()))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(0), 8).broadcastTo(Shape.of(1)))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void expandDimsAndSqueezeAreInverse() {
        Layout layout = Layout.contiguous(Shape.of(2, 3), 8);
        for (int axis = -3; axis <= 2; axis++) {
            Layout more = layout.expandDims(axis);
            assertThat(more.dim(axis < 0 ? axis + 3 : axis)).isEqualTo(1);
            assertThat(more.squeeze(axis)).isEqualTo(layout);
            assertThat(more.squeeze()).isEqualTo(layout);
        }
        assertThatThrownBy(() -> layout.expandDims(3)).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> layout.expandDims(-4)).isInstanceOf(AxisException.class);
        assertThat(Layout.contiguous(Shape.of(1, 1), 8).squeeze().ndim()).isZero();
        assertThat(Layout.contiguous(Shape.of(1, 0, 1), 8).squeeze(-1).shape()).isEqualTo(Shape.of(1, 0));
        long[] ones = new long[64];
        Arrays.fill(ones, 1);
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(ones), 8).expandDims(0)).isInstanceOf(ShapeException.class);
    }

    @Test
    void squeezeRefusesAxesWithElements() {
        Layout layout = Layout.contiguous(Shape.of(1, 3), 8);
        assertThatThrownBy(() -> layout.squeeze(1)).isInstanceOf(ShapeException.class)
                .hasMessage("squeeze: axis 1 of (1, 3) has length 3, not 1");
        assertThatThrownBy(() -> layout.squeeze(0, -2)).isInstanceOf(AxisException.class)
                .hasMessageContaining("axis 0 is named twice");
        assertThatThrownBy(() -> layout.squeeze(2)).isInstanceOf(AxisException.class);
    }

    @Test
    void indexDropsAnAxis() {
        Layout layout = Layout.of(Shape.of(3, 4), new long[]{-32, 8}, 64);
        assertThat(layout.index(0, -1)).isEqualTo(Layout.of(Shape.of(4), new long[]{8}, 0));
        assertThat(layout.index(-1, 3)).isEqualTo(Layout.of(Shape.of(3), new long[]{-32}, 88));
        for (long bad : new long[]{3, -4, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> layout.index(0, bad)).isInstanceOf(IndexException.class)
                    .hasMessage("index: " + bad + " is out of bounds for axis 0 with size 3");
        }
        assertThatThrownBy(() -> layout.index(2, 0)).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(0), 8).index(0, 0)).isInstanceOf(IndexException.class);
    }

    @Test
    void offsetOfWantsOneNumberForEachAxis() {
        Layout layout = Layout.contiguous(Shape.of(3, 4), 8);
        assertThat(layout.offsetOf(-1, -4)).isEqualTo(64);
        assertThatThrownBy(() -> layout.offsetOf(1)).isInstanceOf(IndexException.class)
                .hasMessage("index: 1 number for an array of 2 axes; give one per axis");
        assertThatThrownBy(() -> layout.index(0, 0).offsetOf()).isInstanceOf(IndexException.class)
                .hasMessage("index: 0 numbers for an array of 1 axis; give one per axis");
        assertThatThrownBy(() -> layout.offsetOf(1, 4)).isInstanceOf(IndexException.class)
                .hasMessageContaining("axis 1 with size 4");
    }
}
