package io.arrayport.core.text;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/** Comparisons as {@code np.char} makes them. */
public final class CharComparison {
    private CharComparison() {}

    /**
     * New, of bools.
     *
     * @param cmp {@code ==} and so on
     * @param rstrip whether blanks at the end are no part of strings
     * @throws IllegalArgumentException if {@code cmp} is no comparison
     */
    public static NdArray of(NdArray x1, NdArray x2, String cmp, boolean rstrip) {
        UFunc comparison = switch (cmp) {
            case "==" -> Ufuncs.EQUAL;
            case "!=" -> Ufuncs.NOT_EQUAL;
            case "<" -> Ufuncs.LESS;
            case "<=" -> Ufuncs.LESS_EQUAL;
            case ">" -> Ufuncs.GREATER;
            case ">=" -> Ufuncs.GREATER_EQUAL;
            default -> throw new IllegalArgumentException("compare_chararrays: '" + cmp + "' is none of == != < <= > "
                    + ">=");
        };
        TextLoop.type("compare_chararrays", x1);
        TextLoop.type("compare_chararrays", x2);
        BinaryUfunc compare = new BinaryUfunc(comparison);
        if (!rstrip) {
            return compare.call(x1, x2);
        }
        try (Scope scope = Scope.open()) {
            return scope.keep(compare.call(Trimming.RSTRIP.of(x1, null), Trimming.RSTRIP.of(x2, null)));
        }
    }
}
