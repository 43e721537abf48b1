package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** Computes in place at indices, one after the other. */
final class AtCall {
    private static final Keywords ANY_CAST = new Keywords(null, null, null, Casting.UNSAFE, Order.K);

    private AtCall() {}

    /** As {@link UFunc#at}. */
    static void at(UFunc ufunc, Operand a, Operand indices, @Nullable Input b) {
        String operation = ufunc.method() + ".at";
        if (ufunc.nin() != (b == null ? 1 : 2)) {
            throw new IllegalArgumentException(operation + ": " + ufunc.method() + " takes " + ufunc.nin()
                    + (ufunc.nin() == 1 ? " input" : " inputs") + ", not " + (b == null ? 1 : 2));
        }
        checkIndices(operation, a, indices);
        boolean isMask = indices.dtype().kind() == 'b';
        List<Input> inputs = b == null ? List.of(Input.of(a)) : List.of(Input.of(a), b);
        Signature signature = Resolver.resolve(ufunc, operation, Elementwise.SELF, inputs, ANY_CAST);
        List<Operand> arrays = new ArrayList<>(List.of(a, indices));
        if (b instanceof Input.Array array) {
            arrays.add(array.operand());
        }
        Backend backend = Backend.of(operation, arrays);
        a.requireWriteable(operation, Elementwise.SELF);
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(a, b instanceof Input.Array array ? array.operand() : null);
                Whole positions = isMask ? Whole.where(operation, indices) : Whole.of(operation, indices)) {
            Operand apart = apart(backend, positions.operand(), a, owned);
            Operand other = b == null ? null
                    : apart(backend, rows(operation, backend, operand(operation, backend, b, signature, a, owned),
                            isMask ? positions.operand().shape() : indices.shape(), a.shape(), owned), a, owned);
            backend.at(operation, ufunc.op(), signature, a, apart, other);
        } finally {
            owned.forEach(Storage::close);
        }
    }

    private static void checkIndices(String operation, Operand a, Operand indices) {
        if (a.layout().ndim() == 0) {
            throw new IndexException(operation + ": an array of shape () has no axis to index");
        }
        char kind = indices.dtype().kind();
        if ("biu".indexOf(kind) < 0) {
            throw new IndexException(operation + ": indices are " + indices.dtype()
                    + ", they must be integers, or bools for where");
        }
        if (kind == 'b' && !indices.shape().equals(Shape.of(a.layout().dim(0)))) {
            throw new IndexException(operation + ": the mask has shape " + indices.shape()
                    + ", it must be one of the first axis: " + Shape.of(a.layout().dim(0)));
        }
    }

    private static Operand operand(String operation, Backend backend, Input b, Signature signature, Operand a,
            List<Storage> owned) {
        return switch (b) {
            case Input.Array array -> array.operand();
            case Input.Weak weak -> {
                DType type = signature.input(1);
                Operand scalar = Scalars.of(backend, a.device(), type, Scalars.fit(operation, weak.value(), type));
                owned.add(scalar.storage());
                yield scalar;
            }
        };
    }

    /** Returns the other operand with a row for each index. */
    private static Operand rows(String operation, Backend backend, Operand b, Shape indices, Shape a,
            List<Storage> owned) {
        long[] dims = new long[indices.ndim() + a.ndim() - 1];
        System.arraycopy(indices.toArray(), 0, dims, 0, indices.ndim());
        System.arraycopy(a.toArray(), 1, dims, indices.ndim(), a.ndim() - 1);
        Shape wanted = Shape.of(dims);
        if (!stretches(b.shape(), wanted)) {
            throw new ShapeException(operation + ": operand 1 has shape " + b.shape()
                    + ", it must stretch to what the indices name, " + wanted);
        }
        long[] flat = a.toArray();
        flat[0] = indices.size();
        Operand all = b.with(b.layout().broadcastTo(wanted));
        Optional<Layout> view = all.layout().reshape(Shape.of(flat), b.dtype().itemsize());
        if (view.isPresent()) {
            return all.with(view.get());
        }
        Operand copy = copy(backend, all, owned);
        return copy.with(Layout.contiguous(Shape.of(flat), b.dtype().itemsize()));
    }

    private static boolean stretches(Shape from, Shape to) {
        boolean stretches = from.ndim() <= to.ndim();
        for (int axis = 1; stretches && axis <= from.ndim(); axis++) {
            long dim = from.dim(from.ndim() - axis);
            stretches = dim == 1 || dim == to.dim(to.ndim() - axis);
        }
        return stretches;
    }

    /** Returns {@code in}, or a copy of it if {@code a} may lie over it. */
    private static Operand apart(Backend backend, Operand in, Operand a, List<Storage> owned) {
        boolean overlaps = in.endAddress() > a.minAddress() && a.endAddress() > in.minAddress();
        return overlaps ? copy(backend, in, owned) : in;
    }

    private static Operand copy(Backend backend, Operand in, List<Storage> owned) {
        Layout packed = Layout.contiguous(in.shape(), in.dtype().itemsize());
        Operand copy = Operand.of(in.dtype(), packed,
                backend.allocate(in.device(), packed.endByte(in.dtype().itemsize())));
        owned.add(copy.storage());
        backend.copy(in, copy);
        return copy;
    }
}
