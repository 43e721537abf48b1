package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ufunc.Expression;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an array while {@code np.fuse} looks at a function: it has no elements, it remembers what is to be
 * done with them. It has {@link NdArray}'s methods where these compute element by element, and reductions; every ufunc
 * of {@code np} takes it too. So the body of a fused function is what one would write for arrays:
 * {@code np.exp(x.subtract(x.max()))}.
 *
 * <p>Numbers are weak, as they are beside arrays. Immutable.
 */
public final class Expr {
    private final Expression expression;
    /** The function that is looked at; null of a number, which may stand in any. */
    private final @Nullable Object function;

    private Expr(Expression expression, @Nullable Object function) {
        this.expression = expression;
        this.function = function;
    }

    /** The arguments of a function that is about to be looked at. */
    static List<Expr> parameters(int count) {
        Object function = new Object();
        List<Expr> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parameters.add(new Expr(new Expression.Parameter(i), function));
        }
        return parameters;
    }

    /**
     * A number as it stands beside arrays.
     *
     * @param value Boolean, Number or Complex
     */
    static Expr number(Object value) {
        return new Expr(new Expression.Constant(Objects.requireNonNull(value, "fuse: an operand is null")), null);
    }

    /** An Expr, or a number as one. */
    static Expr of(Object value) {
        return value instanceof Expr expr ? expr : number(value);
    }

    /** A ufunc of one output. */
    static Expr of(UFunc row, Expr... inputs) {
        return of(row, 0, inputs);
    }

    static Expr of(UFunc row, int output, Expr... inputs) {
        return with(new Expression.Apply(row, output, expressions(inputs)), inputs);
    }

    private static List<Expression> expressions(Expr... inputs) {
        return Arrays.stream(inputs).map(input -> Objects.requireNonNull(input, "fuse: an operand is null").expression)
                .toList();
    }

    private static Expr with(Expression whole, Expr... inputs) {
        Object function = null;
        for (Expr input : inputs) {
            if (function != null && input.function != null && !function.equals(input.function)) {
                throw new IllegalArgumentException("fuse: an expression of one function stands in another; give what"
                        + " it needs as an argument");
            }
            function = function == null ? input.function : function;
        }
        return new Expr(whole, function);
    }

    Expression expression() {
        return expression;
    }

    /** Whether it is made of the arguments of {@code other}'s function. */
    boolean belongsTo(Expr other) {
        return function != null && function.equals(other.function);
    }

    /**
     * {@code np.where}.
     *
     * @param x an Expr, or a weak number
     * @param y the same
     */
    public static Expr where(Expr condition, Object x, Object y) {
        Expr[] inputs = {condition, of(x), of(y)};
        return with(new Expression.Where(expressions(inputs)), inputs);
    }

    /** Elements in another type, whatever that costs them; of bools, numbers or times. */
    public Expr astype(DType dtype) {
        return with(new Expression.Convert(Objects.requireNonNull(dtype, "dtype"), List.of(expression)), this);
    }

    /** {@code this + other}. */
    public Expr add(Expr other) {
        return of(Ufuncs.ADD, this, other);
    }

    /** {@code this + other}, a weak number. */
    public Expr add(Number other) {
        return of(Ufuncs.ADD, this, number(other));
    }

    /** {@code this - other}. */
    public Expr subtract(Expr other) {
        return of(Ufuncs.SUBTRACT, this, other);
    }

    /** {@code this - other}, a weak number. */
    public Expr subtract(Number other) {
        return of(Ufuncs.SUBTRACT, this, number(other));
    }

    /** {@code this * other}. */
    public Expr multiply(Expr other) {
        return of(Ufuncs.MULTIPLY, this, other);
    }

    /** {@code this * other}, a weak number. */
    public Expr multiply(Number other) {
        return of(Ufuncs.MULTIPLY, this, number(other));
    }

    /** {@code this / other}. */
    public Expr divide(Expr other) {
        return of(Ufuncs.DIVIDE, this, other);
    }

    /** {@code this / other}, a weak number. */
    public Expr divide(Number other) {
        return of(Ufuncs.DIVIDE, this, number(other));
    }

    /** {@code this ** other}. */
    public Expr power(Expr other) {
        return of(Ufuncs.POWER, this, other);
    }

    /** {@code this ** other}, a weak number. */
    public Expr power(Number other) {
        return of(Ufuncs.POWER, this, number(other));
    }

    /** {@code this < other}, of bools. */
    public Expr less(Expr other) {
        return of(Ufuncs.LESS, this, other);
    }

    /** {@code this < other}, of bools, a weak number. */
    public Expr less(Number other) {
        return of(Ufuncs.LESS, this, number(other));
    }

    /** {@code this <= other}, of bools. */
    public Expr lessEqual(Expr other) {
        return of(Ufuncs.LESS_EQUAL, this, other);
    }

    /** {@code this <= other}, of bools, a weak number. */
    public Expr lessEqual(Number other) {
        return of(Ufuncs.LESS_EQUAL, this, number(other));
    }

    /** {@code this > other}, of bools. */
    public Expr greater(Expr other) {
        return of(Ufuncs.GREATER, this, other);
    }

    /** {@code this > other}, of bools, a weak number. */
    public Expr greater(Number other) {
        return of(Ufuncs.GREATER, this, number(other));
    }

    /** {@code this >= other}, of bools. */
    public Expr greaterEqual(Expr other) {
        return of(Ufuncs.GREATER_EQUAL, this, other);
    }

    /** {@code this >= other}, of bools, a weak number. */
    public Expr greaterEqual(Number other) {
        return of(Ufuncs.GREATER_EQUAL, this, number(other));
    }

    /** {@code this == other}, of bools. */
    public Expr equal(Expr other) {
        return of(Ufuncs.EQUAL, this, other);
    }

    /** {@code this == other}, of bools, a weak number. */
    public Expr equal(Number other) {
        return of(Ufuncs.EQUAL, this, number(other));
    }

    /** {@code this != other}, of bools. */
    public Expr notEqual(Expr other) {
        return of(Ufuncs.NOT_EQUAL, this, other);
    }

    /** {@code this != other}, of bools, a weak number. */
    public Expr notEqual(Number other) {
        return of(Ufuncs.NOT_EQUAL, this, number(other));
    }

    /** {@code this & other}: of masks where both are true. */
    public Expr bitwiseAnd(Expr other) {
        return of(Ufuncs.BITWISE_AND, this, other);
    }

    /** {@code this | other}: of masks where at least one is true. */
    public Expr bitwiseOr(Expr other) {
        return of(Ufuncs.BITWISE_OR, this, other);
    }

    /** {@code ~this}: of a mask where it is false. */
    public Expr invert() {
        return of(Ufuncs.INVERT, this);
    }

    /** {@code -this}. */
    public Expr negative() {
        return of(Ufuncs.NEGATIVE, this);
    }

    /** As {@link NdArray#sum}; {@code out} and {@code where} are the function's. */
    public Expr sum(ReduceOption... options) {
        return reduce("sum", Ufuncs.ADD, Reduction.of("sum", Reduction.ALL_AXES, options));
    }

    /** As {@link NdArray#prod}; {@code out} and {@code where} are the function's. */
    public Expr prod(ReduceOption... options) {
        return reduce("prod", Ufuncs.MULTIPLY, Reduction.of("prod", Reduction.ALL_AXES, options));
    }

    /** As {@link NdArray#mean}; {@code out} and {@code where} are the function's. */
    public Expr mean(MeanOption... options) {
        return reduce("mean", null, Reduction.of("mean", Reduction.ALL_AXES, options));
    }

    /** As {@link NdArray#max}; {@code out} and {@code where} are the function's. */
    public Expr max(ExtremumOption... options) {
        return reduce("max", Ufuncs.MAXIMUM, Reduction.of("max", Reduction.ALL_AXES, options));
    }

    /** As {@link NdArray#min}; {@code out} and {@code where} are the function's. */
    public Expr min(ExtremumOption... options) {
        return reduce("min", Ufuncs.MINIMUM, Reduction.of("min", Reduction.ALL_AXES, options));
    }

    /** As {@link NdArray#all}; {@code out} and {@code where} are the function's. */
    public Expr all(TruthOption... options) {
        return reduce("all", Ufuncs.LOGICAL_AND, Reduction.truth("all", options));
    }

    /** As {@link NdArray#any}; {@code out} and {@code where} are the function's. */
    public Expr any(TruthOption... options) {
        return reduce("any", Ufuncs.LOGICAL_OR, Reduction.truth("any", options));
    }

    private Expr reduce(String operation, @Nullable UFunc row, Reduction reduction) {
        return with(new Expression.Reduce(operation, row, reduction.reduceAxes(), reduction.keywords(),
                List.of(expression)), this);
    }

    /** What it computes, in words. */
    @Override
    public String toString() {
        return "Expr " + (expression instanceof Expression.Parameter(int index) ? "argument " + index
                : expression.getClass().getSimpleName());
    }
}
