package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Runs a ufunc: checks once, leases each operand once, and hands over to the backend. What has nothing to convert takes
 * the shorter ways of {@link Direct}.
 */
final class Elementwise {
    /** How errors speak of what is written to. */
    static final String OUT = "out";
    /** The same, for an operation in place. */
    static final String SELF = "this array";

    /** Most outputs there are. */
    private static final int OUTPUTS = 2;

    private final String operation;
    private final String role;
    private final List<Op> ops;
    private final Signature signature;
    private final Backend backend;
    private final Keywords keywords;

    private Elementwise(String operation, String role, List<Op> ops, Signature signature, Backend backend,
            Keywords keywords) {
        this.operation = operation;
        this.role = role;
        this.ops = ops;
        this.signature = signature;
        this.backend = backend;
        this.keywords = keywords;
    }

    /**
     * As {@link UFunc#all}.
     *
     * @param operation named in errors
     * @param role how errors call what is written to
     */
    static List<Operand> call(UFunc ufunc, String operation, String role, List<Input> inputs, Keywords keywords) {
        if (inputs.size() != ufunc.nin()) {
            throw new IllegalArgumentException(operation + ": takes " + ufunc.nin() + " inputs, not " + inputs.size());
        }
        Comparisons.Bounded bounded = Comparisons.bounded(ufunc.ops(), inputs);
        Signature signature = Resolver.resolve(ufunc, operation, role, bounded.inputs(), keywords);
        List<Operand> arrays = arrays(inputs, keywords);
        Device device = arrays.isEmpty() ? Device.CPU : arrays.getFirst().device();
        Backend backend = arrays.isEmpty() ? Backend.of(operation, device) : Backend.of(operation, arrays);
        Elementwise call = new Elementwise(operation, role, bounded.ops(), signature, backend, keywords);
        List<Storage> owned = new ArrayList<>();
        try {
            Operand[] operands = new Operand[inputs.size()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = switch (bounded.inputs().get(i)) {
                    case Input.Array array -> array.operand();
                    case Input.Weak weak -> {
                        Object value = Scalars.fit(operation, weak.value(), signature.input(i));
                        Operand scalar = Scalars.of(backend, device, signature.input(i), value);
                        owned.add(scalar.storage());
                        yield scalar;
                    }
                };
            }
            return call.run(operands, device);
        } finally {
            owned.forEach(Storage::close);
        }
    }

