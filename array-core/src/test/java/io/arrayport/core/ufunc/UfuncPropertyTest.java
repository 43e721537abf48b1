package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.element.Element;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Layouts;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random types, layouts, masks and overlaps against one element after the other. */
class UfuncPropertyTest {
    /** What the oracle does not know: functions that are tested by their accuracy. */
    private static final Set<Op> INEXACT = inexact();
    /** What is infinite or not a number of some inputs, or beyond small integers: these have no one conversion. */
    private static final Set<Op> UNBOUNDED = Set.of(Op.DIVIDE, Op.SQRT, Op.RECIPROCAL, Op.FLOOR_DIVIDE, Op.REMAINDER,
            Op.FMOD, Op.LDEXP, Op.DEGREES);
    private static final int ROOM = 500_000;

    private static Set<Op> inexact() {
        Set<Op> inexact = EnumSet.range(Op.CBRT, Op.ARCTANH);
        inexact.add(Op.POWER);
        return inexact;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_types_and_layouts_give_what_their_elements_give(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            try (Scope _ = Scope.open()) {
                UFunc ufunc = ufunc(random);
                Shape shape = switch (random.nextInt(16)) {
                    case 0 -> Shape.of(1 + random.nextInt(2500));
                    case 1 -> Shape.of(30 + random.nextInt(1500), 1 + random.nextInt(9));
                    default -> Layouts.shape(random, 4);
                };
                List<Operand> inputs = new ArrayList<>();
                for (int i = 0; i < ufunc.nin(); i++) {
                    inputs.add(input(random, type(random), within(random, shape)));
                }
                Operand where = random.nextInt(3) > 0 ? null : input(random, DType.BOOL, within(random, shape));
                check(random, "seed %d round %d".formatted(seed, round), ufunc, inputs, where, shape);
            }
        }
    }

    private static void check(Random random, String what, UFunc ufunc, List<Operand> inputs, Operand where,
            Shape shape) {
        List<Input> asked = inputs.stream().map(Input::of).toList();
        List<DType> types = inputs.stream().map(operand -> Promotion.nativeOf(operand.dtype())).toList();
        Signature signature = Resolver.search(ufunc, types);
        if (signature == null || isRounded(ufunc.op(), signature.input(0))) {
            return;
        }
        DType type = type(random);
        boolean defined = !UNBOUNDED.contains(ufunc.op()) || "iu".indexOf(type.kind()) < 0;
        Operand out = random.nextBoolean() || !defined ? null : output(random, type, shape);
        List<Object> before = out == null ? List.of() : Items.list(out);
        Order order = Order.values()[random.nextInt(4)];
        List<Operand> results = ufunc.all(asked, new Keywords(out, where, null, Casting.UNSAFE, order));
        String all = "%s: %s of %s where %s into %s".formatted(what, ufunc, inputs, where, out);
        for (int k = 0; k < results.size(); k++) {
            Operand result = results.get(k);
            boolean fresh = k > 0 || out == null;
            List<Object> expected = expected(ufunc.ops().get(k), signature, inputs, where, result,
                    fresh ? List.of() : before);
            assertThat(Items.list(result)).as(all).isEqualTo(expected);
            assertThat(fresh || result.shape().equals(shape)).as(all).isTrue();
            assertThat(result.dtype()).isEqualTo(fresh ? signature.outputs().get(k) : out.dtype());
        }
    }

