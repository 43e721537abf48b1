package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.Twins;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Layouts;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every ufunc in every loop of its own types, on random bits in layouts of up to 8 axes, stretched, reversed,
 * unaligned, empty and overlapping: results have the bits that scalar kernels give to one element after the other, and
 * no other byte changes.
 */
class TwinPropertyTest {
    /** Integers to a negative power are refused. */
    private static final Set<Op> REFUSING = Set.of(Op.POWER);
    private static final int ROOM = 1 << 17;
    private static final int SLACK = 4096;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void elementwiseResultsAreTheirTwins(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            try (Scope _ = Scope.open()) {
                UFunc ufunc = Ufuncs.ALL.get(random.nextInt(Ufuncs.ALL.size()));
                Signature signature = loop(random, ufunc);
                if (signature == null) {
                    continue;
                }
                Shape shape = shape(random);
                Storage shared = noise(random);
                boolean overlapping = random.nextBoolean();
                List<Operand> inputs = new ArrayList<>();
                for (DType type : signature.inputs()) {
                    inputs.add(input(random, type, shape, overlapping ? shared : noise(random)));
                }
                Operand where = random.nextInt(4) > 0 ? null
                        : input(random, DType.BOOL, shape, overlapping ? shared : noise(random));
                Operand out = out(random, signature.output(), shape, inputs, overlapping ? shared : noise(random));
                check("seed %d round %d".formatted(seed, round), ufunc, signature, inputs, where, out);
            }
        }
    }

    private static void check(String what, UFunc ufunc, Signature signature, List<Operand> inputs, Operand where,
            Operand out) {
        List<Object> expected = expected(ufunc.op(), signature, inputs, where, out);
        byte[] before = bytes(out.storage());
        ufunc.call(inputs.stream().map(Input::of).toList(), new Keywords(out, where, null, Casting.NO, Order.K));
        String all = "%s: %s of %s where %s into %s".formatted(what, ufunc, inputs, where, out);
        assertThat(Items.list(out)).as(all).isEqualTo(expected);
        byte[] after = bytes(out.storage());
        for (long offset : Layouts.offsets(out.layout())) {
            System.arraycopy(before, (int) offset, after, (int) offset, out.dtype().itemsize());
        }
        assertThat(Arrays.mismatch(after, before)).as("first byte that is not out's: " + all).isEqualTo(-1);
    }

    /** What the twins make of a copy of the operands. */
    private static List<Object> expected(Op op, Signature signature, List<Operand> inputs, Operand where,
            Operand out) {
        Shape shape = out.shape();
        List<List<Long>> addresses = inputs.stream().map(operand -> addresses(operand, shape)).toList();
        List<Long> mask = where == null ? List.of() : addresses(where, shape);
        List<Object> before = Items.list(out);
        List<Object> expected = new ArrayList<>();
        try (Storage one = Storage.allocate(16)) {
            for (int i = 0; i < before.size(); i++) {
                if (where != null && !(Boolean) Element.item(DType.BOOL, mask.get(i))) {
                    expected.add(before.get(i));
                    continue;
                }
                if (inputs.size() == 1) {
                    Twins.unary(op, signature.input(0), addresses.getFirst().get(i), one.address());
                } else {
                    Twins.binary(op, signature.input(0), addresses.get(0).get(i), addresses.get(1).get(i),
                            one.address());
                }
                expected.add(Element.item(signature.output(), one.address()));
            }
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void runningResultsAreTheirTwins(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            try (Scope _ = Scope.open()) {
                UFunc ufunc = Ufuncs.ALL.get(random.nextInt(Ufuncs.ALL.size()));
                Signature signature = loop(random, ufunc);
                Shape shape = shape(random);
                if (signature == null || ufunc.nin() != 2 || !signature.isUniform() || shape.ndim() == 0) {
                    continue;
                }
                DType type = signature.output();
                int axis = random.nextInt(shape.ndim());
                Operand in = over(type, Layouts.any(random, shape, type.itemsize()), noise(random));
                Operand result = ufunc.accumulate(in, axis, type, null);
                assertThat(Items.list(result)).as("seed %d round %d: %s.accumulate of %s along %d", seed, round, ufunc,
                        in, axis).isEqualTo(running(ufunc.op(), in, axis));
            }
        }
    }

    private static List<Object> running(Op op, Operand in, int axis) {
        DType type = in.dtype();
        Layout packed = Layout.contiguous(in.shape(), type.itemsize());
        List<Long> from = addresses(in, in.shape());
        List<Long> offsets = Layouts.offsets(packed);
        try (Storage results = Storage.allocate(packed.endByte(type.itemsize()))) {
            long back = packed.ndim() == 0 ? 0 : packed.stride(axis);
            for (int i = 0; i < offsets.size(); i++) {
                long at = results.address() + offsets.get(i);
                if (offsets.get(i) / Math.max(1, back) % Math.max(1, in.layout().dim(axis)) == 0) {
                    copy(type, from.get(i), at);
                } else {
                    copy(type, at - back, at);
                    Twins.carry(op, type, at, from.get(i));
                }
            }
            return Items.list(Operand.of(type, packed, results));
        }
    }

    private static void copy(DType type, long from, long to) {
        MemorySegment.copy(Memory.RAW, from, Memory.RAW, to, type.itemsize());
    }

    /** A loop whose inputs have one type; null if the ufunc has none that is picked. */
    private static Signature loop(Random random, UFunc ufunc) {
        List<Signature> list = ufunc.loops().list();
        Signature signature = list.get(random.nextInt(list.size()));
        boolean known = DType.ALL.containsAll(signature.inputs()) && ufunc.nout() == 1 && ufunc.nin() <= 2;
        boolean refusing = REFUSING.contains(ufunc.op()) && "iu".indexOf(signature.input(0).kind()) >= 0;
        return known && !refusing && signature.inputs().stream().distinct().count() == 1 ? signature : null;
    }

    /** Sometimes long, so that vectors have something to do, sometimes stretched far. */
    private static Shape shape(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Shape.of(1 + random.nextInt(700));
            case 1 -> Shape.of(1 + random.nextInt(40), 1 + random.nextInt(40));
            case 2 -> Shape.of(1 + random.nextInt(5), 100 + random.nextInt(200));
            default -> {
                long[] dims = new long[random.nextInt(9)];
                for (int axis = 0; axis < dims.length; axis++) {
                    dims[axis] = random.nextInt(25) == 0 ? 0 : 1 + random.nextInt(dims.length > 5 ? 2 : 4);
                }
                yield Shape.of(dims);
            }
        };
    }

    /** Random bits, so that floats are NaN, infinite and subnormal, too. */
    private static Storage noise(Random random) {
        Storage storage = Storage.allocate(ROOM);
        byte[] bytes = new byte[ROOM];
        random.nextBytes(bytes);
        Memory.segment(storage.address(), ROOM).copyFrom(MemorySegment.ofArray(bytes));
        return storage;
    }

    private static Operand input(Random random, DType type, Shape shape, Storage storage) {
        long[] dims = shape.toArray();
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(6) == 0 ? 1 : dims[axis];
        }
        Shape own = Shape.of(dims);
        Layout layout = switch (random.nextInt(3)) {
            case 0 -> Layout.contiguous(own, type.itemsize());
            case 1 -> Layouts.disjoint(random, own, type.itemsize());
            default -> Layouts.any(random, own, type.itemsize());
        };
        Operand operand = over(type, layout, storage);
        if (type.equals(DType.BOOL)) {
            for (long address : addresses(operand, own)) {
                Memory.RAW.set(ValueLayout.JAVA_BYTE, address,
                        (byte) (Memory.RAW.get(ValueLayout.JAVA_BYTE, address) & 1));
            }
        }
        return operand;
    }

    private static Operand out(Random random, DType type, Shape shape, List<Operand> inputs, Storage storage) {
        for (Operand input : inputs) {
            if (random.nextInt(4) == 0 && input.shape().equals(shape) && input.dtype().equals(type)
                    && input.layout().isCContiguous(type.itemsize())) {
                return input;
            }
        }
        Layout layout = random.nextBoolean() ? Layout.contiguous(shape, type.itemsize())
                : Layouts.disjoint(random, shape, type.itemsize());
        return over(type, layout, storage);
    }

    private static Operand over(DType type, Layout layout, Storage storage) {
        long room = ROOM - SLACK - (layout.endByte(type.itemsize()) - layout.minByte());
        assertThat(room).as("room for " + layout).isPositive();
        return Operand.of(type, layout.shifted(SLACK / 2 - layout.minByte()), storage);
    }

    private static List<Long> addresses(Operand operand, Shape shape) {
        return Layouts.offsets(Elementwise.stretched(operand, shape).layout()).stream()
                .map(offset -> operand.storage().address() + offset).toList();
    }

    private static byte[] bytes(Storage storage) {
        return Memory.segment(storage.address(), ROOM).toArray(ValueLayout.JAVA_BYTE);
    }
}
