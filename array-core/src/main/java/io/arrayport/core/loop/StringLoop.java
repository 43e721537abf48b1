package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * What moves strings of any length from storage to storage: elements go as 16 bytes each, and then get their long bytes
 * where they are.
 */
final class StringLoop {
    private static final DType RAW = new VoidType(StringType.SIZE);

    private StringLoop() {}

    /** Whether elements of one type have their bytes in different places. */
    static boolean areApart(Operand a, Operand b) {
        return a.dtype() instanceof StringType one && b.dtype() instanceof StringType other
                && !one.heap().equals(other.heap());
    }

    private static Operand raw(Operand strings) {
        return new Operand(RAW, strings.layout(), strings.storage(), strings.writeable());
    }

    /** Gives elements that were moved to {@code out} as they are in {@code from} their bytes. */
    static void settle(Operand from, Operand out) {
        UnaryKernel copy = StringCasts.copy((StringType) from.dtype(), (StringType) out.dtype());
        UnaryLoop.run(copy, base(out), out.layout(), base(out), out.layout());
    }

    /** Writes elements of {@code in} to where {@code beside} has its bytes, row-major. */
    private static Operand moved(Backend backend, Operand in, Operand beside) {
        Layout layout = Layout.contiguous(in.shape(), StringType.SIZE);
        Storage storage = backend.allocate(in.device(), layout.endByte(StringType.SIZE));
        try {
            UnaryLoop.run(StringCasts.copy((StringType) in.dtype(), (StringType) beside.dtype()), base(in),
                    in.layout(), storage.address(), layout);
            return Operand.of(RAW, layout, storage);
        } catch (RuntimeException | Error refused) {
            storage.close();
            throw refused;
        }
    }

    /** {@link Backend#gather}. */
    static void gather(String operation, Operand in, int axis, Operand indices, Operand out) {
        GatherLoop.requireInside(operation, in, axis, indices);
        GatherLoop.gather(operation, raw(in), axis, indices, raw(out));
        settle(in, out);
    }

    /** {@link Backend#scatter}. */
    static void scatter(Backend backend, String operation, Operand in, int axis, Operand indices, Operand out) {
        Operand moved = moved(backend, in, out);
        try (Storage _ = moved.storage()) {
            GatherLoop.scatter(operation, moved, axis, indices, raw(out));
        }
    }

    /** {@link Backend#choose(Operand, Operand, Operand, Operand)}. */
    static void choose(Backend backend, Operand condition, Operand a, Operand b, Operand out) {
        if (base(b) != base(out) || !b.layout().equals(out.layout())) {
            backend.copy(b, out);
        }
        backend.copy(a, out, condition);
    }

    /** {@link Backend#choose(String, Operand, List, Operand)}. */
    static void choose(Backend backend, String operation, Operand which, List<Operand> choices, Operand out) {
        Layout layout = Layout.contiguous(out.shape(), StringType.SIZE);
        Layout bools = Layout.contiguous(out.shape(), 1);
        Signature equal = new Signature(List.of(DType.INT64, DType.INT64), List.of(DType.BOOL));
        try (Storage elements = backend.allocate(out.device(), layout.endByte(StringType.SIZE));
                Storage truths = backend.allocate(out.device(), bools.endByte(1));
                Storage one = backend.allocate(out.device(), Long.BYTES)) {
            // Whether there are such choices, it says
            ChooseLoop.run(operation, which, choices.stream().map(StringLoop::raw).toList(),
                    Operand.of(RAW, layout, elements));
            Operand number = Operand.of(DType.INT64, Layout.contiguous(Shape.of(), Long.BYTES), one);
            Operand mask = Operand.of(DType.BOOL, bools, truths);
            for (int k = 0; k < choices.size(); k++) {
                backend.fill(number, (long) k);
                backend.binary(Op.EQUAL, equal, which, number.with(number.layout().broadcastTo(out.shape())), mask,
                        null);
                backend.copy(choices.get(k), out, mask);
            }
        }
    }

    /** {@link Backend#binary} where an input is a string of any length. */
    static void binary(Backend backend, Op op, Signature signature, Operand a, Operand b, Operand out,
            @Nullable Operand where) {
        try (Packed left = Packed.as(backend, a, signature.input(0));
                Packed right = Packed.as(backend, b, signature.input(1))) {
            if (out.dtype().equals(signature.output())) {
                run(kernel(op, left.operand().dtype(), right.operand().dtype(), out.dtype()), left.operand(),
                        right.operand(), out, where);
                return;
            }
            Layout layout = Layout.contiguous(out.shape(), signature.output().itemsize());
            try (Storage storage = backend.allocate(out.device(), layout.endByte(signature.output().itemsize()))) {
                Operand made = Operand.of(signature.output(), layout, storage);
                run(kernel(op, left.operand().dtype(), right.operand().dtype(), made.dtype()), left.operand(),
                        right.operand(), made, null);
                backend.copy(made, out, where);
            }
        }
    }

    /** {@link Backend#reduce} to strings. */
    static void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        if (op == Op.ADD) {
            new StringSum(in, out, where).run();
            return;
        }
        if (op != Op.MAXIMUM && op != Op.MINIMUM) {
            throw new DTypeException("reduce: strings are not reduced by " + op + "; convert the numbers that they "
                    + "write with astype(...)");
        }
        StringType type = (StringType) out.dtype();
        run(StringKernels.extremum(op, type, (StringType) in.dtype(), type), out, in, out, where);
    }

    private static void run(BinaryKernel kernel, Operand a, Operand b, Operand out, @Nullable Operand where) {
        if (where == null) {
            BinaryLoop.run(kernel, base(a), a.layout(), base(b), b.layout(), base(out), out.layout());
        } else {
            MaskedLoop.binary(Supply.alone(kernel), new long[]{base(a), base(b), base(out), base(where)}, a.layout(),
                    b.layout(),
                    out.layout(), where.layout());
        }
    }

    private static BinaryKernel kernel(Op op, DType left, DType right, DType out) {
        if (op == Op.MULTIPLY) {
            boolean swapped = right instanceof StringType;
            return StringKernels.repeat((StringType) (swapped ? right : left), (StringType) out, swapped);
        }
        StringType a = (StringType) left;
        StringType b = (StringType) right;
        return switch (op) {
            case ADD -> StringKernels.join(a, b, (StringType) out);
            case MAXIMUM, MINIMUM -> StringKernels.extremum(op, a, b, (StringType) out);
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> StringKernels.compare(op, a, b);
            default -> throw new DTypeException("binary: " + op + " is not defined for strings");
        };
    }

    private static long base(Operand operand) {
        return operand.storage().address();
    }
}
