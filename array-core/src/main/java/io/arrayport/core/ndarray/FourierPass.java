package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ufunc.Held;
import org.jspecify.annotations.Nullable;

/**
 * A discrete Fourier transform along one axis.
 *
 * @param operation named in errors
 */
public record FourierPass(String operation, Fourier kind) {
    private static final CastingOption UNSAFE = new CastingOption(Casting.UNSAFE);

    /** How many elements are transformed unless it is said: as many as there are, or as stand behind the first half. */
    public long usual(NdArray a, int axis) {
        long there = a.shape().dim(axis);
        return kind == Fourier.HERMITIAN ? 2 * (there - 1) : there;
    }

    /**
     * Transforms.
     *
     * @param axis from 0
     * @param norm as the caller words it, for there and back
     * @param out where it goes, which is the result then; null makes a new array. It may be, or overlap, {@code a}
     */
    public NdArray of(NdArray a, int axis, long n, FourierNorm norm, @Nullable NdArray out) {
        DType result = resultType(a.dtype());
        if (n < 1) {
            throw new ShapeException(operation + ": " + n + " elements are to be transformed along axis " + axis
                    + " of shape " + a.shape() + ", it must be 1 or more");
        }
        long[] dims = a.shape().toArray();
        dims[axis] = kind == Fourier.REAL ? n / 2 + 1 : n;
        Shape shape = Shape.of(dims);
        boolean back = kind == Fourier.BACKWARD || kind == Fourier.HERMITIAN;
        double factor = (back ? norm.swapped() : norm).factor(n);
        if (out != null) {
            requireFit(out, result, shape);
        }
        try (Scope scope = Scope.open()) {
            NdArray in = readable(a);
            DType computed = result.itemsize() < Float.BYTES ? DType.FLOAT32 : result;
            if (out != null && out.dtype().equals(computed) && isFree(out, in)) {
                run(in, axis, n, factor, out);
                return out;
            }
            Layout layout = Orders.fresh(Order.K, shape, computed.itemsize(), a.layout(), a.itemsize());
            NdArray made = Temporaries.empty(a, computed, layout);
            run(in, axis, n, factor, made);
            if (out != null) {
                Assignment.copyto(out, made, UNSAFE);
                return out;
            }
            return scope.keep(computed.equals(result) ? made : made.astype(result));
        }
    }

    private void run(NdArray in, int axis, long n, double factor, NdArray target) {
        Operand from = in.operand();
        Operand to = target.operand();
        try (Held _ = Held.of(from, to)) {
            Backend.of(operation, List.of(from, to)).fourier(kind, from, axis, n, factor, to);
        }
    }

    /** The type that NumPy gives the result: that of the numbers, complex or real as the kind has it. */
    private DType resultType(DType type) {
        DType complex = Promotion.resultType(List.of(type), List.of(WeakKind.COMPLEX));
        if (kind == Fourier.REAL && type.kind() == 'c') {
            throw new DTypeException(operation + ": elements are " + type + ", it transforms real numbers; take their"
                    + " real(), or transform them by fft");
        }
        if (kind != Fourier.HERMITIAN) {
            return complex;
        }
        DType real = type instanceof ComplexType parts ? DType.of(parts.format().dtypeName()) : type;
        return Promotion.nativeOf(Promotion.resultType(List.of(real), List.of(WeakKind.FLOAT)));
    }

    private void requireFit(NdArray out, DType result, Shape shape) {
        if (!out.shape().equals(shape)) {
            throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result has " + shape);
        }
        if (!Promotion.canCast(result, out.dtype(), Casting.SAME_KIND)) {
            throw new CastingException(operation + ": out is " + out.dtype() + ", the result is " + result
                    + ", which does not go there by the rule same_kind");
        }
        out.operand().requireWriteable(operation, "out");
    }

    /** In a type that is transformed: of other real numbers a copy as float32 or float64, such that none is lost. */
    private NdArray readable(NdArray a) {
        DType type = a.dtype();
        if (type.kind() == 'c') {
            return type.isNative() ? a : a.astype(Promotion.nativeOf(type));
        }
        // What is complex with it has parts as wide as it needs
        DType complex = Promotion.resultType(List.of(type), List.of(WeakKind.COMPLEX));
        DType real = complex.equals(DType.COMPLEX64) ? DType.FLOAT32 : DType.FLOAT64;
        NdArray number = type.equals(real) ? a : a.astype(real);
        return kind == Fourier.HERMITIAN ? number.astype(complex) : number;
    }

    /** Whether rows may be written there while others are yet to be read. */
    private static boolean isFree(NdArray out, NdArray in) {
        Operand to = out.operand();
        Operand from = in.operand();
        boolean apart = from.endAddress() <= to.minAddress() || to.endAddress() <= from.minAddress();
        return apart || out.storage() == in.storage() && out.dtype().equals(in.dtype())
                && out.layout().equals(in.layout());
    }
}
