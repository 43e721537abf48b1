package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's keyword arguments of a reduction.
 *
 * @param dtype in which it is computed; null lets the operand choose
 * @param out what is written to, of the result's shape; the result is cast to its type, whatever that is. Null makes a
 *        fresh array
 * @param keepdims whether reduced axes stay, with length 1
 * @param initial a Java number that the reduction starts from instead of the ufunc's identity; {@link #FIRST} starts
 *        from the first element; null is the ufunc's identity
 * @param where a bool array that broadcasts to the operand: elements are reduced where it is true
 */
public record Reducing(@Nullable DType dtype, @Nullable Operand out, boolean keepdims, @Nullable Object initial,
        @Nullable Operand where) {
    /** No keyword. */
    public static final Reducing NONE = new Reducing(null, null, false, null, null);

    /** No keyword but {@code keepdims}. */
    public static final Reducing KEEPDIMS = new Reducing(null, null, true, null, null);

    /** NumPy's {@code initial=None}: starts from the first element also where there is an identity. */
    public static final Object FIRST = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };
}
