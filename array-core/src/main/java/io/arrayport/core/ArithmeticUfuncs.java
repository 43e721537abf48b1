package io.arrayport.core;

import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PairOption;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter arithmetic. Each gives a new array, or {@code out}. */
public sealed interface ArithmeticUfuncs permits UfuncFields {
    /** The distance from 0: {@code |a|}; real for complex numbers. Another name of {@link #absolute}. */
    default NdArray abs(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).abs.call(a, options);
    }

    /** The distance from 0: {@code |a|}; real for complex numbers. */
    default NdArray absolute(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).absolute.call(a, options);
    }

    /** {@code a + b}; integers wrap, of bools it is or. */
    default NdArray add(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).add.call(a, b, options);
    }

    /** As {@link #add(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray add(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).add.call(a, b, options);
    }

    /** As {@link #add(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray add(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).add.call(a, b, options);
    }

    /** The complex conjugate. Another name of {@link #conjugate}. */
    default NdArray conj(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).conj.call(a, options);
    }

    /** The complex conjugate. */
    default NdArray conjugate(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).conjugate.call(a, options);
    }

    /** {@code a / b}; integers are divided as float64. */
    default NdArray divide(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).divide.call(a, b, options);
    }

    /** As {@link #divide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray divide(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).divide.call(a, b, options);
    }

    /** As {@link #divide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray divide(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).divide.call(a, b, options);
    }

    /** {@code floor_divide} and {@code remainder}. */
    default ArrayPair divmod(NdArray a, NdArray b, PairOption... options) {
        return ((UfuncFields) this).divmod.call(a, b, options);
    }

    /** As {@link #divmod(NdArray, NdArray, PairOption...)} with a weak number. */
    default ArrayPair divmod(NdArray a, Number b, PairOption... options) {
        return ((UfuncFields) this).divmod.call(a, b, options);
    }

    /** As {@link #divmod(NdArray, NdArray, PairOption...)} with a weak number. */
    default ArrayPair divmod(Number a, NdArray b, PairOption... options) {
        return ((UfuncFields) this).divmod.call(a, b, options);
    }

    /** The distance from 0, of real numbers as floats. */
    default NdArray fabs(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).fabs.call(a, options);
    }

    /** {@code a} to the power of {@code b}, in float64 or complex128. */
    default NdArray floatPower(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).floatPower.call(a, b, options);
    }

    /** As {@link #floatPower(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray floatPower(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).floatPower.call(a, b, options);
    }

    /** As {@link #floatPower(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray floatPower(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).floatPower.call(a, b, options);
    }

    /** The largest whole number not above {@code a / b}; of integers 0 where b is 0. */
    default NdArray floorDivide(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).floorDivide.call(a, b, options);
    }

    /** As {@link #floorDivide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray floorDivide(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).floorDivide.call(a, b, options);
    }

    /** As {@link #floorDivide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray floorDivide(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).floorDivide.call(a, b, options);
    }

    /** {@code a - b * trunc(a / b)}: it has the sign of a; of integers 0 where b is 0. */
    default NdArray fmod(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).fmod.call(a, b, options);
    }

    /** As {@link #fmod(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray fmod(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).fmod.call(a, b, options);
    }

    /** As {@link #fmod(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray fmod(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).fmod.call(a, b, options);
    }

    /** The greatest integer that divides both. */
    default NdArray gcd(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).gcd.call(a, b, options);
    }

    /** As {@link #gcd(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray gcd(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).gcd.call(a, b, options);
    }

    /** As {@link #gcd(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray gcd(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).gcd.call(a, b, options);
    }

    /** 0 below 0, {@code b} at 0, 1 above. */
    default NdArray heaviside(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).heaviside.call(a, b, options);
    }

    /** As {@link #heaviside(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray heaviside(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).heaviside.call(a, b, options);
    }

    /** As {@link #heaviside(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray heaviside(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).heaviside.call(a, b, options);
    }

    /** The least integer that both divide. */
    default NdArray lcm(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).lcm.call(a, b, options);
    }

    /** As {@link #lcm(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray lcm(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).lcm.call(a, b, options);
    }

    /** As {@link #lcm(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray lcm(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).lcm.call(a, b, options);
    }

    /** {@code a - b * floor(a / b)}: it has the sign of b; of integers 0 where b is 0. Another name of {@link #remainder}. */
    default NdArray mod(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).mod.call(a, b, options);
    }

    /** As {@link #mod(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray mod(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).mod.call(a, b, options);
    }

    /** As {@link #mod(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray mod(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).mod.call(a, b, options);
    }

    /** {@code a * b}; integers wrap, of bools it is and. */
    default NdArray multiply(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).multiply.call(a, b, options);
    }

    /** As {@link #multiply(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray multiply(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).multiply.call(a, b, options);
    }

    /** As {@link #multiply(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray multiply(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).multiply.call(a, b, options);
    }

    /** {@code -a}; integers wrap, bools are refused. */
    default NdArray negative(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).negative.call(a, options);
    }

    /** {@code +a}: a copy; bools are refused. */
    default NdArray positive(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).positive.call(a, options);
    }

    /** {@code a} to the power of {@code b}; integers wrap, and have no negative powers. Another name of {@link #power}. */
    default NdArray pow(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).pow.call(a, b, options);
    }

    /** As {@link #pow(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray pow(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).pow.call(a, b, options);
    }

    /** As {@link #pow(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray pow(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).pow.call(a, b, options);
    }

    /** {@code a} to the power of {@code b}; integers wrap, and have no negative powers. */
    default NdArray power(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).power.call(a, b, options);
    }

    /** As {@link #power(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray power(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).power.call(a, b, options);
    }

    /** As {@link #power(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray power(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).power.call(a, b, options);
    }

    /** {@code 1 / a}; of integers without the fraction. */
    default NdArray reciprocal(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).reciprocal.call(a, options);
    }

    /** {@code a - b * floor(a / b)}: it has the sign of b; of integers 0 where b is 0. */
    default NdArray remainder(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).remainder.call(a, b, options);
    }

    /** As {@link #remainder(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray remainder(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).remainder.call(a, b, options);
    }

    /** As {@link #remainder(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray remainder(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).remainder.call(a, b, options);
    }

    /** -1 below 0, 0 at 0, 1 above; of complex numbers {@code a / |a|}; bools are refused. */
    default NdArray sign(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sign.call(a, options);
    }

    /** {@code a * a}; integers wrap. */
    default NdArray square(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).square.call(a, options);
    }

    /** {@code a - b}; integers wrap, bools are refused. */
    default NdArray subtract(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).subtract.call(a, b, options);
    }

    /** As {@link #subtract(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray subtract(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).subtract.call(a, b, options);
    }

    /** As {@link #subtract(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray subtract(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).subtract.call(a, b, options);
    }

    /** {@code a / b}; integers are divided as float64. Another name of {@link #divide}. */
    default NdArray trueDivide(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).trueDivide.call(a, b, options);
    }

    /** As {@link #trueDivide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray trueDivide(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).trueDivide.call(a, b, options);
    }

    /** As {@link #trueDivide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray trueDivide(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).trueDivide.call(a, b, options);
    }
}
