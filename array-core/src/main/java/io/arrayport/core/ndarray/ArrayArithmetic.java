package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** Python's operators as methods: {@code a + b} is {@code a.add(b)}, {@code a += b} is {@code a.addi(b)}. */
public sealed interface ArrayArithmetic permits NdArray {
    /** {@code this + other}, broadcast; a new array. See {@link UFunc#call} for the errors. */
    default NdArray add(NdArray other) {
        return Arithmetic.call(Ufuncs.ADD, (NdArray) this, other);
    }

    /** {@code this + other}, the number taking this array's type (NEP 50's weak scalar); a new array. */
    default NdArray add(Number other) {
        return Arithmetic.call(Ufuncs.ADD, (NdArray) this, other);
    }

    /** {@code this + other} into this array, in place; returns it. */
    default NdArray addi(NdArray other) {
        return Arithmetic.into(Ufuncs.ADD, (NdArray) this, other);
    }

    /** {@code this + other} into this array, in place, the number taking its type; returns it. */
    default NdArray addi(Number other) {
        return Arithmetic.into(Ufuncs.ADD, (NdArray) this, other);
    }

    /** {@code this - other}, broadcast; a new array. See {@link UFunc#call} for the errors. */
    default NdArray subtract(NdArray other) {
        return Arithmetic.call(Ufuncs.SUBTRACT, (NdArray) this, other);
    }

    /** {@code this - other}, the number taking this array's type (NEP 50's weak scalar); a new array. */
    default NdArray subtract(Number other) {
        return Arithmetic.call(Ufuncs.SUBTRACT, (NdArray) this, other);
    }

    /** {@code this - other} into this array, in place; returns it. */
    default NdArray subtracti(NdArray other) {
        return Arithmetic.into(Ufuncs.SUBTRACT, (NdArray) this, other);
    }

    /** {@code this - other} into this array, in place, the number taking its type; returns it. */
    default NdArray subtracti(Number other) {
        return Arithmetic.into(Ufuncs.SUBTRACT, (NdArray) this, other);
    }

    /** {@code this * other}, broadcast; a new array. See {@link UFunc#call} for the errors. */
    default NdArray multiply(NdArray other) {
        return Arithmetic.call(Ufuncs.MULTIPLY, (NdArray) this, other);
    }

    /** {@code this * other}, the number taking this array's type (NEP 50's weak scalar); a new array. */
    default NdArray multiply(Number other) {
        return Arithmetic.call(Ufuncs.MULTIPLY, (NdArray) this, other);
    }

    /** {@code this * other} into this array, in place; returns it. */
    default NdArray multiplyi(NdArray other) {
        return Arithmetic.into(Ufuncs.MULTIPLY, (NdArray) this, other);
    }

    /** {@code this * other} into this array, in place, the number taking its type; returns it. */
    default NdArray multiplyi(Number other) {
        return Arithmetic.into(Ufuncs.MULTIPLY, (NdArray) this, other);
    }

    /** {@code this / other}, broadcast; integers divide as float64. A new array. See {@link UFunc#call}. */
    default NdArray divide(NdArray other) {
        return Arithmetic.call(Ufuncs.DIVIDE, (NdArray) this, other);
    }

    /** {@code this / other}, the number taking this array's width (NEP 50's weak scalar); a new array. */
    default NdArray divide(Number other) {
        return Arithmetic.call(Ufuncs.DIVIDE, (NdArray) this, other);
    }

    /** {@code this / other} into this array, in place, which integers refuse; returns it. */
    default NdArray dividei(NdArray other) {
        return Arithmetic.into(Ufuncs.DIVIDE, (NdArray) this, other);
    }

    /** {@code this / other} into this array, in place, which integers refuse; returns it. */
    default NdArray dividei(Number other) {
        return Arithmetic.into(Ufuncs.DIVIDE, (NdArray) this, other);
    }

    /** Brings elements between the bounds that the options name, NumPy's min and max: a new array, or {@code out}. */
    default NdArray clip(ClipOption... options) {
        return Clip.run((NdArray) this, options);
    }

    /**
     * Brings elements between two numbers: a new array. Whole numbers beyond an integer type do not bound it, nor does
     * null.
     */
    default NdArray clip(@Nullable Number min, @Nullable Number max) {
        List<ClipOption> bounds = new ArrayList<>();
        if (min != null) {
            bounds.add(new ClipOption.Min(min, null));
        }
        if (max != null) {
            bounds.add(new ClipOption.Max(max, null));
        }
        return Clip.run((NdArray) this, bounds.toArray(ClipOption[]::new));
    }

    /** {@code np.dot} of this array and another: see there. A new array, or {@code out}. */
    default NdArray dot(NdArray b, DotOption... options) {
        return Dot.dot((NdArray) this, b, options);
    }
}
