package io.arrayport.core.ufunc;

import java.math.BigInteger;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.layout.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Brings elements between two bounds: the greater of element and lower bound, then the lesser of that and the upper.
 */
public final class Clipping {
    private static final UFunc CLIP = new UFunc("clip", List.of(), Chapter.EXTREMA, "", Identity.NONE,
            List.of(Op.MAXIMUM), Loops.uniform(3, "?bBhHiIlLeEfdFD"));

    private Clipping() {}

    /**
     * Computes element by element, broadcast. All operands are brought to one type; whole numbers beyond what {@code a}
     * can be do not bound it.
     *
     * @param least null bounds nothing
     * @param most the same; without both, a copy is made
     * @return one operand: {@code keywords.out()}, or a fresh array
     */
    public static List<Operand> clip(Operand a, @Nullable Input least, @Nullable Input most, Keywords keywords) {
        Input from = least == null || isBeyond(a.dtype(), least, -1) ? null : least;
        Input to = most == null || isBeyond(a.dtype(), most, 1) ? null : most;
        Input array = Input.of(a);
        if (from == null && to == null) {
            return call(Ufuncs.POSITIVE, List.of(array), keywords);
        }
        if (from == null || to == null) {
            return from == null ? call(Ufuncs.MINIMUM, List.of(array, to), keywords)
                    : call(Ufuncs.MAXIMUM, List.of(array, from), keywords);
        }
        if (a.dtype() instanceof TimeType) {
            return twice(array, from, to, null, keywords);
        }
        Signature signature = Resolver.resolve(CLIP, "clip", Elementwise.OUT, List.of(array, from, to), keywords);
        DType type = signature.output();
        if (keywords.equals(Keywords.NONE) && a.dtype().equals(type) && a.layout().isCContiguous(type.itemsize())
                && from instanceof Input.Weak(Object low) && to instanceof Input.Weak(Object high)) {
            return List.of(atOnce(a, Scalars.fit("clip", low, type), Scalars.fit("clip", high, type)));
        }
        return twice(array, from, to, type, keywords);
    }

    /** @param type to compute in; null lets the inputs choose */
    private static List<Operand> twice(Input array, Input from, Input to, @Nullable DType type, Keywords keywords) {
        Keywords raised = new Keywords(null, null, type, keywords.casting(), keywords.order());
        Operand middle = call(Ufuncs.MAXIMUM, List.of(array, from), raised).getFirst();
        try (var _ = middle.storage()) {
            return call(Ufuncs.MINIMUM, List.of(Input.of(middle), to),
                    new Keywords(keywords.out(), keywords.where(), type, keywords.casting(), keywords.order()));
        }
    }

    private static List<Operand> call(UFunc ufunc, List<Input> inputs, Keywords keywords) {
        return Elementwise.call(ufunc, "clip", Elementwise.OUT, inputs, keywords);
    }

    /** Whether {@code bound} is a whole number that is nothing to elements of {@code type}, on that side. */
    private static boolean isBeyond(DType type, Input bound, int side) {
        if (!(type instanceof IntegerType integer && bound instanceof Input.Weak(Object value)
                && WeakKind.of(value) == WeakKind.INT)) {
            return false;
        }
        BigInteger whole = new BigInteger(value.toString());
        return !Scalars.holds(integer, whole) && whole.signum() == side;
    }

    /** A contiguous array and two numbers of its type. */
    private static Operand atOnce(Operand a, Object low, Object high) {
        Backend backend = Backend.of("clip", a.device());
        DType type = a.dtype();
        int itemsize = type.itemsize();
        Layout layout = Layout.contiguous(a.shape(), itemsize);
        Operand least = Scalars.of(backend, a.device(), type, low);
        try (var _ = least.storage()) {
            Operand most = Scalars.of(backend, a.device(), type, high);
            try (var _ = most.storage(); Held _ = Held.of(a)) {
                Operand out = Operand.of(type, layout, backend.allocate(a.device(), layout.endByte(itemsize)));
                try {
                    backend.clip(a, least, most, out);
                    return out;
                } catch (RuntimeException | Error failure) {
                    out.storage().close();
                    throw failure;
                }
            }
        }
    }
}
