package io.arrayport.core.ufunc;

import static io.arrayport.core.ufunc.Chapter.ARITHMETIC;
import static io.arrayport.core.ufunc.Chapter.COMPARISON;
import static io.arrayport.core.ufunc.Chapter.EXPONENTS;
import static io.arrayport.core.ufunc.Chapter.EXTREMA;
import static io.arrayport.core.ufunc.Chapter.HYPERBOLIC;
import static io.arrayport.core.ufunc.Chapter.TRIGONOMETRIC;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.DType;

/**
 * The table of universal functions. A new one is a row here: docs/adding-a-ufunc.md. Loops are NumPy's, in its order;
 * bfloat16's (E) stand beside float16's (e). The text of a row is what the functions generated from it say of
 * themselves.
 */
public final class Ufuncs {
    private static final List<UFunc> ROWS = new ArrayList<>();
    private static final String INTEGERS = "bBhHiIlL";
    private static final String REALS = "eEfd";
    private static final String COMPLEX = "FD";
    private static final Loops FLOATING_1 = Loops.uniform(1, REALS + COMPLEX);
    private static final Loops REAL_1 = Loops.uniform(1, REALS);
    private static final Loops NUMBERS_1 = Loops.uniform(1, INTEGERS + REALS + COMPLEX);
    private static final Loops NUMBERS_2 = Loops.uniform(2, INTEGERS + REALS + COMPLEX);
    private static final Loops ALL_2 = Loops.uniform(2, "?" + INTEGERS + REALS + COMPLEX);
    private static final Loops COMPARED = Loops.predicate(2, "?" + INTEGERS).and("qQ->? Qq->?")
            .and(Loops.predicate(2, REALS + COMPLEX));
    private static final Loops MAGNITUDES = Loops.uniform(1, "?" + INTEGERS + REALS).and("F->f D->d");

    public static final UFunc ADD = row(Op.ADD, "add", ARITHMETIC, Identity.ZERO, ALL_2,
            "{@code a + b}; integers wrap, of bools it is or.");
    public static final UFunc SUBTRACT = row(Op.SUBTRACT, "subtract", ARITHMETIC, Identity.NONE,
            NUMBERS_2.refusing(DType.BOOL), "{@code a - b}; integers wrap, bools are refused.");
    public static final UFunc MULTIPLY = row(Op.MULTIPLY, "multiply", ARITHMETIC, Identity.ONE, ALL_2,
            "{@code a * b}; integers wrap, of bools it is and.");
    public static final UFunc DIVIDE = row(Op.DIVIDE, "divide true_divide", ARITHMETIC, Identity.NONE,
            Loops.uniform(2, REALS + COMPLEX).integersAs(DType.FLOAT64),
            "{@code a / b}; integers are divided as float64.");
    public static final UFunc NEGATIVE = row(Op.NEGATIVE, "negative", ARITHMETIC, Identity.NONE,
            NUMBERS_1.refusing(DType.BOOL), "{@code -a}; integers wrap, bools are refused.");
    public static final UFunc ABSOLUTE = row(Op.ABSOLUTE, "absolute abs", ARITHMETIC, Identity.NONE, MAGNITUDES,
            "The distance from 0: {@code |a|}; real for complex numbers.");
    public static final UFunc SQUARE = row(Op.SQUARE, "square", ARITHMETIC, Identity.NONE, NUMBERS_1,
            "{@code a * a}; integers wrap.");
    public static final UFunc SQRT = row(Op.SQRT, "sqrt", EXPONENTS, Identity.NONE, FLOATING_1,
            "The square root; NaN of negative real numbers.");
    public static final UFunc EXP = row(Op.EXP, "exp", EXPONENTS, Identity.NONE, REAL_1,
            "e to the power of {@code a}.");
    public static final UFunc LOG = row(Op.LOG, "log", EXPONENTS, Identity.NONE, REAL_1,
            "The natural logarithm; NaN of negative numbers, -infinity of 0.");
    public static final UFunc SIN = row(Op.SIN, "sin", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "The sine of an angle in radians.");
    public static final UFunc COS = row(Op.COS, "cos", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "The cosine of an angle in radians.");
    public static final UFunc TAN = row(Op.TAN, "tan", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "The tangent of an angle in radians.");
    public static final UFunc ARCSIN = row(Op.ARCSIN, "arcsin asin", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1.");
    public static final UFunc ARCCOS = row(Op.ARCCOS, "arccos acos", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1.");
    public static final UFunc ARCTAN = row(Op.ARCTAN, "arctan atan", TRIGONOMETRIC, Identity.NONE, REAL_1,
            "The angle from -pi/2 to pi/2 whose tangent it is.");
    public static final UFunc SINH = row(Op.SINH, "sinh", HYPERBOLIC, Identity.NONE, REAL_1,
            "The hyperbolic sine.");
    public static final UFunc COSH = row(Op.COSH, "cosh", HYPERBOLIC, Identity.NONE, REAL_1,
            "The hyperbolic cosine.");
    public static final UFunc TANH = row(Op.TANH, "tanh", HYPERBOLIC, Identity.NONE, REAL_1,
            "The hyperbolic tangent.");
    public static final UFunc ARCSINH = row(Op.ARCSINH, "arcsinh asinh", HYPERBOLIC, Identity.NONE, REAL_1,
            "The number whose hyperbolic sine it is.");
    public static final UFunc ARCCOSH = row(Op.ARCCOSH, "arccosh acosh", HYPERBOLIC, Identity.NONE, REAL_1,
            "The number whose hyperbolic cosine it is; NaN below 1.");
    public static final UFunc ARCTANH = row(Op.ARCTANH, "arctanh atanh", HYPERBOLIC, Identity.NONE, REAL_1,
            "The number whose hyperbolic tangent it is; NaN beyond -1 and 1.");
    public static final UFunc MAXIMUM = row(Op.MAXIMUM, "maximum", EXTREMA, Identity.REORDERABLE, ALL_2,
            "The greater of two elements; NaN if either is.");
    public static final UFunc MINIMUM = row(Op.MINIMUM, "minimum", EXTREMA, Identity.REORDERABLE, ALL_2,
            "The lesser of two elements; NaN if either is.");
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

    /** Every row, in the order of names. */
    public static final List<UFunc> ALL = ROWS.stream().sorted(Comparator.comparing(UFunc::name)).toList();

    private Ufuncs() {}

    /** @param names NumPy's name, then its aliases, separated by blanks */
    private static UFunc row(Op op, String names, Chapter chapter, Identity identity, Loops loops, String doc) {
        List<String> all = List.of(names.split(" "));
        UFunc row = new UFunc(all.getFirst(), all.subList(1, all.size()), chapter, doc, op.inputs(), 1, identity, op,
                loops);
        ROWS.add(row);
        return row;
    }
}
