package io.arrayport.core.ufunc;

import static io.arrayport.core.ufunc.Chapter.ARITHMETIC;
import static io.arrayport.core.ufunc.Chapter.BITS;
import static io.arrayport.core.ufunc.Chapter.COMPARISON;
import static io.arrayport.core.ufunc.Chapter.EXPONENTS;
import static io.arrayport.core.ufunc.Chapter.EXTREMA;
import static io.arrayport.core.ufunc.Chapter.FLOATING;
import static io.arrayport.core.ufunc.Chapter.HYPERBOLIC;
import static io.arrayport.core.ufunc.Chapter.LOGIC;
import static io.arrayport.core.ufunc.Chapter.ROUNDING;
import static io.arrayport.core.ufunc.Chapter.TRIGONOMETRIC;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.DType;

/**
 * The table of universal functions. A new one is a row here: docs/adding-a-ufunc.md. Loops are NumPy's, in its order;
 * bfloat16's (E) stand beside float16's (e). The text of a row is what the functions generated from it say of
 * themselves.
 */
public final class Ufuncs {
    private static final Map<String, UFunc> ROWS = new TreeMap<>();
    private static final String INTEGERS = "bBhHiIlL";
    private static final String REALS = "eEfd";
    private static final String COMPLEX = "FD";
    private static final Loops FLOATING_1 = Loops.uniform(1, REALS + COMPLEX);
    private static final Loops REALS_2 = Loops.uniform(2, INTEGERS + REALS);
    private static final Loops REAL_2 = Loops.uniform(2, REALS);
    private static final Loops WHOLE_1 = Loops.uniform(1, "?" + INTEGERS + REALS);
    private static final Loops BITS_2 = Loops.uniform(2, "?" + INTEGERS);
    private static final Loops TRUTH_1 = Loops.predicate(1, "?" + INTEGERS + REALS + COMPLEX);
    private static final Loops TRUTH_2 = Loops.predicate(2, "?" + INTEGERS + REALS + COMPLEX);
    private static final Loops REAL_1 = Loops.uniform(1, REALS);
    private static final Loops NUMBERS_1 = Loops.uniform(1, INTEGERS + REALS + COMPLEX);
    /** Numbers and differences of times. */
    private static final Loops TIMES_1 = Loops.uniform(1, INTEGERS + REALS).and("m->m")
            .and(Loops.uniform(1, COMPLEX));
    private static final Loops NUMBERS_2 = Loops.uniform(2, INTEGERS + REALS + COMPLEX);
    private static final Loops ALL_2 = Loops.uniform(2, "?" + INTEGERS + REALS + COMPLEX);
    private static final Loops COMPARED = Loops.predicate(2, "?" + INTEGERS).and("qQ->? Qq->?")
            .and(Loops.predicate(2, REALS + COMPLEX + "Mm"));
    private static final Loops EXTREMA_2 = ALL_2.and("mm->m MM->M");
    private static final Loops FINITE_1 = TRUTH_1.and(Loops.predicate(1, "mM"));
    private static final Loops MAGNITUDES = Loops.uniform(1, "?" + INTEGERS + REALS)
            .and("m->m F->f D->d");

