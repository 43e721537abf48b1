package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's keyword arguments of a ufunc.
 *
 * @param out what is written to, of any type that {@code casting} reaches; null makes a fresh array
 * @param second the same for the second output, where there are two
 * @param where a bool array that broadcasts with the inputs: elements are computed where it is true, and others stay as
 *        they are in {@code out}. Those of a fresh array are 0 (NumPy leaves them uninitialised)
 * @param dtype the type of the loop's output, which chooses the loop; null lets the inputs choose
 * @param casting how inputs may be converted to the loop's types, and the result to {@code out}'s
 * @param order of a fresh array's elements in memory
 */
public record Keywords(@Nullable Operand out, @Nullable Operand second, @Nullable Operand where, @Nullable DType dtype,
        Casting casting,
        Order order) {
    /** No keyword: a fresh array in the inputs' order. */
    public static final Keywords NONE = new Keywords(null, null, null, Casting.SAME_KIND, Order.K);

    /** Of a ufunc of one output. */
    public Keywords(@Nullable Operand out, @Nullable Operand where, @Nullable DType dtype, Casting casting,
            Order order) {
        this(out, null, where, dtype, casting, order);
    }

    /** Returns where the k-th output is written; null makes a fresh array. */
    public @Nullable Operand out(int k) {
        return k == 0 ? out : second;
    }

    /** Returns these with another {@code out}. */
    public Keywords withOut(@Nullable Operand other) {
        return new Keywords(other, second, where, dtype, casting, order);
    }
}
