package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** What numpy_cases.txt cannot show: errors, edges and what is left behind. Values and orders are tested there. */
class ReductionsTest {
    @Test
    void axes_may_be_named_from_the_end_kept_and_none_at_all() {
        Operand a = Elements.of(DType.INT32, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Operand kept = Ufuncs.ADD.reduce(a, ReduceAxes.of(-1), Reducing.KEEPDIMS);
        assertThat(kept.shape()).isEqualTo(Shape.of(2, 1));
        assertThat(kept.dtype()).isEqualTo(DType.INT64);
        assertThat(Elements.list(kept)).containsExactly(6.0, 15.0);
        assertThat(Elements.list(Ufuncs.ADD.reduce(a, ReduceAxes.of(), Reducing.NONE))).containsExactly(1.0, 2.0, 3.0,
                4.0,
                5.0,
                6.0);
        assertThat(Reductions.mean(a, ReduceAxes.all(), Reducing.NONE).shape()).isEqualTo(Shape.of());
        assertThat(Elements.list(Reductions.mean(a, ReduceAxes.all(), Reducing.NONE))).containsExactly(3.5);
    }

    @Test
    void nothing_adds_up_to_zero_and_has_no_mean() {
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64)) {
            Operand empty = Elements.of(type, Shape.of(0, 3));
            assertThat(Elements.list(Ufuncs.ADD.reduce(empty, ReduceAxes.of(0), Reducing.NONE))).containsExactly(0.0,
                    0.0,
                    0.0);
            assertThat(Elements.list(Ufuncs.ADD.reduce(empty, ReduceAxes.of(1), Reducing.NONE))).isEmpty();
            assertThat(Elements.list(Reductions.mean(empty, ReduceAxes.of(0), Reducing.NONE))).containsOnly(Double.NaN)
                    .hasSize(3);
        }
    }

    @Test
    void minus_zeros_add_up_to_plus_zero_as_in_NumPy() {
        Operand zeros = Elements.of(DType.FLOAT64, Shape.of(2, 20));
        Operand minus = Elements.vector(DType.FLOAT64, -0.0, -0.0, -0.0);
        assertThat(Elements.list(Ufuncs.ADD.reduce(minus, ReduceAxes.all(), Reducing.NONE))).containsExactly(0.0);
        assertThat(
                Elements.list(Ufuncs.ADD.reduce(Ufuncs.SUBTRACT.call(zeros, zeros), ReduceAxes.of(1), Reducing.NONE)))
                .containsExactly(0.0, 0.0);
    }

    @Test
    void a_float32_mean_over_more_elements_than_float32_counts_is_divided_in_float64() {
        Operand one = Elements.vector(DType.FLOAT32, 1);
        long count = (1L << 24) + 3;
        Operand many = one.with(one.layout().broadcastTo(Shape.of(count)));
        float sum = (float) (double) Elements.list(Ufuncs.ADD.reduce(many, ReduceAxes.all(), Reducing.NONE)).getFirst();
        assertThat(Elements.list(Reductions.mean(many, ReduceAxes.all(), Reducing.NONE)))
                .containsExactly((double) (float) ((double) sum / count));
    }

    @Test
    void axes_out_of_bounds_or_named_twice_are_named() {
        Operand a = Elements.of(DType.FLOAT32, Shape.of(2, 3));
        assertThatThrownBy(() -> Ufuncs.ADD.reduce(a, ReduceAxes.of(2), Reducing.NONE))
                .isInstanceOf(AxisException.class)
                .hasMessage("add.reduce: axis 2 is out of bounds for an array of 2 axes; give one from -2 to 1");
        assertThatThrownBy(() -> Reductions.mean(a, ReduceAxes.of(1, -1), Reducing.NONE))
                .isInstanceOf(AxisException.class)
                .hasMessage("mean: axis 1 is named twice in [1, -1]");
    }

    @Test
    void any_type_and_byte_order_can_be_averaged() {
        for (DType type : DType.ALL) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                Operand in = Items.of(type.withOrder(order), Shape.of(2, 2), 1, 0, 1, 1);
                Operand mean = Reductions.mean(in, ReduceAxes.of(0), Reducing.NONE);
                assertThat(mean.dtype()).isEqualTo(switch (type.kind()) {
                    case 'b', 'i', 'u' -> DType.FLOAT64;
                    default -> type;
                });
                assertThat(Items.list(mean).stream().map(Items::real)).containsExactly(1.0, 0.5);
            }
        }
    }

    /** 60000 twice is beyond float16, and its mean is not. */
    @Test
    void halves_are_added_as_float32() {
        Operand halves = Items.of(DType.FLOAT16, Shape.of(2), 60000, 60000);
        assertThat(Items.list(Reductions.mean(halves, ReduceAxes.all(), Reducing.NONE))).containsExactly(60000.0);
        Reducing half = new Reducing(DType.FLOAT16, null, false, null, null);
        assertThat(Items.list(Reductions.mean(halves, ReduceAxes.all(), half)))
                .containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_mean_under_a_mask_counts_what_the_mask_lets_through() {
        Operand a = Items.of(DType.INT16, Shape.of(2, 3), 1, 2, 3, 4, 5, 60);
        Operand where = Items.of(DType.BOOL, Shape.of(2, 3), 1, 1, 0, 1, 0, 0);
        Operand out = Items.of(DType.FLOAT32, Shape.of(3), 0, 0, 0);
        Operand mean = Reductions.mean(a, ReduceAxes.of(0), new Reducing(null, out, false, null, where));
        assertThat(mean).isSameAs(out);
        assertThat(Items.list(mean)).containsExactly(2.5, 2.0, Double.NaN);
    }

    @Test
    void a_closed_operand_is_refused_and_nothing_is_left_behind() {
        Operand a = Elements.of(DType.FLOAT32, Shape.of(2));
        a.storage().close();
        long before = Settled.counts().nativeBlocks();
        assertThatThrownBy(() -> Reductions.mean(a, ReduceAxes.all(), Reducing.NONE))
                .isInstanceOf(ClosedException.class);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
    }

    @Test
    void a_mean_leaves_no_scratch_behind() {
        Operand a = Elements.vector(DType.INT64, 1, 2, 6);
        Reductions.mean(a, ReduceAxes.all(), Reducing.NONE).storage().close();
        long before = Settled.counts().nativeBlocks();
        Operand mean = Reductions.mean(a, ReduceAxes.all(), Reducing.NONE);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before + 1);
        assertThat(Elements.list(mean)).containsExactly(3.0);
    }
}