    // Arithmetic
    public static final UFunc ADD = row(Op.ADD, "add", ARITHMETIC, Identity.ZERO,
            ALL_2.and("Mm->M mm->m mM->M"), "{@code a + b}; integers wrap, of bools it is or.");
    public static final UFunc SUBTRACT = row(Op.SUBTRACT, "subtract", ARITHMETIC, Identity.NONE,
            NUMBERS_2.and("Mm->M mm->m MM->m").refusing(DType.BOOL),
            "{@code a - b}; integers wrap, bools are refused.");
    public static final UFunc MULTIPLY = row(Op.MULTIPLY, "multiply", ARITHMETIC, Identity.ONE,
            ALL_2.and("mq->m qm->m md->m dm->m"), "{@code a * b}; integers wrap, of bools it is and.");
    public static final UFunc DIVIDE = row(Op.DIVIDE, "divide true_divide", ARITHMETIC, Identity.NONE,
            Loops.uniform(2, REALS + COMPLEX).and("mq->m md->m mm->d").integersAs(DType.FLOAT64),
            "{@code a / b}; integers are divided as float64.");
    public static final UFunc NEGATIVE = row(Op.NEGATIVE, "negative", ARITHMETIC, Identity.NONE,
            TIMES_1.refusing(DType.BOOL), "{@code -a}; integers wrap, bools are refused.");
    public static final UFunc ABSOLUTE = row(Op.ABSOLUTE, "absolute abs", ARITHMETIC, Identity.NONE, MAGNITUDES,
            "The distance from 0: {@code |a|}; real for complex numbers.");
    public static final UFunc SQUARE = row(Op.SQUARE, "square", ARITHMETIC, Identity.NONE, NUMBERS_1,
            "{@code a * a}; integers wrap.");
    public static final UFunc FLOOR_DIVIDE = row(Op.FLOOR_DIVIDE, "floor_divide", ARITHMETIC, Identity.NONE,
            REALS_2.and("mq->m md->m mm->q"),
            "The largest whole number not above {@code a / b}; of integers 0 where b is 0.");
    public static final UFunc REMAINDER = row(Op.REMAINDER, "remainder mod", ARITHMETIC, Identity.NONE,
            REALS_2.and("mm->m"),
            "{@code a - b * floor(a / b)}: it has the sign of b; of integers 0 where b is 0.");
    public static final UFunc FMOD = row(Op.FMOD, "fmod", ARITHMETIC, Identity.NONE, REALS_2,
            "{@code a - b * trunc(a / b)}: it has the sign of a; of integers 0 where b is 0.");
    public static final UFunc DIVMOD = row(List.of(Op.FLOOR_DIVIDE, Op.REMAINDER), "divmod", ARITHMETIC,
            Identity.NONE, Loops.uniform(2, 2, INTEGERS + REALS).and("mm->qm"),
            "{@code floor_divide} and {@code remainder}.");
    public static final UFunc POWER = row(Op.POWER, "power pow", ARITHMETIC, Identity.NONE, NUMBERS_2,
            "{@code a} to the power of {@code b}; integers wrap, and have no negative powers.");
    public static final UFunc FLOAT_POWER = row(Op.POWER, "float_power", ARITHMETIC, Identity.NONE,
            Loops.uniform(2, "dD"), "{@code a} to the power of {@code b}, in float64 or complex128.");
    public static final UFunc POSITIVE = row(Op.POSITIVE, "positive", ARITHMETIC,
            Identity.NONE, TIMES_1.refusing(DType.BOOL),
            "{@code +a}: a copy; bools are refused.");
    public static final UFunc FABS = row(Op.ABSOLUTE, "fabs", ARITHMETIC, Identity.NONE, REAL_1,
            "The distance from 0, of real numbers as floats.");
    public static final UFunc SIGN = row(Op.SIGN, "sign", ARITHMETIC,
            Identity.NONE, NUMBERS_1.and("m->m").refusing(DType.BOOL),
            "-1 below 0, 0 at 0, 1 above; of complex numbers {@code a / |a|}; bools are refused.");
    public static final UFunc RECIPROCAL = row(Op.RECIPROCAL, "reciprocal", ARITHMETIC,
            Identity.NONE, NUMBERS_1,
            "{@code 1 / a}; of integers without the fraction.");
    public static final UFunc CONJUGATE = row(Op.CONJUGATE, "conjugate conj", ARITHMETIC, Identity.NONE, NUMBERS_1,
            "The complex conjugate.");
    public static final UFunc HEAVISIDE = row(Op.HEAVISIDE, "heaviside", ARITHMETIC, Identity.NONE, REAL_2,
            "0 below 0, {@code b} at 0, 1 above.");
    public static final UFunc GCD = row(Op.GCD, "gcd", ARITHMETIC, Identity.ZERO,
            Loops.uniform(2, INTEGERS).refusing(DType.BOOL),
            "The greatest integer that divides both.");
    public static final UFunc LCM = row(Op.LCM, "lcm", ARITHMETIC, Identity.NONE,
            Loops.uniform(2, INTEGERS).refusing(DType.BOOL),
            "The least integer that both divide.");

