package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** reduce, accumulate, reduceat, outer and at: keywords, errors, edges. Values and orders: reduce_cases.txt. */
class UfuncMethodsTest {
    private static Operand table() {
        return Items.of(DType.INT16, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    }

    private static Operand indices(double... values) {
        return Items.of(DType.INT64, Shape.of(values.length), values);
    }

    private static Reducing initial(Object initial) {
        return new Reducing(null, null, false, initial, null);
    }

    @Test
    void a_reduction_without_identity_needs_something_to_start_from() {
        Operand empty = Items.of(DType.FLOAT32, Shape.of(0, 3));
        assertThatThrownBy(() -> Ufuncs.MAXIMUM.reduce(empty, ReduceAxes.of(0), Reducing.NONE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("maximum.reduce: an operand of shape (0, 3) has nothing to reduce, and maximum has no "
                        + "identity; give initial(...)");
        assertThat(Items.list(Ufuncs.MAXIMUM.reduce(empty, ReduceAxes.of(0), initial(-1)))).containsOnly(-1.0);
        assertThat(Items.list(Ufuncs.MAXIMUM.reduce(empty, ReduceAxes.of(1), Reducing.NONE))).isEmpty();
        Operand nothing = Items.of(DType.FLOAT32, Shape.of(0, 0)); // refused although no result would be read from it
        assertThatThrownBy(() -> Ufuncs.MAXIMUM.reduce(nothing, ReduceAxes.of(1), Reducing.NONE))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Ufuncs.ADD.reduce(empty, ReduceAxes.of(0), initial(Reducing.FIRST)))
                .isInstanceOf(ShapeException.class);
        Operand where = Items.of(DType.BOOL, Shape.of(3), 1, 0, 1);
        assertThatThrownBy(() -> Ufuncs.MAXIMUM.reduce(table(), ReduceAxes.of(0),
                new Reducing(null, null, false, null, where))).isInstanceOf(ShapeException.class)
                .hasMessage("maximum.reduce: maximum has no identity, and elements that where leaves out need one; "
                        + "give initial(...)");
    }

    @Test
    void what_does_not_commute_reduces_one_axis_at_most() {
        assertThat(Items.list(Ufuncs.SUBTRACT.reduce(table(), ReduceAxes.of(0), Reducing.NONE)))
                .containsExactly(-3L, -3L, -3L);
        assertThatThrownBy(() -> Ufuncs.SUBTRACT.reduce(table(), ReduceAxes.all(), Reducing.NONE))
                .isInstanceOf(ShapeException.class).hasMessage("subtract.reduce: the order of elements matters, so "
                        + "that at most one axis can be reduced, not 2; name one with axis(...)");
        assertThat(Items.list(Ufuncs.MAXIMUM.reduce(table(), ReduceAxes.all(), Reducing.NONE))).containsExactly(6L);
    }

    @Test
    void minus_zero_stays_where_nothing_is_added_to_it() {
        Operand minus = Items.of(DType.FLOAT64, Shape.of(2), -0.0, -0.0);
        assertThat(Items.list(Ufuncs.ADD.reduce(minus, ReduceAxes.all(), initial(Reducing.FIRST))))
                .containsExactly(-0.0);
        assertThat(Items.list(Ufuncs.ADD.reduce(minus, ReduceAxes.all(), Reducing.NONE))).containsExactly(0.0);
        assertThat(Items.list(Ufuncs.ADD.reduce(minus, ReduceAxes.of(), Reducing.NONE))).containsExactly(0.0, 0.0);
    }

    @Test
    void comparisons_reduce_bools_alone() {
        Operand bools = Items.of(DType.BOOL, Shape.of(3), 1, 0, 0);
        assertThat(Items.list(Ufuncs.EQUAL.reduce(bools, ReduceAxes.all(), Reducing.NONE))).containsExactly(true);
        assertThatThrownBy(() -> Ufuncs.EQUAL.reduce(table(), ReduceAxes.of(0), Reducing.NONE))
                .isInstanceOf(DTypeException.class);
        Reducing asBool = new Reducing(DType.BOOL, null, false, null, null);
        Operand floats = Items.of(DType.FLOAT64, Shape.of());
        Ufuncs.EQUAL.reduce(bools, ReduceAxes.all(), new Reducing(null, floats, false, null, null));
        assertThat(Items.list(floats)).containsExactly(1.0);
        assertThat(Items.list(Ufuncs.EQUAL.reduce(table(), ReduceAxes.of(0), asBool)))
                .containsExactly(true, true, true);
        assertThatThrownBy(() -> Ufuncs.SIN.reduce(table(), ReduceAxes.of(0), Reducing.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void out_takes_the_result_and_has_a_say_in_the_type() {
        Operand bytes = Items.of(DType.INT8, Shape.of(2, 2), 100, 100, 100, 100);
        Operand small = Items.of(DType.INT8, Shape.of(2));
        Operand wide = Items.of(DType.INT16.withOrder(ByteOrder.BIG_ENDIAN), Shape.of(2));
        Operand result = Ufuncs.ADD.reduce(bytes, ReduceAxes.of(0), new Reducing(null, small, false, null, null));
        assertThat(result).isSameAs(small);
        assertThat(Items.list(small)).containsExactly(-56L, -56L);
        Ufuncs.ADD.reduce(bytes, ReduceAxes.of(0), new Reducing(null, wide, false, null, null));
        assertThat(Items.list(wide)).containsExactly(200L, 200L);
        Operand row = bytes.with(bytes.layout().index(0, 0));
        Ufuncs.ADD.reduce(bytes, ReduceAxes.of(0), new Reducing(null, row, false, null, null));
        assertThat(Items.list(bytes)).containsExactly(-56L, -56L, 100L, 100L);
        assertThatThrownBy(() -> Ufuncs.ADD.reduce(bytes, ReduceAxes.of(0),
                new Reducing(null, small, true, null, null))).isInstanceOf(ShapeException.class)
                .hasMessage("add.reduce: out has shape (2,), the result (1, 2), reduced axes kept");
        Operand sealed = new Operand(small.dtype(), small.layout(), small.storage(), false);
        assertThatThrownBy(() -> Ufuncs.ADD.accumulate(row, 0, null, sealed)).isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void initial_must_fit_and_loses_its_fraction() {
        Reducing bytes = new Reducing(DType.INT8, null, false, 300, null);
        assertThatThrownBy(() -> Ufuncs.ADD.reduce(table(), ReduceAxes.all(), bytes))
                .isInstanceOf(CastingException.class)
                .hasMessage(
                        "add.reduce: the number 300 is out of bounds for int8; convert the array with astype(...) to "
                                + "a type that holds it");
        assertThat(Items.list(Ufuncs.ADD.reduce(table(), ReduceAxes.all(), initial(1.5)))).containsExactly(22L);
    }

    @Test
    void a_scalar_reduces_along_an_axis_that_it_has_not_and_accumulates_along_none() {
        Operand five = Items.of(DType.INT64, Shape.of(), 5);
        assertThat(Items.list(Ufuncs.ADD.reduce(five, ReduceAxes.of(-1), Reducing.NONE))).containsExactly(5L);
        assertThatThrownBy(() -> Ufuncs.ADD.reduce(five, ReduceAxes.of(1), Reducing.NONE))
                .isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> Ufuncs.ADD.accumulate(five, 0, null, null)).isInstanceOf(DTypeException.class);
    }

    @Test
    void accumulate_converts_and_widens_as_reduce_does() {
        Operand sums = Ufuncs.ADD.accumulate(table(), -1, null, null);
        assertThat(sums.dtype()).isEqualTo(DType.INT64);
        assertThat(Items.list(sums)).containsExactly(1L, 3L, 6L, 4L, 9L, 15L);
        Operand out = Items.of(DType.FLOAT32, Shape.of(2, 3));
        assertThat(Items.list(Ufuncs.MULTIPLY.accumulate(table(), 0, null, out)))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 10.0, 18.0);
        assertThatThrownBy(() -> Ufuncs.ADD.accumulate(table(), 0, null, indices(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("add.accumulate: out has shape (2,), the result (2, 3)");
        assertThatThrownBy(() -> Ufuncs.ADD.accumulate(table(), 2, null, null)).isInstanceOf(AxisException.class);
    }

    @Test
    void reduceat_checks_its_indices_before_it_writes() {
        Operand eight = Items.of(DType.UINT8, Shape.of(8), 0, 1, 2, 3, 4, 5, 6, 7);
        Operand result = Ufuncs.ADD.reduceat(eight, indices(0, 4, 1, 5, 2, 6, 3, 7), 0, null, null);
        assertThat(result.dtype()).isEqualTo(DType.UINT64);
        assertThat(Items.list(result).stream().map(Items::real))
                .containsExactly(6.0, 4.0, 10.0, 5.0, 14.0, 6.0, 18.0, 7.0);
        Operand shorts = Items.of(DType.INT16, Shape.of(2), 0, 4);
        assertThat(Items.list(Ufuncs.MAXIMUM.reduceat(eight, shorts, 0, null, null))).containsExactly(3L, 7L);
        assertThatThrownBy(() -> Ufuncs.ADD.reduceat(eight, indices(0, 8), 0, null, null))
                .isInstanceOf(IndexException.class).hasMessage("add.reduceat: index 8 (number 1) is out of bounds "
                        + "for axis 0 with size 8; none counts from the end here");
        assertThatThrownBy(() -> Ufuncs.ADD.reduceat(eight, table(), 0, null, null))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void outer_has_the_axes_of_both() {
        Operand outer = Ufuncs.MULTIPLY.outer(indices(1, 10), table(), Keywords.NONE).getFirst();
        assertThat(outer.shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(Items.list(outer)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 10L, 20L, 30L, 40L, 50L, 60L);
    }

    @Test
    void at_counts_an_index_as_often_as_it_comes() {
        Operand a = Items.of(DType.FLOAT32, Shape.of(4), 0, 0, 0, 0);
        Ufuncs.ADD.at(a, indices(0, 0, -1), Input.of(1));
        assertThat(Items.list(a)).containsExactly(2.0, 0.0, 0.0, 1.0);
        Ufuncs.ADD.at(a, Items.of(DType.UINT8, Shape.of(2), 1, 1), Input.of(indices(10, 20)));
        assertThat(Items.list(a)).containsExactly(2.0, 30.0, 0.0, 1.0);
        Ufuncs.SQUARE.at(a, indices(0, 0), null);
        assertThat(Items.list(a)).containsExactly(16.0, 30.0, 0.0, 1.0);
        Operand rows = table();
        Ufuncs.DIVIDE.at(rows, Items.of(DType.INT32, Shape.of(2, 1), 1, 1), Input.of(2));
        assertThat(Items.list(rows)).containsExactly(1L, 2L, 3L, 1L, 1L, 1L);
        Operand turned = rows.with(rows.layout().transpose());
        Ufuncs.ADD.at(turned, indices(2, 2), Input.of(Items.of(DType.INT8, Shape.of(2, 1), 10, 20)));
        assertThat(Items.list(rows)).containsExactly(1L, 2L, 33L, 1L, 1L, 31L);
    }

    /** As NumPy's, which fuses only products of two arrays. */
    @Test
    void at_rounds_products_of_complex_numbers_at_every_step() {
        Operand parts = Items.of(DType.FLOAT64, Shape.of(2), 1.1, 0.7);
        Operand factor = Operand.of(DType.COMPLEX128, Layout.contiguous(Shape.of(1), 16), parts.storage());
        Operand product = Items.of(DType.COMPLEX128, Shape.of(1), 1);
        Ufuncs.MULTIPLY.at(product, Items.of(DType.INT64, Shape.of(40)), Input.of(factor));
        double real = 1;
        double imag = 0;
        for (int i = 0; i < 40; i++) {
            double before = real;
            real = before * 1.1 - imag * 0.7;
            imag = before * 0.7 + imag * 1.1;
        }
        assertThat(Items.list(product)).containsExactly(new Complex(real, imag));
    }

    @Test
    void at_takes_a_mask_for_the_positions_where_it_is_true() {
        Operand a = Items.of(DType.INT8, Shape.of(20));
        Operand mask = Items.of(DType.BOOL, Shape.of(20), 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1);
        Ufuncs.ADD.at(a, mask, Input.of(indices(1, 2, 3, 4, 5, 6, 7, 8, 9)));
        assertThat(Items.list(a)).containsExactly(0L, 1L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L, 4L, 5L, 6L,
                7L, 8L, 9L);
        Operand backwards = mask.with(mask.layout().slice(0, null, null, -1L));
        Ufuncs.NEGATIVE.at(a, backwards, null);
        assertThat(Items.list(a)).startsWith(0L, -1L, -2L).endsWith(6L, -7L, -8L, 9L);
    }

    @Test
    void at_may_read_what_it_writes() {
        Operand a = indices(0, 1, 2, 3);
        Operand reversed = a.with(a.layout().slice(0, null, null, -1L));
        Ufuncs.ADD.at(a, a, Input.of(reversed));
        assertThat(Items.list(a)).containsExactly(3L, 3L, 3L, 3L);
    }

    @Test
    void at_refuses_what_it_cannot_index_and_writes_nothing() {
        Operand a = table();
        assertThatThrownBy(() -> Ufuncs.ADD.at(a, indices(0, 2), Input.of(1))).isInstanceOf(IndexException.class)
                .hasMessage("add.at: index 2 (number 1) is out of bounds for axis 0 with size 2");
        assertThatThrownBy(() -> Ufuncs.ADD.at(a, indices(0, -3), Input.of(1))).isInstanceOf(IndexException.class);
        Operand mask = Items.of(DType.BOOL, Shape.of(3), 1, 0, 1);
        assertThatThrownBy(() -> Ufuncs.ADD.at(a, mask, Input.of(1))).isInstanceOf(IndexException.class)
                .hasMessage("add.at: the mask has shape (3,), it must be one of the first axis: (2,)");
        Operand floats = Items.of(DType.FLOAT32, Shape.of(1), 0);
        assertThatThrownBy(() -> Ufuncs.ADD.at(a, floats, Input.of(1))).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> Ufuncs.ADD.reduceat(a, floats, 0, null, null)).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> Ufuncs.ADD.at(a, indices(0), Input.of(indices(1, 2))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("add.at: operand 1 has shape (2,), it must stretch to what the indices name, (1, 3)");
        assertThatThrownBy(() -> Ufuncs.ADD.at(a, indices(0), null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Items.list(a)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        Ufuncs.ADD.at(a, indices(), Input.of(1));
        assertThat(Items.list(a)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void closed_operands_are_refused_and_leave_nothing_behind() {
        Operand a = table();
        Operand closed = table();
        Operand mask = Items.of(DType.BOOL, Shape.of(2, 3), 1, 1, 1, 1, 1, 1);
        Operand two = Items.of(DType.INT32, Shape.of(2), 0, 1);
        closed.storage().close();
        long before = Settled.counts().nativeBlocks();
        List<Runnable> calls = List.of(() -> Ufuncs.ADD.call(a, closed), () -> Ufuncs.ADD.call(closed, 1),
                () -> Ufuncs.ADD.inPlace(closed, 1), () -> Ufuncs.ADD.outer(a, closed, Keywords.NONE),
                () -> Ufuncs.ADD.reduce(closed, ReduceAxes.all(), new Reducing(null, null, false, null, mask)),
                () -> Ufuncs.ADD.accumulate(closed, 0, null, null),
                () -> Ufuncs.ADD.reduceat(closed, two, 0, null, null), () -> Ufuncs.ADD.at(closed, two, Input.of(1)));
        for (Runnable call : calls) {
            assertThatThrownBy(call::run).isInstanceOf(ClosedException.class);
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
        }
    }

    @Test
    void the_first_element_is_taken_once_also_along_several_axes() {
        Operand a = table();
        for (Operand out : List.of(Ufuncs.ADD.reduce(a, ReduceAxes.all(), initial(Reducing.FIRST)),
                Ufuncs.ADD.reduce(a, ReduceAxes.of(1, 0), initial(Reducing.FIRST)))) {
            assertThat(Items.list(out)).containsExactly(21L);
        }
        Operand cube = Items.of(DType.INT64, Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Items.list(Ufuncs.MULTIPLY.reduce(cube, ReduceAxes.of(0, 2), initial(Reducing.FIRST))))
                .containsExactly(60L, 672L);
        assertThat(Items.list(Ufuncs.BITWISE_XOR.reduce(cube, ReduceAxes.all(), initial(Reducing.FIRST))))
                .containsExactly(8L);
        assertThat(Items.list(Ufuncs.MAXIMUM.reduce(cube, ReduceAxes.of(0, 1), Reducing.NONE)))
                .containsExactly(7L, 8L);
    }

    @Test
    void temporaries_are_given_back() {
        Operand a = table();
        Operand wide = new Operand(DType.INT16, Layout.contiguous(Shape.of(3), 2), a.storage(), true);
        Operand two = Items.of(DType.INT32, Shape.of(2), 0, 1);
        long before = Settled.counts().nativeBlocks();
        Ufuncs.ADD.inPlace(wide, wide.with(wide.layout().slice(0, null, null, -1L)));
        Ufuncs.ADD.inPlace(a, 1L);
        Ufuncs.ADD.at(a, two, Input.of(wide));
        Ufuncs.ADD.reduce(a, ReduceAxes.of(0), new Reducing(null, wide, false, null, null));
        Ufuncs.ADD.accumulate(a, 0, null, a);
        Ufuncs.ADD.reduceat(a, two, 0, null, a);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
    }
}