    private static List<Operand> arrays(List<Input> inputs, Keywords keywords) {
        List<Operand> arrays = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Input.Array array) {
                arrays.add(array.operand());
            }
        }
        for (int k = 0; k < OUTPUTS; k++) {
            Operand out = keywords.out(k);
            if (out != null) {
                arrays.add(out);
            }
        }
        if (keywords.where() != null) {
            arrays.add(keywords.where());
        }
        return arrays;
    }

    private List<Operand> run(Operand[] operands, Device device) {
        Operand where = keywords.where();
        requireBool(operation, where);
        Shape shape = shape(operands, where);
        for (int k = 0; k < OUTPUTS; k++) {
            Operand out = keywords.out(k);
            if (out != null) {
                requireFits(operation, role, shape, out.shape());
                shape = out.shape();
            }
        }
        for (int k = 0; k < OUTPUTS; k++) {
            Operand out = keywords.out(k);
            if (out != null) {
                requireFits(operation, role, shape, out.shape());
                out.requireWriteable(operation, role);
            }
        }
        Operand[] stretched = new Operand[operands.length];
        for (int i = 0; i < operands.length; i++) {
            stretched[i] = stretched(operands[i], shape);
        }
        Operand mask = where == null ? null : stretched(where, shape);
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(operands[0], operands.length == 1 ? null : operands[1], keywords.out(0),
                keywords.out(1), where)) {
            return write(operands, stretched, mask, device, owned);
        } finally {
            owned.forEach(Storage::close);
        }
    }

    /**
     * Computes one output after the other.
     *
     * @param owned takes what is to be closed afterwards
     */
    private List<Operand> write(Operand[] operands, Operand[] stretched, @Nullable Operand mask, Device device,
            List<Storage> owned) {
        List<Operand> fresh = new ArrayList<>(); // closed if anything fails
        List<Operand> results = new ArrayList<>();
        try {
            for (int k = 0; k < ops.size(); k++) {
                Operand out = keywords.out(k);
                if (out == null) {
                    DType type = signature.outputs().get(k);
                    Layout layout = fresh(stretched[0].shape(), type.itemsize(), operands, stretched, mask);
                    out = Operand.of(type, layout, backend.allocate(device, layout.endByte(type.itemsize())));
                    fresh.add(out);
                    if (mask != null) {
                        backend.fill(out, type instanceof TextType || type instanceof StringType ? "" : (Object) false);
                    }
                }
                results.add(out);
            }
            Operand[] inputs = converted(operands, stretched, owned);
            Operand bools = mask;
            for (int k = 0; k < ops.size(); k++) {
                if (keywords.out(k) != null) {
                    for (int i = 0; i < inputs.length; i++) {
                        inputs[i] = apart(inputs[i], results.get(k), k, owned);
                    }
                    bools = bools == null ? null : apart(bools, results.get(k), k, owned);
                }
            }
            for (int k = 0; k < ops.size(); k++) {
                compute(k, inputs, results.get(k), bools);
            }
            return results;
        } catch (RuntimeException | Error failure) {
            fresh.forEach(out -> out.storage().close());
            throw failure;
        }
    }

    /** Returns {@code in}, or a copy of it where writing the k-th output, which may lie over it, would reach it. */
    private Operand apart(Operand in, Operand out, int k, List<Storage> owned) {
        Temporary apart = k < ops.size() - 1 ? Temporary.unlessDisjoint(backend, in, out)
                : Temporary.unlessApart(backend, in, out);
        if (apart.owned() != null) {
            owned.add(apart.owned());
        }
        return apart.operand();
    }

    /**
     * Converts beforehand what is stretched to many times its elements: in the loop each would be converted so often.
     */
    private Operand[] converted(Operand[] operands, Operand[] stretched, List<Storage> owned) {
        Operand[] converted = stretched.clone();
        for (int i = 0; i < operands.length; i++) {
            DType type = signature.input(i);
            Shape shape = operands[i].shape();
            if (!operands[i].dtype().equals(type) && shape.size() <= stretched[i].shape().size() / 4) {
                Layout packed = Layout.contiguous(shape, type.itemsize());
                Storage storage = backend.allocate(operands[i].device(), packed.endByte(type.itemsize()));
                owned.add(storage);
                Operand copy = Operand.of(type, packed, storage);
                backend.copy(operands[i], copy);
                converted[i] = stretched(copy, stretched[i].shape());
            }
        }
        return converted;
    }

    private Shape shape(Operand[] operands, @Nullable Operand where) {
        Shape shape = operands.length == 1 ? operands[0].shape() : broadcast(operation, operands[0], operands[1]);
        if (where == null || where.shape().equals(shape)) {
            return shape;
        }
        try {
            return Shape.broadcast(shape, where.shape());
        } catch (ShapeException cause) {
            throw new ShapeException(operation + ": where has shape " + where.shape() + ", operands broadcast to "
                    + shape + ", and the two do not fit; give where a shape that stretches to that", cause);
        }
    }

    /** Checks that what is written to takes what inputs broadcast to. */
    static void requireFits(String operation, String role, Shape inputs, Shape out) {
        if (!inputs.equals(out) && !inputs.stretchesTo(out)) {
            throw new ShapeException(operation + ": " + role + " has shape " + out + ", operands broadcast to " + inputs
                    + "; what is written to is never stretched");
        }
    }

    /** @param operation named in the error */
    static void requireBool(String operation, @Nullable Operand where) {
        if (where != null && !where.dtype().equals(DType.BOOL)) {
            throw new CastingException(operation + ": where is " + where.dtype()
                    + ", it must be bool; compare with notEqual(..., 0), or convert with astype(...)");
        }
    }

    private Layout fresh(Shape shape, int itemsize, Operand[] operands, Operand[] stretched, @Nullable Operand mask) {
        if (keywords.order() == Order.C) {
            return Layout.contiguous(shape, itemsize);
        }
        if (keywords.order() == Order.F) {
            return Fresh.columns(shape, itemsize);
        }
        if (keywords.order() == Order.A) {
            boolean columns = isColumns(keywords.where());
            for (Operand operand : operands) {
                columns &= isColumns(operand);
            }
            return columns ? Fresh.columns(shape, itemsize) : Layout.contiguous(shape, itemsize);
        }
        Layout[] layouts = new Layout[stretched.length + (mask == null ? 0 : 1)];
        for (int i = 0; i < stretched.length; i++) {
            layouts[i] = stretched[i].layout();
        }
        if (mask != null) {
            layouts[stretched.length] = mask.layout();
        }
        return Fresh.like(shape, itemsize, layouts);
    }

    private static boolean isColumns(@Nullable Operand operand) {
        return operand == null || operand.layout().isFContiguous(operand.dtype().itemsize());
    }

    private void compute(int k, Operand[] inputs, Operand out, @Nullable Operand mask) {
        if (inputs.length == 1) {
            backend.unary(ops.get(k), signature.giving(k), inputs[0], out, mask);
        } else {
            backend.binary(ops.get(k), signature.giving(k), inputs[0], inputs[1], out, mask);
        }
    }

    static Shape broadcast(String operation, Operand a, Operand b) {
        return a.shape().equals(b.shape()) ? a.shape() : Shape.broadcast(operation, a.shape(), b.shape());
    }

    static Operand stretched(Operand operand, Shape shape) {
        return operand.shape().equals(shape) ? operand : operand.with(operand.layout().broadcastTo(shape));
    }
}