    // Exponentials and logarithms
    public static final UFunc SQRT = row(Op.SQRT, "sqrt", EXPONENTS, Identity.NONE, FLOATING_1,
            "The square root; NaN of negative real numbers.");
    public static final UFunc EXP = row(Op.EXP, "exp", EXPONENTS, Identity.NONE, FLOATING_1,
            "e to the power of {@code a}.");
    public static final UFunc LOG = row(Op.LOG, "log", EXPONENTS, Identity.NONE, FLOATING_1,
            "The natural logarithm; NaN of negative numbers, -infinity of 0.");
    public static final UFunc EXP2 = row(Op.EXP2, "exp2", EXPONENTS, Identity.NONE, FLOATING_1,
            "2 to the power of {@code a}.");
    public static final UFunc EXPM1 = row(Op.EXPM1, "expm1", EXPONENTS, Identity.NONE, FLOATING_1,
            "e to the power of {@code a}, less 1, to full accuracy near 0 too.");
    public static final UFunc LOG2 = row(Op.LOG2, "log2", EXPONENTS, Identity.NONE, FLOATING_1,
            "The logarithm to base 2; NaN of negative numbers, -infinity of 0.");
    public static final UFunc LOG10 = row(Op.LOG10, "log10", EXPONENTS, Identity.NONE, FLOATING_1,
            "The logarithm to base 10; NaN of negative numbers, -infinity of 0.");
    public static final UFunc LOG1P = row(Op.LOG1P, "log1p", EXPONENTS, Identity.NONE, FLOATING_1,
            "The natural logarithm of {@code 1 + a}, to full accuracy near 0 too.");
    public static final UFunc CBRT = row(Op.CBRT, "cbrt", EXPONENTS, Identity.NONE, REAL_1,
            "The cube root, of negative numbers too.");
    public static final UFunc HYPOT = row(Op.HYPOT, "hypot", EXPONENTS, Identity.ZERO, REAL_2,
            "{@code sqrt(a * a + b * b)}, which neither overflows nor vanishes in between.");
    public static final UFunc LOGADDEXP = row(Op.LOGADDEXP, "logaddexp", EXPONENTS, Identity.LOG_ZERO, REAL_2,
            "{@code log(exp(a) + exp(b))}, whose sum neither overflows nor vanishes.");
    public static final UFunc LOGADDEXP2 = row(Op.LOGADDEXP2, "logaddexp2", EXPONENTS, Identity.LOG_ZERO, REAL_2,
            "{@code log2(exp2(a) + exp2(b))}, whose sum neither overflows nor vanishes.");

    // Angles
    public static final UFunc SIN = row(Op.SIN, "sin", TRIGONOMETRIC, Identity.NONE, FLOATING_1,
            "The sine of an angle in radians.");
    public static final UFunc COS = row(Op.COS, "cos", TRIGONOMETRIC, Identity.NONE, FLOATING_1,
            "The cosine of an angle in radians.");
    public static final UFunc TAN = row(Op.TAN, "tan", TRIGONOMETRIC, Identity.NONE, FLOATING_1,
            "The tangent of an angle in radians.");
    public static final UFunc ARCSIN = row(Op.ARCSIN, "arcsin asin", TRIGONOMETRIC, Identity.NONE, FLOATING_1,
            "The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1.");
    public static final UFunc ARCCOS = row(Op.ARCCOS, "arccos acos", TRIGONOMETRIC, Identity.NONE, FLOATING_1,
            "The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1.");
    public static final UFunc ARCTAN = row(Op.ARCTAN, "arctan atan", TRIGONOMETRIC, Identity.NONE, FLOATING_1,
            "The angle from -pi/2 to pi/2 whose tangent it is.");
    public static final UFunc ARCTAN2 = row(Op.ARCTAN2, "arctan2 atan2", TRIGONOMETRIC, Identity.NONE, REAL_2,
            "The angle from -pi to pi of the point with y = {@code a} and x = {@code b}.");
    public static final UFunc SINH = row(Op.SINH, "sinh", HYPERBOLIC, Identity.NONE, FLOATING_1,
            "The hyperbolic sine.");
    public static final UFunc COSH = row(Op.COSH, "cosh", HYPERBOLIC, Identity.NONE, FLOATING_1,
            "The hyperbolic cosine.");
    public static final UFunc TANH = row(Op.TANH, "tanh", HYPERBOLIC, Identity.NONE, FLOATING_1,
            "The hyperbolic tangent.");
    public static final UFunc ARCSINH = row(Op.ARCSINH, "arcsinh asinh", HYPERBOLIC, Identity.NONE, FLOATING_1,
            "The number whose hyperbolic sine it is.");
    public static final UFunc ARCCOSH = row(Op.ARCCOSH, "arccosh acosh", HYPERBOLIC, Identity.NONE, FLOATING_1,
            "The number whose hyperbolic cosine it is; NaN below 1.");
    public static final UFunc ARCTANH = row(Op.ARCTANH, "arctanh atanh", HYPERBOLIC, Identity.NONE, FLOATING_1,
            "The number whose hyperbolic tangent it is; NaN beyond -1 and 1.");
    public static final UFunc DEGREES = row(Op.DEGREES, "degrees", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "Degrees of an angle in radians.");
    public static final UFunc RAD2DEG = row(Op.DEGREES, "rad2deg", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "Degrees of an angle in radians.");
    public static final UFunc RADIANS = row(Op.RADIANS, "radians", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "Radians of an angle in degrees.");
    public static final UFunc DEG2RAD = row(Op.RADIANS, "deg2rad", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "Radians of an angle in degrees.");

