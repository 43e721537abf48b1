package io.arrayport.core;

import io.arrayport.core.ndarray.BinaryPairUfunc;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.ProductUfunc;
import io.arrayport.core.ndarray.UnaryPairUfunc;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ndarray.VecdotUfunc;
import io.arrayport.core.ufunc.Products;
import io.arrayport.core.ufunc.Ufuncs;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The fields of {@link Np} that compute element by element. */
public abstract sealed class UfuncFields extends Constants
        implements
            ArithmeticUfuncs,
            BitsUfuncs,
            ComparisonUfuncs,
            ExponentsUfuncs,
            ExtremaUfuncs,
            FloatingUfuncs,
            HyperbolicUfuncs,
            LogicUfuncs,
            ProductsUfuncs,
            RoundingUfuncs,
            TrigonometricUfuncs
        permits Np {
    /** The distance from 0: {@code |a|}; real for complex numbers. Another name of {@link #absolute}. */
    public final UnaryUfunc abs = new UnaryUfunc(Ufuncs.ABSOLUTE);
    /** The distance from 0: {@code |a|}; real for complex numbers. */
    public final UnaryUfunc absolute = new UnaryUfunc(Ufuncs.ABSOLUTE);
    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. Another name of {@link #arccos}. */
    public final UnaryUfunc acos = new UnaryUfunc(Ufuncs.ARCCOS);
    /** The number whose hyperbolic cosine it is; NaN below 1. Another name of {@link #arccosh}. */
    public final UnaryUfunc acosh = new UnaryUfunc(Ufuncs.ARCCOSH);
    /** {@code a + b}; integers wrap, of bools it is or. */
    public final BinaryUfunc add = new BinaryUfunc(Ufuncs.ADD);
    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. */
    public final UnaryUfunc arccos = new UnaryUfunc(Ufuncs.ARCCOS);
    /** The number whose hyperbolic cosine it is; NaN below 1. */
    public final UnaryUfunc arccosh = new UnaryUfunc(Ufuncs.ARCCOSH);
    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. */
    public final UnaryUfunc arcsin = new UnaryUfunc(Ufuncs.ARCSIN);
    /** The number whose hyperbolic sine it is. */
    public final UnaryUfunc arcsinh = new UnaryUfunc(Ufuncs.ARCSINH);
    /** The angle from -pi/2 to pi/2 whose tangent it is. */
    public final UnaryUfunc arctan = new UnaryUfunc(Ufuncs.ARCTAN);
    /** The angle from -pi to pi of the point with y = {@code a} and x = {@code b}. */
    public final BinaryUfunc arctan2 = new BinaryUfunc(Ufuncs.ARCTAN2);
    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. */
    public final UnaryUfunc arctanh = new UnaryUfunc(Ufuncs.ARCTANH);
    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. Another name of {@link #arcsin}. */
    public final UnaryUfunc asin = new UnaryUfunc(Ufuncs.ARCSIN);
    /** The number whose hyperbolic sine it is. Another name of {@link #arcsinh}. */
    public final UnaryUfunc asinh = new UnaryUfunc(Ufuncs.ARCSINH);
    /** The angle from -pi/2 to pi/2 whose tangent it is. Another name of {@link #arctan}. */
    public final UnaryUfunc atan = new UnaryUfunc(Ufuncs.ARCTAN);
    /** The angle from -pi to pi of the point with y = {@code a} and x = {@code b}. Another name of {@link #arctan2}. */
    public final BinaryUfunc atan2 = new BinaryUfunc(Ufuncs.ARCTAN2);
    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. Another name of {@link #arctanh}. */
    public final UnaryUfunc atanh = new UnaryUfunc(Ufuncs.ARCTANH);
    /** The bits that both have. */
    public final BinaryUfunc bitwiseAnd = new BinaryUfunc(Ufuncs.BITWISE_AND);
    /** How many bits of the absolute value are 1. */
    public final UnaryUfunc bitwiseCount = new UnaryUfunc(Ufuncs.BITWISE_COUNT);
    /** The bits that it has not; of bools, not. Another name of {@link #invert}. */
    public final UnaryUfunc bitwiseInvert = new UnaryUfunc(Ufuncs.INVERT);
    /** {@code a} times 2 to the power of {@code b}; 0 if that is beyond the type. Another name of {@link #leftShift}. */
    public final BinaryUfunc bitwiseLeftShift = new BinaryUfunc(Ufuncs.LEFT_SHIFT);
    /** The bits that it has not; of bools, not. Another name of {@link #invert}. */
    public final UnaryUfunc bitwiseNot = new UnaryUfunc(Ufuncs.INVERT);
    /** The bits that either has. */
    public final BinaryUfunc bitwiseOr = new BinaryUfunc(Ufuncs.BITWISE_OR);
    /** {@code a} divided by 2 to the power of {@code b}, rounded down. Another name of {@link #rightShift}. */
    public final BinaryUfunc bitwiseRightShift = new BinaryUfunc(Ufuncs.RIGHT_SHIFT);
    /** The bits that one of the two has. */
    public final BinaryUfunc bitwiseXor = new BinaryUfunc(Ufuncs.BITWISE_XOR);
    /** The cube root, of negative numbers too. */
    public final UnaryUfunc cbrt = new UnaryUfunc(Ufuncs.CBRT);
    /** The smallest whole number not below. */
    public final UnaryUfunc ceil = new UnaryUfunc(Ufuncs.CEIL);
    /** The complex conjugate. Another name of {@link #conjugate}. */
    public final UnaryUfunc conj = new UnaryUfunc(Ufuncs.CONJUGATE);
    /** The complex conjugate. */
    public final UnaryUfunc conjugate = new UnaryUfunc(Ufuncs.CONJUGATE);
    /** {@code a} with the sign of {@code b}. */
    public final BinaryUfunc copysign = new BinaryUfunc(Ufuncs.COPYSIGN);
    /** The cosine of an angle in radians. */
    public final UnaryUfunc cos = new UnaryUfunc(Ufuncs.COS);
    /** The hyperbolic cosine. */
    public final UnaryUfunc cosh = new UnaryUfunc(Ufuncs.COSH);
    /** Radians of an angle in degrees. */
    public final UnaryUfunc deg2rad = new UnaryUfunc(Ufuncs.DEG2RAD);
    /** Degrees of an angle in radians. */
    public final UnaryUfunc degrees = new UnaryUfunc(Ufuncs.DEGREES);
    /** {@code a / b}; integers are divided as float64. */
    public final BinaryUfunc divide = new BinaryUfunc(Ufuncs.DIVIDE);
    /** {@code floor_divide} and {@code remainder}. */
    public final BinaryPairUfunc divmod = new BinaryPairUfunc(Ufuncs.DIVMOD);
    /** {@code a == b}: bools. */
    public final BinaryUfunc equal = new BinaryUfunc(Ufuncs.EQUAL);
    /** e to the power of {@code a}. */
    public final UnaryUfunc exp = new UnaryUfunc(Ufuncs.EXP);
    /** 2 to the power of {@code a}. */
    public final UnaryUfunc exp2 = new UnaryUfunc(Ufuncs.EXP2);
    /** e to the power of {@code a}, less 1, to full accuracy near 0 too. */
    public final UnaryUfunc expm1 = new UnaryUfunc(Ufuncs.EXPM1);
    /** The distance from 0, of real numbers as floats. */
    public final UnaryUfunc fabs = new UnaryUfunc(Ufuncs.FABS);
    /** {@code a} to the power of {@code b}, in float64 or complex128. */
    public final BinaryUfunc floatPower = new BinaryUfunc(Ufuncs.FLOAT_POWER);
    /** The largest whole number not above. */
    public final UnaryUfunc floor = new UnaryUfunc(Ufuncs.FLOOR);
    /** The largest whole number not above {@code a / b}; of integers 0 where b is 0. */
    public final BinaryUfunc floorDivide = new BinaryUfunc(Ufuncs.FLOOR_DIVIDE);
    /** The greater of two elements; the other if one is NaN. */
    public final BinaryUfunc fmax = new BinaryUfunc(Ufuncs.FMAX);
    /** The lesser of two elements; the other if one is NaN. */
    public final BinaryUfunc fmin = new BinaryUfunc(Ufuncs.FMIN);
    /** {@code a - b * trunc(a / b)}: it has the sign of a; of integers 0 where b is 0. */
    public final BinaryUfunc fmod = new BinaryUfunc(Ufuncs.FMOD);
    /** The mantissa, from 0.5 to below 1, and the exponent to base 2, int32. */
    public final UnaryPairUfunc frexp = new UnaryPairUfunc(Ufuncs.FREXP);
    /** The greatest integer that divides both. */
    public final BinaryUfunc gcd = new BinaryUfunc(Ufuncs.GCD);
    /** {@code a > b}: bools. */
    public final BinaryUfunc greater = new BinaryUfunc(Ufuncs.GREATER);
    /** {@code a >= b}: bools. */
    public final BinaryUfunc greaterEqual = new BinaryUfunc(Ufuncs.GREATER_EQUAL);
    /** 0 below 0, {@code b} at 0, 1 above. */
    public final BinaryUfunc heaviside = new BinaryUfunc(Ufuncs.HEAVISIDE);
    /** {@code sqrt(a * a + b * b)}, which neither overflows nor vanishes in between. */
    public final BinaryUfunc hypot = new BinaryUfunc(Ufuncs.HYPOT);
    /** The bits that it has not; of bools, not. */
    public final UnaryUfunc invert = new UnaryUfunc(Ufuncs.INVERT);
    /** Whether it is neither NaN nor infinite: bools. */
    public final UnaryUfunc isfinite = new UnaryUfunc(Ufuncs.ISFINITE);
    /** Whether it is infinite: bools. */
    public final UnaryUfunc isinf = new UnaryUfunc(Ufuncs.ISINF);
    /** Whether it is NaN: bools. */
    public final UnaryUfunc isnan = new UnaryUfunc(Ufuncs.ISNAN);
    /** Whether it is not a time: bools. */
    public final UnaryUfunc isnat = new UnaryUfunc(Ufuncs.ISNAT);
    /** The least integer that both divide. */
    public final BinaryUfunc lcm = new BinaryUfunc(Ufuncs.LCM);
    /** {@code a} times 2 to the power of {@code b}. */
    public final BinaryUfunc ldexp = new BinaryUfunc(Ufuncs.LDEXP);
    /** {@code a} times 2 to the power of {@code b}; 0 if that is beyond the type. */
    public final BinaryUfunc leftShift = new BinaryUfunc(Ufuncs.LEFT_SHIFT);
    /** {@code a < b}: bools. */
    public final BinaryUfunc less = new BinaryUfunc(Ufuncs.LESS);
    /** {@code a <= b}: bools. */
    public final BinaryUfunc lessEqual = new BinaryUfunc(Ufuncs.LESS_EQUAL);
    /** The natural logarithm; NaN of negative numbers, -infinity of 0. */
    public final UnaryUfunc log = new UnaryUfunc(Ufuncs.LOG);
    /** The logarithm to base 10; NaN of negative numbers, -infinity of 0. */
    public final UnaryUfunc log10 = new UnaryUfunc(Ufuncs.LOG10);
    /** The natural logarithm of {@code 1 + a}, to full accuracy near 0 too. */
    public final UnaryUfunc log1p = new UnaryUfunc(Ufuncs.LOG1P);
    /** The logarithm to base 2; NaN of negative numbers, -infinity of 0. */
    public final UnaryUfunc log2 = new UnaryUfunc(Ufuncs.LOG2);
    /** {@code log(exp(a) + exp(b))}, whose sum neither overflows nor vanishes. */
    public final BinaryUfunc logaddexp = new BinaryUfunc(Ufuncs.LOGADDEXP);
    /** {@code log2(exp2(a) + exp2(b))}, whose sum neither overflows nor vanishes. */
    public final BinaryUfunc logaddexp2 = new BinaryUfunc(Ufuncs.LOGADDEXP2);
    /** Whether both are other than 0: bools. */
    public final BinaryUfunc logicalAnd = new BinaryUfunc(Ufuncs.LOGICAL_AND);
    /** Whether it is 0: bools. */
    public final UnaryUfunc logicalNot = new UnaryUfunc(Ufuncs.LOGICAL_NOT);
    /** Whether either is other than 0: bools. */
    public final BinaryUfunc logicalOr = new BinaryUfunc(Ufuncs.LOGICAL_OR);
    /** Whether one of the two is other than 0: bools. */
    public final BinaryUfunc logicalXor = new BinaryUfunc(Ufuncs.LOGICAL_XOR);
    /** The product of matrices, or stacks of them; a vector is a row on the left, a column on the right. */
    public final ProductUfunc matmul = new ProductUfunc(Products.MATMUL);
    /** The product of a matrix and a vector. */
    public final ProductUfunc matvec = new ProductUfunc(Products.MATVEC);
    /** The greater of two elements; NaN if either is. */
    public final BinaryUfunc maximum = new BinaryUfunc(Ufuncs.MAXIMUM);
    /** The lesser of two elements; NaN if either is. */
    public final BinaryUfunc minimum = new BinaryUfunc(Ufuncs.MINIMUM);
    /** {@code a - b * floor(a / b)}: it has the sign of b; of integers 0 where b is 0. Another name of {@link #remainder}. */
    public final BinaryUfunc mod = new BinaryUfunc(Ufuncs.REMAINDER);
    /** The fraction and the whole part, both with the sign of {@code a}. */
    public final UnaryPairUfunc modf = new UnaryPairUfunc(Ufuncs.MODF);
    /** {@code a * b}; integers wrap, of bools it is and. */
    public final BinaryUfunc multiply = new BinaryUfunc(Ufuncs.MULTIPLY);
    /** {@code -a}; integers wrap, bools are refused. */
    public final UnaryUfunc negative = new UnaryUfunc(Ufuncs.NEGATIVE);
    /** The number next to {@code a} towards {@code b}. */
    public final BinaryUfunc nextafter = new BinaryUfunc(Ufuncs.NEXTAFTER);
    /** {@code a != b}: bools. */
    public final BinaryUfunc notEqual = new BinaryUfunc(Ufuncs.NOT_EQUAL);
    /** {@code +a}: a copy; bools are refused. */
    public final UnaryUfunc positive = new UnaryUfunc(Ufuncs.POSITIVE);
    /** {@code a} to the power of {@code b}; integers wrap, and have no negative powers. Another name of {@link #power}. */
    public final BinaryUfunc pow = new BinaryUfunc(Ufuncs.POWER);
    /** {@code a} to the power of {@code b}; integers wrap, and have no negative powers. */
    public final BinaryUfunc power = new BinaryUfunc(Ufuncs.POWER);
    /** Degrees of an angle in radians. */
    public final UnaryUfunc rad2deg = new UnaryUfunc(Ufuncs.RAD2DEG);
    /** Radians of an angle in degrees. */
    public final UnaryUfunc radians = new UnaryUfunc(Ufuncs.RADIANS);
    /** {@code 1 / a}; of integers without the fraction. */
    public final UnaryUfunc reciprocal = new UnaryUfunc(Ufuncs.RECIPROCAL);
    /** {@code a - b * floor(a / b)}: it has the sign of b; of integers 0 where b is 0. */
    public final BinaryUfunc remainder = new BinaryUfunc(Ufuncs.REMAINDER);
    /** {@code a} divided by 2 to the power of {@code b}, rounded down. */
    public final BinaryUfunc rightShift = new BinaryUfunc(Ufuncs.RIGHT_SHIFT);
    /** The nearest whole number, the even one of two. */
    public final UnaryUfunc rint = new UnaryUfunc(Ufuncs.RINT);
    /** -1 below 0, 0 at 0, 1 above; of complex numbers {@code a / |a|}; bools are refused. */
    public final UnaryUfunc sign = new UnaryUfunc(Ufuncs.SIGN);
    /** Whether the sign bit is set, also of 0 and NaN: bools. */
    public final UnaryUfunc signbit = new UnaryUfunc(Ufuncs.SIGNBIT);
    /** The sine of an angle in radians. */
    public final UnaryUfunc sin = new UnaryUfunc(Ufuncs.SIN);
    /** The hyperbolic sine. */
    public final UnaryUfunc sinh = new UnaryUfunc(Ufuncs.SINH);
    /** The distance from the next number further from 0. */
    public final UnaryUfunc spacing = new UnaryUfunc(Ufuncs.SPACING);
    /** The square root; NaN of negative real numbers. */
    public final UnaryUfunc sqrt = new UnaryUfunc(Ufuncs.SQRT);
    /** {@code a * a}; integers wrap. */
    public final UnaryUfunc square = new UnaryUfunc(Ufuncs.SQUARE);
    /** {@code a - b}; integers wrap, bools are refused. */
    public final BinaryUfunc subtract = new BinaryUfunc(Ufuncs.SUBTRACT);
    /** The tangent of an angle in radians. */
    public final UnaryUfunc tan = new UnaryUfunc(Ufuncs.TAN);
    /** The hyperbolic tangent. */
    public final UnaryUfunc tanh = new UnaryUfunc(Ufuncs.TANH);
    /** {@code a / b}; integers are divided as float64. Another name of {@link #divide}. */
    public final BinaryUfunc trueDivide = new BinaryUfunc(Ufuncs.DIVIDE);
    /** The whole number next to it towards 0. */
    public final UnaryUfunc trunc = new UnaryUfunc(Ufuncs.TRUNC);
    /** The sum of products of two vectors; the first one's complex elements are conjugated. */
    public final VecdotUfunc vecdot = new VecdotUfunc(Products.VECDOT);
    /** The product of a vector, whose complex elements are conjugated, and a matrix. */
    public final ProductUfunc vecmat = new ProductUfunc(Products.VECMAT);

    UfuncFields() {}
}
