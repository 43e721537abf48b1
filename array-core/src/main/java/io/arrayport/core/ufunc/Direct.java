package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;

/**
 * The short ways of a ufunc: nothing is converted beforehand, and a number takes the array's type. Little is done then
 * but to compute; all else goes to {@link Elementwise}.
 */
final class Direct {
    private Direct() {}

    /** An array into a fresh one: with nothing to convert, nothing but this is done. */
    static Operand call(UFunc ufunc, Operand a) {
        Signature signature = ufunc.loops().exact(a.dtype());
        if (signature == null) {
            return resolved(ufunc, Input.of(a));
        }
        Backend backend = Backend.of(ufunc.method(), a.device());
        DType type = signature.output();
        Layout layout = Fresh.like(a.shape(), type.itemsize(), a.layout());
        a.storage().acquireReading();
        try {
            Operand out = Operand.of(type, layout, backend.allocate(a.device(), layout.endByte(type.itemsize())));
            try {
                backend.unary(ufunc.op(), signature.giving(0), a, out, null);
                return out;
            } catch (RuntimeException | Error failure) {
                out.storage().close();
                throw failure;
            }
        } finally {
            a.storage().releaseReading();
        }
    }

    /** As {@link #call(UFunc, Operand)} of two arrays. */
    static Operand call(UFunc ufunc, Operand a, Operand b) {
        Signature exact = ufunc.loops().exact(a.dtype(), b.dtype());
        Signature signature = exact == null && !isStretched(a, b) ? Resolver.ofNumbers(ufunc, a.dtype(), b.dtype())
                : exact;
        if (signature == null) {
            return resolved(ufunc, Input.of(a), Input.of(b));
        }
        Backend backend = backend(ufunc.method(), a, b);
        Shape shape = Elementwise.broadcast(ufunc.method(), a, b);
        Operand left = Elementwise.stretched(a, shape);
        Operand right = Elementwise.stretched(b, shape);
        DType type = signature.output();
        Layout layout = Fresh.like(shape, type.itemsize(), left.layout(), right.layout());
        Storage.acquireReading(a.storage(), b.storage());
        try {
            Operand out = Operand.of(type, layout, backend.allocate(a.device(), layout.endByte(type.itemsize())));
            try {
                backend.binary(ufunc.op(), signature, left, right, out, null);
                return out;
            } catch (RuntimeException | Error failure) {
                out.storage().close();
                throw failure;
            }
        } finally {
            Storage.releaseReading(a.storage(), b.storage());
        }
    }

    /** An array and a number into a fresh array. */
    static Operand call(UFunc ufunc, Operand a, Number b) {
        DType type = a.dtype();
        if (!isKept(ufunc, type, b)) {
            return resolved(ufunc, Input.of(a), Input.of(b));
        }
        Operand scalar = scalar(ufunc.method(), a, b);
        try (Storage _ = scalar.storage()) {
            return call(ufunc, a, scalar);
        }
    }

    /** A number and an array into a fresh array. */
    static Operand call(UFunc ufunc, Number a, Operand b) {
        DType type = b.dtype();
        if (!isKept(ufunc, type, a)) {
            return resolved(ufunc, Input.of(a), Input.of(b));
        }
        Operand scalar = scalar(ufunc.method(), b, a);
        try (Storage _ = scalar.storage()) {
            return call(ufunc, scalar, b);
        }
    }

    private static Operand resolved(UFunc ufunc, Input... inputs) {
        return Elementwise.call(ufunc, ufunc.method(), Elementwise.OUT, List.of(inputs), Keywords.NONE).getFirst();
    }

    /** Whether a number beside an array of {@code type} counts as one of that type. */
    private static boolean isKept(UFunc ufunc, DType type, Number number) {
        return Scalars.keeps(type, number) && (ufunc.loops().exact(type, type) != null
                || type instanceof IntegerType && Resolver.ofNumbers(ufunc, type, type) != null);
    }

    /** Whether elements of one are taken more than once, but not of a single one: converted, they would be as often. */
    private static boolean isStretched(Operand a, Operand b) {
        return !a.shape().equals(b.shape()) && a.layout().ndim() > 0 && b.layout().ndim() > 0;
    }

    private static Backend backend(String operation, Operand a, Operand b) {
        return isTogether(a, b) ? Backend.of(operation, a.device()) : Backend.of(operation, List.of(a, b));
    }

    @SuppressWarnings("ReferenceEquality") // a short cut
    private static boolean isTogether(Operand a, Operand b) {
        return a.device() == b.device() || a.device().equals(b.device());
    }

    private static Operand scalar(String operation, Operand a, Number b) {
        return Scalars.of(Backend.of(operation, a.device()), a.device(), a.dtype(),
                Scalars.fit(operation, b, a.dtype()));
    }

    /**
     * Two arrays into a third, or into one of them.
     *
     * @param role how errors call {@code out}
     */
    static void into(UFunc ufunc, String operation, String role, Operand a, Operand b, Operand out) {
        Signature signature = ufunc.loops().exact(a.dtype(), b.dtype());
        if (signature == null || !signature.output().equals(out.dtype()) || !a.device().equals(b.device())
                || !a.device().equals(out.device())) {
            Elementwise.call(ufunc, operation, role, List.of(Input.of(a), Input.of(b)), Keywords.NONE.withOut(out));
            return;
        }
        Backend backend = Backend.of(operation, a.device());
        Shape shape = out.shape();
        Elementwise.requireFits(operation, role, Elementwise.broadcast(operation, a, b), shape);
        out.requireWriteable(operation, role);
        out.storage().acquire();
        try {
            Storage.acquireReading(a.storage(), b.storage());
            try (Temporary left = Temporary.unlessApart(backend, Elementwise.stretched(a, shape), out);
                    Temporary right = Temporary.unlessApart(backend, Elementwise.stretched(b, shape), out)) {
                backend.binary(ufunc.op(), signature, left.operand(), right.operand(), out, null);
            } finally {
                Storage.releaseReading(a.storage(), b.storage());
            }
        } finally {
            out.storage().release();
        }
    }

    /** An array and a number into the array. */
    static void inPlace(UFunc ufunc, String operation, Operand a, Number b) {
        DType type = a.dtype();
        if (ufunc.loops().exact(type, type) == null || !Scalars.keeps(type, b)) {
            Elementwise.call(ufunc, operation, Elementwise.SELF, List.of(Input.of(a), Input.of(b)),
                    Keywords.NONE.withOut(a));
            return;
        }
        Operand scalar = scalar(operation, a, b);
        try (Storage _ = scalar.storage()) {
            into(ufunc, operation, Elementwise.SELF, a, scalar, a);
        }
    }
}
