package io.arrayport.core;

import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.ExprPair;
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr abs(Expr a) {
        return ((UfuncFields) this).abs.call(a);
    }

    /** The distance from 0: {@code |a|}; real for complex numbers. */
    default NdArray absolute(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).absolute.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr absolute(Expr a) {
        return ((UfuncFields) this).absolute.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr add(Expr a, Expr b) {
        return ((UfuncFields) this).add.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr add(Expr a, Number b) {
        return ((UfuncFields) this).add.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr add(Number a, Expr b) {
        return ((UfuncFields) this).add.call(a, b);
    }

    /** The complex conjugate. Another name of {@link #conjugate}. */
    default NdArray conj(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).conj.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr conj(Expr a) {
        return ((UfuncFields) this).conj.call(a);
    }

    /** The complex conjugate. */
    default NdArray conjugate(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).conjugate.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr conjugate(Expr a) {
        return ((UfuncFields) this).conjugate.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr divide(Expr a, Expr b) {
        return ((UfuncFields) this).divide.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr divide(Expr a, Number b) {
        return ((UfuncFields) this).divide.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr divide(Number a, Expr b) {
        return ((UfuncFields) this).divide.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default ExprPair divmod(Expr a, Expr b) {
        return ((UfuncFields) this).divmod.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default ExprPair divmod(Expr a, Number b) {
        return ((UfuncFields) this).divmod.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default ExprPair divmod(Number a, Expr b) {
        return ((UfuncFields) this).divmod.call(a, b);
    }

    /** The distance from 0, of real numbers as floats. */
    default NdArray fabs(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).fabs.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fabs(Expr a) {
        return ((UfuncFields) this).fabs.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floatPower(Expr a, Expr b) {
        return ((UfuncFields) this).floatPower.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floatPower(Expr a, Number b) {
        return ((UfuncFields) this).floatPower.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floatPower(Number a, Expr b) {
        return ((UfuncFields) this).floatPower.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floorDivide(Expr a, Expr b) {
        return ((UfuncFields) this).floorDivide.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floorDivide(Expr a, Number b) {
        return ((UfuncFields) this).floorDivide.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floorDivide(Number a, Expr b) {
        return ((UfuncFields) this).floorDivide.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmod(Expr a, Expr b) {
        return ((UfuncFields) this).fmod.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmod(Expr a, Number b) {
        return ((UfuncFields) this).fmod.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmod(Number a, Expr b) {
        return ((UfuncFields) this).fmod.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr gcd(Expr a, Expr b) {
        return ((UfuncFields) this).gcd.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr gcd(Expr a, Number b) {
        return ((UfuncFields) this).gcd.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr gcd(Number a, Expr b) {
        return ((UfuncFields) this).gcd.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr heaviside(Expr a, Expr b) {
        return ((UfuncFields) this).heaviside.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr heaviside(Expr a, Number b) {
        return ((UfuncFields) this).heaviside.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr heaviside(Number a, Expr b) {
        return ((UfuncFields) this).heaviside.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr lcm(Expr a, Expr b) {
        return ((UfuncFields) this).lcm.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr lcm(Expr a, Number b) {
        return ((UfuncFields) this).lcm.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr lcm(Number a, Expr b) {
        return ((UfuncFields) this).lcm.call(a, b);
    }

    /**
     * {@code a - b * floor(a / b)}: it has the sign of b; of integers 0 where b is 0. Another name of {@link
     * #remainder}.
     */
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr mod(Expr a, Expr b) {
        return ((UfuncFields) this).mod.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr mod(Expr a, Number b) {
        return ((UfuncFields) this).mod.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr mod(Number a, Expr b) {
        return ((UfuncFields) this).mod.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr multiply(Expr a, Expr b) {
        return ((UfuncFields) this).multiply.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr multiply(Expr a, Number b) {
        return ((UfuncFields) this).multiply.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr multiply(Number a, Expr b) {
        return ((UfuncFields) this).multiply.call(a, b);
    }

    /** {@code -a}; integers wrap, bools are refused. */
    default NdArray negative(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).negative.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr negative(Expr a) {
        return ((UfuncFields) this).negative.call(a);
    }

    /** {@code +a}: a copy; bools are refused. */
    default NdArray positive(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).positive.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr positive(Expr a) {
        return ((UfuncFields) this).positive.call(a);
    }

    /**
     * {@code a} to the power of {@code b}; integers wrap, and have no negative powers. Another name of {@link #power}.
     */
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr pow(Expr a, Expr b) {
        return ((UfuncFields) this).pow.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr pow(Expr a, Number b) {
        return ((UfuncFields) this).pow.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr pow(Number a, Expr b) {
        return ((UfuncFields) this).pow.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr power(Expr a, Expr b) {
        return ((UfuncFields) this).power.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr power(Expr a, Number b) {
        return ((UfuncFields) this).power.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr power(Number a, Expr b) {
        return ((UfuncFields) this).power.call(a, b);
    }

    /** {@code 1 / a}; of integers without the fraction. */
    default NdArray reciprocal(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).reciprocal.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr reciprocal(Expr a) {
        return ((UfuncFields) this).reciprocal.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr remainder(Expr a, Expr b) {
        return ((UfuncFields) this).remainder.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr remainder(Expr a, Number b) {
        return ((UfuncFields) this).remainder.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr remainder(Number a, Expr b) {
        return ((UfuncFields) this).remainder.call(a, b);
    }

    /** -1 below 0, 0 at 0, 1 above; of complex numbers {@code a / |a|}; bools are refused. */
    default NdArray sign(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sign.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr sign(Expr a) {
        return ((UfuncFields) this).sign.call(a);
    }

    /** {@code a * a}; integers wrap. */
    default NdArray square(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).square.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr square(Expr a) {
        return ((UfuncFields) this).square.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr subtract(Expr a, Expr b) {
        return ((UfuncFields) this).subtract.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr subtract(Expr a, Number b) {
        return ((UfuncFields) this).subtract.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr subtract(Number a, Expr b) {
        return ((UfuncFields) this).subtract.call(a, b);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr trueDivide(Expr a, Expr b) {
        return ((UfuncFields) this).trueDivide.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr trueDivide(Expr a, Number b) {
        return ((UfuncFields) this).trueDivide.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr trueDivide(Number a, Expr b) {
        return ((UfuncFields) this).trueDivide.call(a, b);
    }
}
