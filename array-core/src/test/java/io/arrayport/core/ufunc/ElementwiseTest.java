package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;

class ElementwiseTest {
    @Test
    void operands_broadcast() {
        Operand a = Elements.of(DType.INT32, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Operand column = Elements.of(DType.INT32, Shape.of(2, 1), 10, 20);
        Operand sum = Ufuncs.ADD.call(a, column);
        assertThat(sum.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Elements.list(sum)).containsExactly(11.0, 12.0, 13.0, 24.0, 25.0, 26.0);
        assertThat(Elements.list(Ufuncs.SUBTRACT.call(column, a))).containsExactly(9.0, 8.0, 7.0, 16.0, 15.0, 14.0);
    }

    @Test
    void an_output_shifted_against_its_input_is_computed_as_if_the_input_had_been_read_first() {
        Operand base = Elements.vector(DType.INT64, 1, 2, 3, 4, 5, 6);
        Operand head = base.with(base.layout().slice(0, null, -1L, null));
        Operand tail = base.with(base.layout().slice(0, 1L, null, null));
        into(Ufuncs.ADD, head, head, tail);
        assertThat(Elements.list(base)).containsExactly(1.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    }

    @Test
    void an_output_may_be_larger_than_its_operands_and_never_smaller() {
        Operand row = Elements.vector(DType.FLOAT64, 1, 2);
        Operand out = Elements.of(DType.FLOAT64, Shape.of(2, 2));
        into(Ufuncs.MULTIPLY, row, row, out);
        assertThat(Elements.list(out)).containsExactly(1.0, 4.0, 1.0, 4.0);
        assertThatThrownBy(() -> into(Ufuncs.ADD, out, out, row)).isInstanceOf(ShapeException.class)
                .hasMessage("add: out has shape (2,), operands broadcast to (2, 2); "
                        + "what is written to is never stretched");
    }

    @Test
    void shapes_that_do_not_broadcast_are_named() {
        Operand a = Elements.of(DType.FLOAT32, Shape.of(2, 4));
        Operand b = Elements.of(DType.FLOAT32, Shape.of(3, 4));
        assertThatThrownBy(() -> Ufuncs.ADD.call(a, b)).isInstanceOf(ShapeException.class)
                .hasMessage("add: operand 1 has shape (3, 4), operand 0 has (2, 4): axis 0 is 3, not 2"
                        + "; only axes of length 1 stretch");
    }

    /** Each operand is one element, repeated: only the result would be large. */
    @Test
    void results_of_more_bytes_than_a_long_counts_are_refused_in_every_order_of_axes() {
        long half = 1L << 31;
        Operand one = Elements.vector(DType.FLOAT64, 1);
        Operand column = one.with(Layout.of(Shape.of(half, 1), new long[]{0, 0}, 0));
        Operand row = one.with(Layout.of(Shape.of(1, half), new long[]{0, 0}, 0));
        assertThatThrownBy(() -> Ufuncs.ADD.call(column, row)).isInstanceOf(ShapeException.class)
                .hasMessage("layout: shape (2147483648, 2147483648) spans more bytes than a long counts");
        // Not in C order: the second axis is outermost, as in the first input
        Operand tall = Elements.of(DType.FLOAT64, Shape.of(2, 3));
        Operand fortran = tall.with(tall.layout().transpose().expandDims(2));
        for (long wide : new long[]{1L << 60, (1L << 60) / 6 * 5, (1L << 60) / 3, (1L << 60) / 6 + 1}) {
            Operand deep = one.with(Layout.of(Shape.of(1, 1, wide), new long[]{0, 0, 0}, 0));
            assertThatThrownBy(() -> Ufuncs.ADD.call(fortran, deep)).isInstanceOf(ShapeException.class)
                    .hasMessage("layout: shape (3, 2, " + wide + ") spans more bytes than a long counts");
        }
    }

    @Test
    void operands_of_other_types_and_byte_orders_are_converted() {
        Operand big = Items.of(DType.INT32.withOrder(ByteOrder.BIG_ENDIAN), Shape.of(2), 1, 300);
        Operand floats = Elements.vector(DType.FLOAT32, 0.5, 0.25);
        Operand sum = Ufuncs.ADD.call(big, floats);
        assertThat(sum.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Elements.list(sum)).containsExactly(1.5, 300.25);
        Ufuncs.ADD.inPlace(big, big);
        assertThat(Items.list(big)).containsExactly(2L, 600L);
    }

    @Test
    void types_without_a_loop_are_named_with_the_loops_there_are() {
        Operand bools = Items.of(DType.BOOL, Shape.of(2), 0, 1);
        assertThatThrownBy(() -> Ufuncs.SUBTRACT.call(bools, bools)).isInstanceOf(DTypeException.class)
                .hasMessageStartingWith("subtract: no loop for (bool, bool); there are bb->b BB->B ")
                .hasMessageEndingWith(", and bool is refused; convert with astype(...)");
        assertThatThrownBy(() -> Ufuncs.NEGATIVE.call(bools)).isInstanceOf(DTypeException.class);
        Keywords asInt = new Keywords(null, null, DType.INT8, Casting.SAME_KIND, Order.K);
        assertThat(Items.list(Ufuncs.NEGATIVE.call(List.of(Input.of(bools)), asInt))).containsExactly(0L, -1L);
        assertThatThrownBy(() -> Ufuncs.SIN.call(List.of(Input.of(bools)), asInt)).isInstanceOf(DTypeException.class)
                .hasMessageStartingWith("sin: no loop for (bool) that gives int8; there are e->e ");
    }

    @Test
    void casting_governs_inputs_and_output() {
        Operand ints = Elements.vector(DType.INT32, 1, 2);
        Operand floats = Elements.vector(DType.FLOAT64, 1.5, 2.5);
        assertThatThrownBy(() -> into(Ufuncs.ADD, ints, floats, ints)).isInstanceOf(CastingException.class)
                .hasMessage("add: the result is float64, out is int32, and casting same_kind does not allow that; "
                        + "give one of the result's type, or allow more with casting(...)");
        Keywords asInt = new Keywords(null, null, DType.INT32, Casting.SAME_KIND, Order.K);
        List<Input> inputs = List.of(Input.of(ints), Input.of(floats));
        assertThatThrownBy(() -> Ufuncs.ADD.call(inputs, asInt)).isInstanceOf(CastingException.class)
                .hasMessage("add: operand 1 is float64, the loop takes int32, and casting same_kind does not allow "
                        + "that; convert it with astype(...)");
        Keywords any = new Keywords(null, null, DType.INT32, Casting.UNSAFE, Order.K);
        assertThat(Elements.list(Ufuncs.ADD.call(inputs, any))).containsExactly(2.0, 4.0);
        Keywords exactly = new Keywords(null, null, null, Casting.NO, Order.K);
        assertThatThrownBy(() -> Ufuncs.ADD.call(inputs, exactly)).isInstanceOf(CastingException.class);
        Operand wide = Elements.vector(DType.INT64, 0, 0);
        assertThat(Elements.list(into(Ufuncs.ADD, ints, ints, wide))).containsExactly(2.0, 4.0);
    }

    @Test
    void an_output_of_another_type_may_lie_over_an_input() {
        Operand ints = Elements.vector(DType.INT32, 1, 2, 3, 4);
        Operand halves = new Operand(DType.FLOAT64, Layout.contiguous(Shape.of(2), 8), ints.storage(), true);
        Operand head = ints.with(ints.layout().slice(0, 0L, 2L, null));
        into(Ufuncs.DIVIDE, head, head, halves);
        assertThat(Elements.list(halves)).containsExactly(1.0, 1.0);
    }

    @Test
    void where_leaves_the_rest_of_the_output_alone_and_zeros_in_a_fresh_one() {
        Operand a = Items.of(DType.INT16, Shape.of(2, 2), 1, 2, 3, 4);
        Operand mask = Items.of(DType.BOOL, Shape.of(2, 1), 0, 1);
        Operand out = Items.of(DType.INT64, Shape.of(2, 2), -1, -2, -3, -4);
        List<Input> inputs = List.of(Input.of(a), Input.of(a));
        Ufuncs.ADD.call(inputs, new Keywords(out, mask, null, Casting.SAME_KIND, Order.K));
        assertThat(Items.list(out)).containsExactly(-1L, -2L, 6L, 8L);
        Operand fresh = Ufuncs.ADD.call(inputs, new Keywords(null, mask, null, Casting.SAME_KIND, Order.K));
        assertThat(Items.list(fresh)).containsExactly(0L, 0L, 6L, 8L);
        assertThatThrownBy(() -> Ufuncs.ADD.call(inputs, new Keywords(null, a, null, Casting.UNSAFE, Order.K)))
                .isInstanceOf(CastingException.class).hasMessageStartingWith("add: where is int16, it must be bool");
        Operand wide = Items.of(DType.BOOL, Shape.of(2, 2, 2), 1, 1, 1, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> Ufuncs.ADD.call(inputs, new Keywords(out, wide, null, Casting.UNSAFE, Order.K)))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void the_order_of_fresh_elements_is_NumPys() {
        Operand rows = Items.of(DType.INT8, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Operand columns = rows.with(rows.layout().transpose());
        Operand one = Items.of(DType.INT64, Shape.of(3), 1, 1, 1);
        assertThat(strides(Ufuncs.SQUARE, Order.K, columns)).containsExactly(1, 3);
        assertThat(strides(Ufuncs.SQUARE, Order.C, columns)).containsExactly(2, 1);
        assertThat(strides(Ufuncs.SQUARE, Order.F, rows)).containsExactly(1, 2);
        assertThat(strides(Ufuncs.SQUARE, Order.A, columns)).containsExactly(1, 3);
        assertThat(strides(Ufuncs.SQUARE, Order.A, rows)).containsExactly(3, 1);
        assertThat(strides(Ufuncs.ADD, Order.A, rows, one)).containsExactly(24, 8);
        assertThat(strides(Ufuncs.ADD, Order.A, one, Items.of(DType.INT64, Shape.of(2, 1), 1, 1)))
                .containsExactly(8, 16);
    }

    private static long[] strides(UFunc ufunc, Order order, Operand... operands) {
        List<Input> inputs = Stream.of(operands).map(Input::of).toList();
        return ufunc.call(inputs, new Keywords(null, null, null, Casting.SAME_KIND, order)).layout().strides();
    }

    @Test
    void what_may_not_be_written_is_refused_and_stays_as_it_was() {
        Operand a = Elements.vector(DType.INT32, 1, 2);
        Operand view = new Operand(a.dtype(), a.layout(), a.storage(), false);
        assertThatThrownBy(() -> into(Ufuncs.ADD, a, a, view)).isInstanceOf(ReadOnlyException.class);
        Storage mapped = Storage.foreign("map", a.storage().address(), 8, Device.CPU, Access.IMMUTABLE, () -> {});
        assertThatThrownBy(() -> into(Ufuncs.ADD, a, a, Operand.of(a.dtype(), a.layout(), mapped)))
                .isInstanceOf(ReadOnlyException.class).hasMessage(
                        "add: out is read-only: it lies in IMMUTABLE storage of map; write to a copy()");
        mapped.close();
        assertThat(Elements.list(a)).containsExactly(1.0, 2.0);
    }

    @Test
    void a_closed_operand_is_refused_and_every_other_lease_is_given_back() {
        AtomicInteger released = new AtomicInteger();
        Operand closed = Elements.vector(DType.INT32, 1, 2);
        Operand owner = Elements.vector(DType.INT32, 1, 2);
        Storage borrowed = Storage.foreign("test", owner.storage().address(), 8, Device.CPU, Access.WRITEABLE,
                released::incrementAndGet);
        Operand open = Operand.of(DType.INT32, owner.layout(), borrowed);
        closed.storage().close();
        assertThatThrownBy(() -> Ufuncs.ADD.call(open, closed)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> into(Ufuncs.ADD, open, open, closed)).isInstanceOf(ClosedException.class);
        borrowed.close();
        assertThat(released).hasValue(1);
    }

    @Test
    void operands_on_different_devices_are_named() {
        Operand a = Elements.vector(DType.INT32, 1, 2);
        Storage far = Storage.foreign("cuda", 4096, 8, new Device(DeviceType.CUDA, 0), Access.WRITEABLE, () -> {});
        Operand b = Operand.of(DType.INT32, a.layout(), far);
        assertThatThrownBy(() -> Ufuncs.ADD.call(a, b)).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("operand 0 is on cpu, operand 1 on cuda:0");
        assertThatThrownBy(() -> Ufuncs.ADD.call(b, b)).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("computes on cuda:0");
        far.close();
    }

    @Test
    void a_java_number_takes_the_type_of_the_array_it_meets() {
        Operand ints = Elements.vector(DType.INT32, 1, 2);
        Operand floats = Elements.vector(DType.FLOAT32, 1, 2);
        Operand bytes = Items.of(DType.UINT8, Shape.of(2), 1, 2);
        assertThat(Elements.list(Ufuncs.ADD.call(ints, 40))).containsExactly(41.0, 42.0);
        assertThat(Ufuncs.MULTIPLY.call(floats, 0.5).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Elements.list(Ufuncs.ADD.call(floats, BigInteger.TEN))).containsExactly(11.0, 12.0);
        assertThat(Ufuncs.ADD.call(bytes, 0.5).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(both(Ufuncs.ADD, new Complex(0, 1), floats).dtype()).isEqualTo(DType.COMPLEX64);
        assertThat(both(Ufuncs.SUBTRACT, true, bytes).dtype()).isEqualTo(DType.UINT8);
        assertThat(Items.list(both(Ufuncs.ADD, 2, 3.5))).containsExactly(5.5);
        assertThatThrownBy(() -> Ufuncs.ADD.call(ints, 3_000_000_000L)).isInstanceOf(CastingException.class)
                .hasMessage("add: the number 3000000000 is out of bounds for int32; convert the array with astype(...) "
                        + "to a type that holds it");
        assertThatThrownBy(() -> Ufuncs.ADD.call(floats, BigInteger.TWO.pow(2000)))
                .isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> Ufuncs.ADD.inPlace(ints, 0.5)).isInstanceOf(CastingException.class)
                .hasMessageStartingWith("addi: the result is float64, this array is int32");
    }

    @Test
    void numbers_that_an_integer_type_cannot_hold_are_compared_all_the_same() {
        Operand bytes = Items.of(DType.UINT8, Shape.of(2), 0, 255);
        Operand longs = Items.of(DType.INT64, Shape.of(2), Long.MIN_VALUE, 1);
        BigInteger huge = BigInteger.TWO.pow(63);
        for (Operand array : List.of(bytes, longs)) {
            List<UFunc> below = List.of(Ufuncs.NOT_EQUAL, Ufuncs.LESS, Ufuncs.LESS_EQUAL);
            List<UFunc> never = List.of(Ufuncs.EQUAL, Ufuncs.GREATER, Ufuncs.GREATER_EQUAL);
            for (UFunc ufunc : below) {
                assertThat(Items.list(ufunc.call(array, huge))).as(ufunc.name()).containsExactly(true, true);
            }
            for (UFunc ufunc : never) {
                assertThat(Items.list(ufunc.call(array, huge))).as(ufunc.name()).containsExactly(false, false);
            }
            assertThat(Items.list(both(Ufuncs.LESS, huge, array))).containsExactly(false, false);
            assertThat(Items.list(both(Ufuncs.GREATER, huge, array))).containsExactly(true, true);
            assertThat(Items.list(both(Ufuncs.LESS, huge.negate().subtract(huge), array))).containsExactly(true, true);
        }
        assertThat(Items.list(Ufuncs.LESS.call(bytes, -1))).containsExactly(false, false);
        assertThat(Items.list(Ufuncs.EQUAL.call(bytes, 255))).containsExactly(false, true);
    }

    @Test
    void int64_and_uint64_are_compared_exactly() {
        Operand signed = Items.of(DType.INT64, Shape.of(3), -1, 1, 0);
        Operand unsigned = Items.of(DType.UINT64, Shape.of(3), 1, 1, 0);
        signed.storage();
        Ufuncs.ADD.inPlace(signed, Items.of(DType.INT64, Shape.of(3), 0, Math.scalb(1.0, 62), 0));
        Ufuncs.ADD.inPlace(unsigned,
                Items.of(DType.UINT64, Shape.of(3), Math.scalb(1.0, 63), Math.scalb(1.0, 62) + 1024,
                        0));
        assertThat(Items.list(Ufuncs.LESS.call(signed, unsigned))).containsExactly(true, true, false);
        assertThat(Items.list(Ufuncs.GREATER_EQUAL.call(unsigned, signed))).containsExactly(true, true, true);
        assertThat(Items.list(Ufuncs.EQUAL.call(unsigned, signed))).containsExactly(false, false, true);
    }

    private static Operand both(UFunc ufunc, Object a, Object b) {
        return ufunc.call(List.of(input(a), input(b)), Keywords.NONE);
    }

    private static Input input(Object value) {
        return value instanceof Operand operand ? Input.of(operand) : Input.of(value);
    }

    private static Operand into(UFunc ufunc, Operand a, Operand b, Operand out) {
        return ufunc.call(List.of(Input.of(a), Input.of(b)), Keywords.NONE.withOut(out));
    }
}
