package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import org.junit.jupiter.api.Test;

/** What numpy_cases.txt cannot show: errors, edges and what is left behind. Values and orders are tested there. */
class ReductionsTest {
    @Test
    void axes_may_be_named_from_the_end_kept_and_none_at_all() {
        Operand a = Elements.of(DType.INT32, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Operand kept = Reductions.sum(a, ReduceAxes.of(-1), true);
        assertThat(kept.shape()).isEqualTo(Shape.of(2, 1));
        assertThat(kept.dtype()).isEqualTo(DType.INT64);
        assertThat(Elements.list(kept)).containsExactly(6.0, 15.0);
        assertThat(Elements.list(Reductions.sum(a, ReduceAxes.of(), false))).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0,
                6.0);
        assertThat(Reductions.mean(a, ReduceAxes.all(), false).shape()).isEqualTo(Shape.of());
        assertThat(Elements.list(Reductions.mean(a, ReduceAxes.all(), false))).containsExactly(3.5);
    }

    @Test
    void nothing_adds_up_to_zero_and_has_no_mean() {
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64)) {
            Operand empty = Elements.of(type, Shape.of(0, 3));
            assertThat(Elements.list(Reductions.sum(empty, ReduceAxes.of(0), false))).containsExactly(0.0, 0.0, 0.0);
            assertThat(Elements.list(Reductions.sum(empty, ReduceAxes.of(1), false))).isEmpty();
            assertThat(Elements.list(Reductions.mean(empty, ReduceAxes.of(0), false))).containsOnly(Double.NaN)
                    .hasSize(3);
        }
    }

    @Test
    void minus_zeros_add_up_to_plus_zero_as_in_NumPy() {
        Operand zeros = Elements.of(DType.FLOAT64, Shape.of(2, 20));
        Operand minus = Elements.vector(DType.FLOAT64, -0.0, -0.0, -0.0);
        assertThat(Elements.list(Reductions.sum(minus, ReduceAxes.all(), false))).containsExactly(0.0);
        assertThat(Elements.list(Reductions.sum(Ufuncs.SUBTRACT.call(zeros, zeros), ReduceAxes.of(1), false)))
                .containsExactly(0.0, 0.0);
    }

    @Test
    void a_float32_mean_over_more_elements_than_float32_counts_is_divided_in_float64() {
        Operand one = Elements.vector(DType.FLOAT32, 1);
        long count = (1L << 24) + 3;
        Operand many = one.with(one.layout().broadcastTo(Shape.of(count)));
        float sum = (float) (double) Elements.list(Reductions.sum(many, ReduceAxes.all(), false)).getFirst();
        assertThat(Elements.list(Reductions.mean(many, ReduceAxes.all(), false)))
                .containsExactly((double) (float) ((double) sum / count));
    }

    @Test
    void axes_out_of_bounds_or_named_twice_are_named() {
        Operand a = Elements.of(DType.FLOAT32, Shape.of(2, 3));
        assertThatThrownBy(() -> Reductions.sum(a, ReduceAxes.of(2), false)).isInstanceOf(AxisException.class)
                .hasMessage("sum: axis 2 is out of bounds for an array of 2 axes");
        assertThatThrownBy(() -> Reductions.mean(a, ReduceAxes.of(1, -1), false)).isInstanceOf(AxisException.class)
                .hasMessage("mean: axis 1 is named twice in [1, -1]");
    }

    @Test
    void types_that_cannot_be_added_yet_are_named() {
        Operand a = Elements.of(DType.INT64, Shape.of(2));
        Operand bytes = new Operand(DType.UINT8, a.layout(), a.storage(), true);
        Operand foreign = new Operand(DType.FLOAT64.withOrder(ByteOrder.BIG_ENDIAN), a.layout(), a.storage(), true);
        assertThatThrownBy(() -> Reductions.sum(bytes, ReduceAxes.all(), false)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("sum: no loop for (uint8); it must be one of float32, float64, int32, int64");
        assertThatThrownBy(() -> Reductions.mean(foreign, ReduceAxes.all(), false)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("foreign byte order");
    }

    @Test
    void a_closed_operand_is_refused_and_nothing_is_left_behind() {
        Operand a = Elements.of(DType.FLOAT32, Shape.of(2));
        a.storage().close();
        long before = Ledger.counts().nativeBlocks();
        assertThatThrownBy(() -> Reductions.mean(a, ReduceAxes.all(), false)).isInstanceOf(ClosedException.class);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
    }

    @Test
    void a_mean_leaves_no_scratch_behind() {
        Operand a = Elements.vector(DType.INT64, 1, 2, 6);
        Reductions.mean(a, ReduceAxes.all(), false).storage().close();
        long before = Ledger.counts().nativeBlocks();
        Operand mean = Reductions.mean(a, ReduceAxes.all(), false);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before + 1);
        assertThat(Elements.list(mean)).containsExactly(3.0);
    }
}
