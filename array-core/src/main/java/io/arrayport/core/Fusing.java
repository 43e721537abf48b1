package io.arrayport.core;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.FusedFunction;

/**
 * Whole expressions at once: what one would write for arrays, compiled to blocks that stay in the cache, without a new
 * array for each of its parts. Results, types, errors and the order of sums are those of the parts called one by one.
 */
public sealed interface Fusing permits Np {
    /**
     * Fuses a function of one array: {@code np.fuse(x -> np.exp(x.negative()).add(1)).call(a)}.
     *
     * @param function is called once, with what stands for an array, and says what is to be computed
     * @throws IllegalArgumentException if its result is none of its arguments' making
     */
    default FusedFunction.Unary fuse(UnaryOperator<Expr> function) {
        return new FusedFunction.Unary(function);
    }

    /** As {@link #fuse(UnaryOperator)}, of two arrays or numbers. */
    default FusedFunction.Binary fuse(BinaryOperator<Expr> function) {
        return new FusedFunction.Binary(function);
    }

    /** As {@link #fuse(UnaryOperator)}, of three arrays or numbers: {@code (a, b, c) -> a.multiply(b).add(c)}. */
    default FusedFunction.Ternary fuse(FusedFunction.OfThree function) {
        return new FusedFunction.Ternary(function);
    }

    /** As {@link #fuse(UnaryOperator)}, of four arrays or numbers. */
    default FusedFunction.Quaternary fuse(FusedFunction.OfFour function) {
        return new FusedFunction.Quaternary(function);
    }

    /** As {@link #fuse(UnaryOperator)}, of any number of arrays or numbers, which come as a list. */
    default FusedFunction.General fuse(int arguments, Function<List<Expr>, Expr> function) {
        return new FusedFunction.General(arguments, function);
    }

    /** In a fused function, {@code x} where the condition is not 0 and {@code y} elsewhere: {@code np.where}. */
    default Expr where(Expr condition, Expr x, Expr y) {
        return Expr.where(condition, x, y);
    }

    /** As {@link #where(Expr, Expr, Expr)} with a weak number. */
    default Expr where(Expr condition, Expr x, Number y) {
        return Expr.where(condition, x, y);
    }

    /** As {@link #where(Expr, Expr, Expr)} with a weak number. */
    default Expr where(Expr condition, Number x, Expr y) {
        return Expr.where(condition, x, y);
    }

    /** As {@link #where(Expr, Expr, Expr)} with two weak numbers. */
    default Expr where(Expr condition, Number x, Number y) {
        return Expr.where(condition, x, y);
    }
}
