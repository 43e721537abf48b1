package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Calls a {@link Lambda} for each element of arrays. Results go into memory of their own first: if the function throws,
 * {@code out} is as it was, and an input that it overlaps is read as it was. Operands are leased meanwhile, so that
 * nothing the function closes is freed under the loop.
 */
public final class LambdaCall implements AutoCloseable {
    private static final String OPERATION = "vectorize";

    private final Lambda lambda;
    private final Backend backend;
    private final Shape shape;
    private final List<Storage> owned = new ArrayList<>();

    private LambdaCall(Lambda lambda, Backend backend, Shape shape) {
        this.lambda = lambda;
        this.backend = backend;
        this.shape = shape;
    }

    /**
     * Computes element by element, broadcast.
     *
     * @param inputs as many as the lambda takes, of types that {@code casting} converts to its own
     * @param out null makes a fresh array, owned by the caller
     * @param where bools; elements of a fresh array that are not computed are 0
     * @return {@code out}, or the fresh array
     * @throws IllegalArgumentException if there are not as many inputs as it takes
     * @throws CastingException if {@code casting} does not allow a conversion that is needed
     * @throws ShapeException if shapes do not fit
     * @throws io.arrayport.core.error.ReadOnlyException if {@code out} may not be written
     * @throws io.arrayport.core.error.ClosedException if an operand is closed
     * @throws DeviceException if operands are not in main memory
     */
    public static Operand run(Lambda lambda, List<Operand> inputs, @Nullable Operand out, @Nullable Operand where,
            Casting casting) {
        check(lambda, inputs, out, where, casting);
        List<Operand> all = new ArrayList<>(inputs);
        if (out != null) {
            all.add(out);
        }
        if (where != null) {
            all.add(where);
        }
        Backend backend = Backend.of(OPERATION, all);
        if (backend.deviceType() != DeviceType.CPU) {
            throw new DeviceException(OPERATION + ": operand 0 is on " + inputs.getFirst().device()
                    + ", where Java cannot compute; copy it to main memory first");
        }
        Shape shape = Shape.broadcast(OPERATION, inputs.stream().map(Operand::shape).toArray(Shape[]::new));
        if (where != null) {
            shape = Shape.broadcast(OPERATION, shape, where.shape());
        }
        if (out != null) {
            if (!shape.equals(out.shape()) && !shape.stretchesTo(out.shape())) {
                throw new ShapeException(OPERATION + ": out has shape " + out.shape() + ", operands broadcast to "
                        + shape + "; what is written to is never stretched");
            }
            shape = out.shape();
            out.requireWriteable(OPERATION, Elementwise.OUT);
        }
        try (Held _ = Held.of(all.toArray(Operand[]::new)); LambdaCall call = new LambdaCall(lambda, backend, shape)) {
            return call.run(inputs, out, where);
        }
    }

    private static void check(Lambda lambda, List<Operand> inputs, @Nullable Operand out, @Nullable Operand where,
            Casting casting) {
        int nin = lambda.inputs().size();
        if (inputs.size() != nin) {
            throw new IllegalArgumentException(
                    OPERATION + ": " + lambda + " takes " + nin + " inputs, not " + inputs.size());
        }
        for (int i = 0; i < nin; i++) {
            DType from = inputs.get(i).dtype();
            DType to = lambda.inputs().get(i);
            if (!from.equals(to) && !Promotion.canCast(from, to, casting)) {
                throw new CastingException(OPERATION + ": operand " + i + " is " + from + ", " + lambda + " takes " + to
                        + ", and casting " + casting + " does not allow that; convert it with astype(...)");
            }
        }
        if (out != null && !out.dtype().equals(lambda.output())
                && !Promotion.canCast(lambda.output(), out.dtype(), casting)) {
            throw new CastingException(OPERATION + ": the result is " + lambda.output() + ", out is " + out.dtype()
                    + ", and casting " + casting + " does not allow that");
        }
        Elementwise.requireBool(OPERATION, where);
    }

    private Operand run(List<Operand> inputs, @Nullable Operand out, @Nullable Operand where) {
        Lambda.Source[] sources = new Lambda.Source[inputs.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = source(inputs.get(i), lambda.inputs().get(i));
        }
        Operand mask = where == null ? null : Elementwise.stretched(where, shape);
        Operand result = fresh(shape, lambda.output());
        owned.add(result.storage());
        if (mask == null) {
            lambda.loop().run(sources, result.minAddress(), shape.size());
        } else {
            if (out == null) {
                backend.fill(result, false);
            }
            masked(sources, result.minAddress(), source(mask, DType.BOOL));
        }
        if (out != null) {
            backend.copy(result, out, mask);
            return out;
        }
        owned.remove(result.storage());
        return result;
    }

    /** Computes runs of elements where the mask is true. */
    private void masked(Lambda.Source[] in, long out, Lambda.Source mask) {
        long n = shape.size();
        long start = 0;
        while (start < n) {
            if (!truth(mask, start)) {
                start++;
                continue;
            }
            long end = start + 1;
            while (end < n && truth(mask, end)) {
                end++;
            }
            Lambda.Source[] part = new Lambda.Source[in.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = new Lambda.Source(in[i].at() + start * in[i].step(), in[i].step());
            }
            lambda.loop().run(part, out + start * lambda.output().itemsize(), end - start);
            start = end;
        }
    }

    private static boolean truth(Lambda.Source mask, long i) {
        return Primitives.truth(mask.at() + i * mask.step());
    }

    /** Returns the elements one behind the other, or one that stands for all; of a copy where they do not lie so. */
    private Lambda.Source source(Operand in, DType type) {
        boolean one = in.layout().size() == 1;
        boolean ready = in.dtype().equals(type) && (one
                || in.shape().equals(shape) && in.layout().isCContiguous(type.itemsize()));
        Operand read = in;
        if (!ready) {
            read = fresh(one ? in.shape() : shape, type);
            owned.add(read.storage());
            backend.copy(one ? in : Elementwise.stretched(in, shape), read);
        }
        return new Lambda.Source(read.storage().address() + read.layout().offset(), one ? 0 : type.itemsize());
    }

    private Operand fresh(Shape of, DType type) {
        Layout layout = Layout.contiguous(of, type.itemsize());
        return Operand.of(type, layout,
                backend.allocate(Device.CPU, layout.endByte(type.itemsize())));
    }

    @Override
    public void close() {
        owned.forEach(Storage::close);
    }
}
