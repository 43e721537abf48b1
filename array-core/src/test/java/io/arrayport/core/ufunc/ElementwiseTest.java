package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
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
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementwiseTest {
    private static final List<DType> TYPES = List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64);

    @Test
    void operands_broadcast() {
        Operand a = Elements.of(DType.INT32, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Operand column = Elements.of(DType.INT32, Shape.of(2, 1), 10, 20);
        Operand sum = Ufuncs.ADD.call(a, column);
        assertThat(sum.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Elements.list(sum)).containsExactly(11.0, 12.0, 13.0, 24.0, 25.0, 26.0);
        assertThat(Elements.list(Ufuncs.SUBTRACT.call(column, a))).containsExactly(9.0, 8.0, 7.0, 16.0, 15.0, 14.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void any_layouts_of_inputs_and_output_overlapping_or_not_give_what_copies_would(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            try (Scope scope = Scope.open()) {
                DType type = TYPES.get(random.nextInt(4));
                Shape shape = shape(random);
                Storage shared = Elements.of(type, Shape.of(60_000), tame(random, 60_000)).storage();
                Operand a = Operand.of(type, layout(shape, type, random, true), shared);
                Operand b = random.nextInt(4) == 0 ? a : Operand.of(type, layout(shape, type, random, true), shared);
                Operand out = random.nextInt(3) == 0 && !repeats(a.layout()) ? a
                        : Operand.of(type, layout(shape, type, random, false), shared);
                UFunc ufunc = Ufuncs.ALL.get(random.nextInt(Ufuncs.ALL.size()));
                List<Double> expected = naive(ufunc, type, Elements.list(a), Elements.list(b));
                ufunc.callInto(a, b, out);
                assertThat(Elements.list(out))
                        .as("seed %d round %d: %s of %s, %s into %s", seed, round, ufunc, a, b, out)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<Double> naive(UFunc ufunc, DType type, List<Double> a, List<Double> b) {
        double zero = type.kind() == 'i' ? 0.0 : -0.0; // integers have no -0, and -0.0 changes no double
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            all.add(switch (ufunc.name()) {
                case "add" -> a.get(i) + b.get(i);
                case "subtract" -> a.get(i) - b.get(i);
                default -> a.get(i) * b.get(i) + zero;
            });
        }
        return all;
    }

    private static Shape shape(Random random) {
        long[] dims = new long[random.nextInt(7)];
        long size = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(size > 200 ? 2 : 9);
            size *= Math.max(1, dims[axis]);
        }
        return Shape.of(dims);
    }

    /** Small integers: every type adds and multiplies them exactly, so that doubles are the oracle of all. */
    private static double[] tame(Random random, int n) {
        return random.ints(n, -2000, 2000).asDoubleStream().toArray();
    }

    private static Layout layout(Shape shape, DType type, Random random, boolean mayRepeat) {
        List<Integer> order = new ArrayList<>();
        for (int axis = 0; axis < shape.ndim(); axis++) {
            order.add(axis);
        }
        java.util.Collections.shuffle(order, random);
        long[] strides = new long[shape.ndim()];
        long low = 0;
        long at = type.itemsize();
        for (int axis : order) {
            if (mayRepeat && random.nextInt(8) == 0) {
                continue;
            }
            long step = at * (1 + (random.nextInt(3) == 0 ? 1 : 0));
            strides[axis] = random.nextInt(4) == 0 ? -step : step;
            low += Math.min(0, strides[axis] * (Math.max(1, shape.dim(axis)) - 1));
            at = step * Math.max(1, shape.dim(axis));
        }
        return Layout.of(shape, strides, random.nextInt(10) * type.itemsize() - low);
    }

    private static boolean repeats(Layout layout) {
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (layout.dim(axis) > 1 && layout.stride(axis) == 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void an_output_shifted_against_its_input_is_computed_as_if_the_input_had_been_read_first() {
        Operand base = Elements.vector(DType.INT64, 1, 2, 3, 4, 5, 6);
        Operand head = base.with(base.layout().slice(0, null, -1L, null));
        Operand tail = base.with(base.layout().slice(0, 1L, null, null));
        Ufuncs.ADD.callInto(head, head, tail);
        assertThat(Elements.list(base)).containsExactly(1.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    }

    @Test
    void an_output_may_be_larger_than_its_operands_and_never_smaller() {
        Operand row = Elements.vector(DType.FLOAT64, 1, 2);
        Operand out = Elements.of(DType.FLOAT64, Shape.of(2, 2));
        Ufuncs.MULTIPLY.callInto(row, row, out);
        assertThat(Elements.list(out)).containsExactly(1.0, 4.0, 1.0, 4.0);
        assertThatThrownBy(() -> Ufuncs.ADD.callInto(out, out, row)).isInstanceOf(ShapeException.class)
                .hasMessage("add: out has shape (2,), operands broadcast to (2, 2); "
                        + "what is written to is never stretched");
    }

    @Test
    void shapes_that_do_not_broadcast_are_named() {
        Operand a = Elements.of(DType.FLOAT32, Shape.of(2, 4));
        Operand b = Elements.of(DType.FLOAT32, Shape.of(3, 4));
        assertThatThrownBy(() -> Ufuncs.ADD.call(a, b)).isInstanceOf(ShapeException.class)
                .hasMessage("broadcast: operand 1 has shape (3, 4), operand 0 has (2, 4): axis 0 is 3, not 2");
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
    void types_without_a_loop_are_named_with_those_that_have_one() {
        Operand f = Elements.vector(DType.FLOAT32, 1);
        Operand i = Elements.vector(DType.INT32, 1);
        assertThatThrownBy(() -> Ufuncs.ADD.call(f, i)).isInstanceOf(DTypeException.class)
                .hasMessage(
                        "add: no loop for (float32, int32); operands must have the same dtype, "
                                + "one of float32, float64, "
                                + "int32, int64: convert with astype(...)");
        Operand foreign = new Operand(DType.INT32.withOrder(ByteOrder.BIG_ENDIAN), i.layout(), i.storage(), true);
        assertThatThrownBy(() -> Ufuncs.ADD.call(foreign, foreign)).isInstanceOf(DTypeException.class)
                .hasMessage("add: an operand is int32 in foreign byte order; "
                        + "bring it to native order with copyNative() or astype(...)");
        assertThatThrownBy(() -> Ufuncs.ADD.callInto(f, f, i)).isInstanceOf(DTypeException.class)
                .hasMessage("add: out is int32, the result is float32; "
                        + "give one of that type, and convert afterwards with astype(...)");
    }

    @Test
    void what_may_not_be_written_is_refused_and_stays_as_it_was() {
        Operand a = Elements.vector(DType.INT32, 1, 2);
        Operand view = new Operand(a.dtype(), a.layout(), a.storage(), false);
        assertThatThrownBy(() -> Ufuncs.ADD.callInto(a, a, view)).isInstanceOf(ReadOnlyException.class);
        Storage mapped = Storage.foreign("map", a.storage().address(), 8, Device.CPU, Access.IMMUTABLE, () -> {});
        assertThatThrownBy(() -> Ufuncs.ADD.callInto(a, a, Operand.of(a.dtype(), a.layout(), mapped)))
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
        assertThatThrownBy(() -> Ufuncs.ADD.callInto(open, open, closed)).isInstanceOf(ClosedException.class);
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
        assertThat(Elements.list(Ufuncs.ADD.call(ints, Scalars.weak("add", 40L, ints)))).containsExactly(41.0, 42.0);
        assertThat(Elements.list(Ufuncs.MULTIPLY.call(Scalars.weak("multiply", 0.5, floats), floats)))
                .containsExactly(0.5, 1.0);
        assertThat(Elements.list(Ufuncs.ADD.call(floats, Scalars.weak("add", BigInteger.TEN, floats))))
                .containsExactly(11.0, 12.0);
        assertThatThrownBy(() -> Scalars.weak("add", 3_000_000_000L, ints)).isInstanceOf(CastingException.class)
                .hasMessage("add: the integer 3000000000 is out of bounds for int32");
        assertThatThrownBy(() -> Scalars.weak("add", 0.5, ints)).isInstanceOf(DTypeException.class)
                .hasMessage("add: the number 0.5 with an int32 array gives float64; "
                        + "give an integer, or convert the array first with astype(DType.FLOAT64)");
    }
}