    private static List<Object> expected(Op op, Signature signature, List<Operand> inputs, Operand where,
            Operand result, List<Object> before) {
        List<List<Object>> columns = inputs.stream()
                .map(operand -> Items.list(Elementwise.stretched(operand, result.shape()))).toList();
        List<Object> mask = where == null ? List.of() : Items.list(Elementwise.stretched(where, result.shape()));
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < columns.getFirst().size(); i++) {
            if (where == null || (Boolean) mask.get(i)) {
                Object a = Oracle.cast(columns.getFirst().get(i), signature.input(0));
                Object b = inputs.size() == 1 ? null : Oracle.cast(columns.get(1).get(i), signature.input(1));
                Object value = Oracle.compute(op, signature.input(0), a, b);
                expected.add(Oracle.cast(value, result.dtype()));
            } else {
                expected.add(before.isEmpty() ? Oracle.cast(0L, result.dtype()) : before.get(i));
            }
        }
        return expected;
    }

    /** Whether a result depends on how a complex operation rounds: divisions and roots. */
    private static boolean isRounded(Op op, DType type) {
        return type.kind() == 'c' && switch (op) {
            case DIVIDE, RECIPROCAL, SIGN, SQRT, ABSOLUTE -> true;
            default -> false;
        };
    }

    private static UFunc ufunc(Random random) {
        while (true) {
            UFunc ufunc = Ufuncs.ALL.get(random.nextInt(Ufuncs.ALL.size()));
            if (!INEXACT.contains(ufunc.op())) {
                return ufunc;
            }
        }
    }

    private static DType type(Random random) {
        DType type = DType.ALL.get(random.nextInt(DType.ALL.size()));
        return random.nextInt(4) > 0 ? type
                : type.withOrder(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** A shape that stretches to {@code shape}. */
    private static Shape within(Random random, Shape shape) {
        int dropped = random.nextInt(6) == 0 ? random.nextInt(shape.ndim() + 1) : 0;
        long[] dims = new long[shape.ndim() - dropped];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(6) == 0 ? 1 : shape.dim(axis + dropped);
        }
        return Shape.of(dims);
    }

    private static Operand input(Random random, DType type, Shape shape) {
        Layout layout = random.nextInt(4) == 0 ? Layout.contiguous(shape, type.itemsize())
                : repeating(random, Layouts.disjoint(random, shape, type.itemsize()));
        return filled(random, type, Layouts.offsets(layout), layout);
    }

    private static Layout repeating(Random random, Layout layout) {
        long[] strides = layout.strides();
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = random.nextInt(8) == 0 ? 0 : strides[axis];
        }
        return Layout.of(layout.shape(), strides, layout.offset());
    }

    private static Operand output(Random random, DType type, Shape shape) {
        Layout layout = Layouts.disjoint(random, shape, type.itemsize());
        return filled(random, type, Layouts.offsets(layout), layout);
    }

    /** Small numbers, halves among them: every type holds them, and what is computed of them stays in its range. */
    private static Operand filled(Random random, DType type, List<Long> offsets, Layout layout) {
        Storage storage = Storage.allocateZeroed(Math.max(ROOM, layout.endByte(type.itemsize())));
        for (long offset : offsets) {
            double value = switch (type.kind()) {
                case 'f', 'c' -> random.nextInt(21) / 2.0 - (random.nextInt(4) == 0 ? 5 : 0);
                case 'i' -> random.nextInt(11) - 2;
                default -> random.nextInt(11);
            };
            if (type.kind() == 'c') {
                Element.set(type, storage.address() + offset, new Complex(value, random.nextInt(7) / 2.0 - 1));
            } else {
                Element.set(type, storage.address() + offset, value);
            }
        }
        return Operand.of(type, layout, storage);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void overlapping_operands_give_what_copies_of_them_would(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            try (Scope _ = Scope.open()) {
                UFunc ufunc = ufunc(random);
                Shape shape = Layouts.shape(random, 4);
                Storage shared = input(random, DType.UINT8, Shape.of(2000)).storage();
                List<Operand> inputs = new ArrayList<>();
                for (int i = 0; i < ufunc.nin(); i++) {
                    inputs.add(over(shared, tame(random), Layouts.any(random, shape, 2)));
                }
                DType type = tame(random);
                Operand out = random.nextInt(3) == 0 && !repeats(inputs.getFirst()) ? inputs.getFirst()
                        : over(shared, type, Layouts.disjoint(random, shape, type.itemsize()));
                Operand where = random.nextInt(3) > 0 ? null
                        : over(shared, DType.BOOL, Layouts.any(random, shape, 1));
                overlapping("seed %d round %d".formatted(seed, round), ufunc, inputs, where, out);
            }
        }
    }

    private static void overlapping(String what, UFunc ufunc, List<Operand> inputs, Operand where, Operand out) {
        Signature signature = Resolver.search(ufunc, inputs.stream().map(Operand::dtype).toList());
        if (signature == null || UNBOUNDED.contains(ufunc.op()) && signature.output().kind() == 'f') {
            return;
        }
        List<Object> expected = expected(ufunc.op(), signature, inputs, where, out, Items.list(out));
        ufunc.call(inputs.stream().map(Input::of).toList(),
                new Keywords(out, where, null, Casting.UNSAFE, Order.K));
        assertThat(Items.list(out)).as("%s: %s of %s where %s into %s", what, ufunc, inputs, where, out)
                .isEqualTo(expected);
    }

    /** Types of which any bits are a number, and whose conversions are defined. */
    private static DType tame(Random random) {
        List<DType> tame = List.of(DType.BOOL, DType.INT8, DType.UINT8, DType.INT16, DType.UINT16, DType.INT32);
        return tame.get(random.nextInt(tame.size()));
    }

    private static Operand over(Storage shared, DType type, Layout layout) {
        return Operand.of(type, layout.shifted(1000), shared);
    }

    private static boolean repeats(Operand operand) {
        List<Long> offsets = new ArrayList<>(Layouts.offsets(operand.layout()));
        offsets.sort(null);
        for (int i = 1; i < offsets.size(); i++) {
            if (offsets.get(i) - offsets.get(i - 1) < operand.dtype().itemsize()) {
                return true;
            }
        }
        return false;
    }
}