    // Rounding
    public static final UFunc RINT = row(Op.RINT, "rint", ROUNDING, Identity.NONE, FLOATING_1,
            "The nearest whole number, the even one of two.");
    public static final UFunc FLOOR = row(Op.FLOOR, "floor", ROUNDING, Identity.NONE, WHOLE_1,
            "The largest whole number not above.");
    public static final UFunc CEIL = row(Op.CEIL, "ceil", ROUNDING, Identity.NONE, WHOLE_1,
            "The smallest whole number not below.");
    public static final UFunc TRUNC = row(Op.TRUNC, "trunc", ROUNDING, Identity.NONE, WHOLE_1,
            "The whole number next to it towards 0.");

    // Extrema
    public static final UFunc MAXIMUM = row(Op.MAXIMUM, "maximum", EXTREMA, Identity.REORDERABLE, EXTREMA_2,
            "The greater of two elements; NaN if either is.");
    public static final UFunc MINIMUM = row(Op.MINIMUM, "minimum", EXTREMA, Identity.REORDERABLE, EXTREMA_2,
            "The lesser of two elements; NaN if either is.");
    public static final UFunc FMAX = row(Op.FMAX, "fmax", EXTREMA, Identity.REORDERABLE, EXTREMA_2,
            "The greater of two elements; the other if one is NaN.");
    public static final UFunc FMIN = row(Op.FMIN, "fmin", EXTREMA, Identity.REORDERABLE, EXTREMA_2,
            "The lesser of two elements; the other if one is NaN.");

    // Comparison
    public static final UFunc EQUAL = row(Op.EQUAL, "equal", COMPARISON, Identity.NONE, COMPARED,
            "{@code a == b}: bools.");
    public static final UFunc NOT_EQUAL = row(Op.NOT_EQUAL, "not_equal", COMPARISON, Identity.NONE, COMPARED,
            "{@code a != b}: bools.");
    public static final UFunc LESS = row(Op.LESS, "less", COMPARISON, Identity.NONE, COMPARED,
            "{@code a < b}: bools.");
    public static final UFunc LESS_EQUAL = row(Op.LESS_EQUAL, "less_equal", COMPARISON, Identity.NONE, COMPARED,
            "{@code a <= b}: bools.");
    public static final UFunc GREATER = row(Op.GREATER, "greater", COMPARISON, Identity.NONE, COMPARED,
            "{@code a > b}: bools.");
    public static final UFunc GREATER_EQUAL = row(Op.GREATER_EQUAL, "greater_equal", COMPARISON, Identity.NONE,
            COMPARED, "{@code a >= b}: bools.");

    // Truth
    public static final UFunc LOGICAL_AND = row(Op.LOGICAL_AND, "logical_and", LOGIC, Identity.ONE, TRUTH_2,
            "Whether both are other than 0: bools.");
    public static final UFunc LOGICAL_OR = row(Op.LOGICAL_OR, "logical_or", LOGIC, Identity.ZERO, TRUTH_2,
            "Whether either is other than 0: bools.");
    public static final UFunc LOGICAL_XOR = row(Op.LOGICAL_XOR, "logical_xor", LOGIC, Identity.ZERO, TRUTH_2,
            "Whether one of the two is other than 0: bools.");
    public static final UFunc LOGICAL_NOT = row(Op.LOGICAL_NOT, "logical_not", LOGIC, Identity.NONE, TRUTH_1,
            "Whether it is 0: bools.");
    public static final UFunc ISNAN = row(Op.ISNAN, "isnan", LOGIC, Identity.NONE, FINITE_1,
            "Whether it is NaN: bools.");
    public static final UFunc ISINF = row(Op.ISINF, "isinf", LOGIC, Identity.NONE, FINITE_1,
            "Whether it is infinite: bools.");
    public static final UFunc ISNAT = row(Op.ISNAT, "isnat", LOGIC, Identity.NONE, Loops.predicate(1, "Mm"),
            "Whether it is not a time: bools.");
    public static final UFunc ISFINITE = row(Op.ISFINITE, "isfinite", LOGIC, Identity.NONE, FINITE_1,
            "Whether it is neither NaN nor infinite: bools.");

