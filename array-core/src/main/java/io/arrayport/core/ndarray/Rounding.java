package io.arrayport.core.ndarray;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** Rounding to decimals. */
final class Rounding {
    private static final UnaryUfunc RINT = new UnaryUfunc(Ufuncs.RINT);
    private static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    private static final BinaryUfunc DIVIDE = new BinaryUfunc(Ufuncs.DIVIDE);

    private Rounding() {}

    static NdArray round(NdArray a, int decimals, OutOption... options) {
        Option.requireDistinct("round", options);
        NdArray out = options.length == 0 ? null : ((Out) options[0]).array();
        return switch (a.dtype().kind()) {
            case 'c' -> parts(a, decimals, out);
            case 'i', 'u' -> decimals < 0 ? tens(a, decimals, out) : copy(a, out);
            case 'b' -> {
                if (decimals != 0) {
                    throw new CastingException("round: bools are 0 or 1, and " + decimals + " decimals of them are no"
                            + " bools; convert them with astype(...)");
                }
                yield decimals(a, 0, out);
            }
            default -> decimals(a, decimals, out);
        };
    }

    private static NdArray copy(NdArray a, @Nullable NdArray out) {
        if (out == null) {
            return Assignment.converted(a, a.dtype(), Order.K);
        }
        return MULTIPLY.call(a, 1, new Out(out));
    }

    /** Real and imaginary parts on their own. */
    private static NdArray parts(NdArray a, int decimals, @Nullable NdArray out) {
        if (out == null) {
            NdArray fresh = Assignment.converted(a, a.dtype().withOrder(DType.FLOAT64.order()), Order.K);
            return parts(fresh, decimals, fresh);
        }
        decimals(a.real(), decimals, out.real());
        decimals(a.imag(), decimals, out.imag());
        return out;
    }

    /** Integers to tens, hundreds and so on, by way of floats. */
    private static NdArray tens(NdArray a, int decimals, @Nullable NdArray out) {
        try (Scope scope = Scope.open()) {
            NdArray rounded = decimals(a.astype(DType.FLOAT64), decimals, null);
            if (out == null) {
                return scope.keep(Assignment.converted(rounded, a.dtype(), Order.K));
            }
            Assignment.copyto(out, rounded, new CastingOption(Casting.UNSAFE));
            return out;
        }
    }

    private static NdArray decimals(NdArray a, int decimals, @Nullable NdArray out) {
        UfuncOption[] into = out == null ? new UfuncOption[0] : new UfuncOption[]{new Out(out)};
        if (decimals == 0) {
            return RINT.call(a, into);
        }
        double power = Math.pow(10, Math.abs(decimals));
        BinaryUfunc first = decimals > 0 ? MULTIPLY : DIVIDE;
        BinaryUfunc last = decimals > 0 ? DIVIDE : MULTIPLY;
        NdArray scaled = first.call(a, power, into);
        boolean done = false;
        try {
            Out same = new Out(scaled);
            last.call(RINT.call(scaled, same), power, same);
            done = true;
            return scaled;
        } finally {
            if (!done && out == null) {
                scaled.close();
            }
        }
    }
}
