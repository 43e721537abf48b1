package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ufunc.Fused;
import io.arrayport.core.ufunc.Input;
import org.jspecify.annotations.Nullable;

/**
 * A function of arrays that computes a whole expression at once, made by {@code np.fuse}: the same results, types and
 * errors as its parts called one by one, to the last bit, without a new array for each of them. Calls throw what
 * {@link Fused#call} says.
 *
 * <p>The function it is made from is called once, when it is made. What it computes is compiled when types of arguments
 * come for the first time. Owns nothing; any number of threads may call it. Arguments are NdArrays, and numbers as weak
 * as they are beside arrays: one array at least.
 */
public abstract sealed class FusedFunction {
    private final Fused fused;

    private FusedFunction(int parameters, Function<List<Expr>, Expr> function) {
        List<Expr> arguments = Expr.parameters(parameters);
        Expr result = function.apply(arguments);
        if (result == null || !result.belongsTo(arguments.getFirst())) {
            throw new IllegalArgumentException("fuse: the function's result is "
                    + (result == null ? "null" : "made of none of its arguments")
                    + "; it must be an expression of these");
        }
        this.fused = new Fused(result.expression(), parameters);
    }

    /**
     * Computes: a new array, or {@code out}.
     *
     * @param arguments NdArrays, and numbers (Number, Boolean or Complex)
     */
    public NdArray call(List<?> arguments, VectorizeOption... options) {
        Option.requireDistinct("fuse", options);
        NdArray out = null;
        Where where = null;
        Casting casting = Casting.SAME_KIND;
        for (VectorizeOption option : options) {
            switch (option) {
                case Out(NdArray array) -> out = array;
                case Where given -> where = given;
                case CastingOption(Casting rule) -> casting = rule;
            }
        }
        List<Input> inputs = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            inputs.add(input(argument));
        }
        return call(inputs, out, where, casting);
    }

    private static Input input(Object argument) {
        return argument instanceof NdArray array ? Input.of(array.operand()) : Input.of(argument);
    }

    private NdArray call(List<Input> inputs, @Nullable NdArray out, @Nullable Where where, Casting casting) {
        try (Mask mask = Mask.of(where, Arithmetic.device(inputs))) {
            Operand result = fused.call(inputs, out == null ? null : out.operand(), mask.operand(), casting);
            return out == null ? Arithmetic.wrap(result) : out;
        }
    }

    @Override
    public String toString() {
        return fused.toString();
    }

    /** What is fused, of three arguments. */
    @FunctionalInterface
    public interface OfThree {
        /** The result, of what stands for arrays. */
        Expr apply(Expr a, Expr b, Expr c);
    }

    /** What is fused, of four arguments. */
    @FunctionalInterface
    public interface OfFour {
        /** The result, of what stands for arrays. */
        Expr apply(Expr a, Expr b, Expr c, Expr d);
    }

    /** Of one argument. */
    public static final class Unary extends FusedFunction {
        /** @param function is called once, here */
        public Unary(UnaryOperator<Expr> function) {
            super(1, in -> function.apply(in.get(0)));
        }

        /** Computes: a new array, or {@code out}. */
        public NdArray call(NdArray a, VectorizeOption... options) {
            return call(List.of(a), options);
        }
    }

    /** Of two arguments. */
    public static final class Binary extends FusedFunction {
        /** @param function is called once, here */
        public Binary(BinaryOperator<Expr> function) {
            super(2, in -> function.apply(in.get(0), in.get(1)));
        }

        /** Computes: a new array, or {@code out}. */
        public NdArray call(Object a, Object b, VectorizeOption... options) {
            return call(List.of(a, b), options);
        }
    }

    /** Of three arguments. */
    public static final class Ternary extends FusedFunction {
        /** @param function is called once, here */
        public Ternary(OfThree function) {
            super(3, in -> function.apply(in.get(0), in.get(1), in.get(2)));
        }

        /** Computes: a new array, or {@code out}. */
        public NdArray call(Object a, Object b, Object c, VectorizeOption... options) {
            return call(List.of(a, b, c), options);
        }
    }

    /** Of four arguments. */
    public static final class Quaternary extends FusedFunction {
        /** @param function is called once, here */
        public Quaternary(OfFour function) {
            super(4, in -> function.apply(in.get(0), in.get(1), in.get(2), in.get(3)));
        }

        /** Computes: a new array, or {@code out}. */
        public NdArray call(Object a, Object b, Object c, Object d, VectorizeOption... options) {
            return call(List.of(a, b, c, d), options);
        }
    }

    /** Of any number of arguments. */
    public static final class General extends FusedFunction {
        /**
         * @param parameters at least 1
         * @param function is called once, here
         */
        public General(int parameters, Function<List<Expr>, Expr> function) {
            super(requirePositive(parameters), function);
        }

        private static int requirePositive(int parameters) {
            if (parameters < 1) {
                throw new IllegalArgumentException("fuse: a function of " + parameters
                        + " arguments; it takes at least one");
            }
            return parameters;
        }
    }
}