    // Bits
    public static final UFunc BITWISE_AND = row(Op.BITWISE_AND, "bitwise_and", BITS, Identity.ONES, BITS_2,
            "The bits that both have.");
    public static final UFunc BITWISE_OR = row(Op.BITWISE_OR, "bitwise_or", BITS, Identity.ZERO, BITS_2,
            "The bits that either has.");
    public static final UFunc BITWISE_XOR = row(Op.BITWISE_XOR, "bitwise_xor", BITS, Identity.ZERO, BITS_2,
            "The bits that one of the two has.");
    public static final UFunc INVERT = row(Op.INVERT, "invert bitwise_invert bitwise_not", BITS,
            Identity.NONE, Loops.uniform(1, "?" + INTEGERS),
            "The bits that it has not; of bools, not.");
    public static final UFunc LEFT_SHIFT = row(Op.LEFT_SHIFT, "left_shift bitwise_left_shift", BITS,
            Identity.NONE, Loops.uniform(2, INTEGERS),
            "{@code a} times 2 to the power of {@code b}; 0 if that is beyond the type.");
    public static final UFunc RIGHT_SHIFT = row(Op.RIGHT_SHIFT, "right_shift bitwise_right_shift", BITS,
            Identity.NONE, Loops.uniform(2, INTEGERS),
            "{@code a} divided by 2 to the power of {@code b}, rounded down.");
    public static final UFunc BITWISE_COUNT = row(Op.BITWISE_COUNT, "bitwise_count", BITS,
            Identity.NONE, Loops.giving(1, INTEGERS, "B"),
            "How many bits of the absolute value are 1.");

    // Floating-point numbers
    public static final UFunc SIGNBIT = row(Op.SIGNBIT, "signbit", FLOATING, Identity.NONE, Loops.predicate(1, REALS),
            "Whether the sign bit is set, also of 0 and NaN: bools.");
    public static final UFunc COPYSIGN = row(Op.COPYSIGN, "copysign", FLOATING, Identity.NONE, REAL_2,
            "{@code a} with the sign of {@code b}.");
    public static final UFunc NEXTAFTER = row(Op.NEXTAFTER, "nextafter", FLOATING, Identity.NONE, REAL_2,
            "The number next to {@code a} towards {@code b}.");
    public static final UFunc SPACING = row(Op.SPACING, "spacing", FLOATING, Identity.NONE, REAL_1,
            "The distance from the next number further from 0.");
    public static final UFunc MODF = row(List.of(Op.FRACTION, Op.TRUNC), "modf", FLOATING,
            Identity.NONE, Loops.uniform(1, 2, REALS),
            "The fraction and the whole part, both with the sign of {@code a}.");
    public static final UFunc FREXP = row(List.of(Op.MANTISSA, Op.EXPONENT), "frexp", FLOATING,
            Identity.NONE, Loops.of("e->ei E->Ei f->fi d->di"),
            "The mantissa, from 0.5 to below 1, and the exponent to base 2, int32.");
    public static final UFunc LDEXP = row(Op.LDEXP, "ldexp", FLOATING,
            Identity.NONE, Loops.of("ei->e Ei->E fi->f el->e El->E fl->f di->d dl->d"),
            "{@code a} times 2 to the power of {@code b}.");

    /** Every row, in the order of names. */
    public static final List<UFunc> ALL = List.copyOf(ROWS.values());

    private Ufuncs() {}

    /** @param names NumPy's name, then its aliases, separated by blanks */
    private static UFunc row(Op op, String names, Chapter chapter, Identity identity, Loops loops, String doc) {
        return row(List.of(op), names, chapter, identity, loops, doc);
    }

    /** @param ops one for each output */
    private static UFunc row(List<Op> ops, String names, Chapter chapter, Identity identity, Loops loops,
            String doc) {
        List<String> all = List.of(names.split(" "));
        UFunc row = new UFunc(all.getFirst(), all.subList(1, all.size()), chapter, doc, identity, ops, loops);
        ROWS.put(row.name(), row);
        return row;
    }
}
