package io.arrayport.core.ufunc;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.dtype.DType;

/**
 * A function of elements written in Java, with the element types that it takes and gives: {@code double} is float64,
 * {@code float} float32, {@code long} int64, {@code int} int32, {@code boolean} bool. No element becomes an object.
 *
 * <p>A function is called once for each element that is computed, in C order, by the calling thread. What it throws
 * comes out of the call as it is.
 */
public final class Lambda {
    /** One input of the lambda: the address of its first element, and how far the next one is, 0 if there is none. */
    record Source(long at, long step) {}

    /** Computes {@code n} elements, one behind the other from {@code out} on. */
    @FunctionalInterface
    interface Loop {
        void run(Source[] in, long out, long n);
    }

    /** A function of two floats. */
    @FunctionalInterface
    public interface FloatBinary {
        float apply(float a, float b);
    }

    /** A function of a float. */
    @FunctionalInterface
    public interface FloatUnary {
        float apply(float a);
    }

    /** A function of two booleans. */
    @FunctionalInterface
    public interface BooleanBinary {
        boolean apply(boolean a, boolean b);
    }

    /** A function of a boolean. */
    @FunctionalInterface
    public interface BooleanUnary {
        boolean apply(boolean a);
    }

    /** A question about two doubles. */
    @FunctionalInterface
    public interface DoublePairPredicate {
        boolean test(double a, double b);
    }

    /** A question about two longs. */
    @FunctionalInterface
    public interface LongPairPredicate {
        boolean test(long a, long b);
    }

    /** A function of any number of doubles. */
    @FunctionalInterface
    public interface DoubleTuple {
        /** @param values one of each input; the array is used again for the next element */
        double apply(double[] values);
    }

    /** A function of any number of longs. */
    @FunctionalInterface
    public interface LongTuple {
        /** @param values one of each input; the array is used again for the next element */
        long apply(long[] values);
    }

    private final List<DType> inputs;
    private final DType output;
    private final Loop loop;

    private Lambda(int nin, DType input, DType output, Loop loop) {
        this.inputs = Collections.nCopies(nin, input);
        this.output = output;
        this.loop = loop;
    }

    /** float64 to float64. */
    public static Lambda doubles(DoubleUnaryOperator f) {
        return new Lambda(1, DType.FLOAT64, DType.FLOAT64, UnaryLoops.doubles(f));
    }

    /** Two float64 to float64. */
    public static Lambda doubles(DoubleBinaryOperator f) {
        return new Lambda(2, DType.FLOAT64, DType.FLOAT64, PairLoops.doubles(f));
    }

    /**
     * {@code nin} float64 to float64.
     *
     * @throws IllegalArgumentException if there is no input
     */
    public static Lambda doubles(int nin, DoubleTuple f) {
        return new Lambda(positive(nin), DType.FLOAT64, DType.FLOAT64, PairLoops.manyDoubles(f));
    }

    /** float32 to float32. */
    public static Lambda floats(FloatUnary f) {
        return new Lambda(1, DType.FLOAT32, DType.FLOAT32, UnaryLoops.floats(f));
    }

    /** Two float32 to float32. */
    public static Lambda floats(FloatBinary f) {
        return new Lambda(2, DType.FLOAT32, DType.FLOAT32, PairLoops.floats(f));
    }

    /** int64 to int64. */
    public static Lambda longs(LongUnaryOperator f) {
        return new Lambda(1, DType.INT64, DType.INT64, UnaryLoops.longs(f));
    }

    /** Two int64 to int64. */
    public static Lambda longs(LongBinaryOperator f) {
        return new Lambda(2, DType.INT64, DType.INT64, PairLoops.longs(f));
    }

    /**
     * {@code nin} int64 to int64.
     *
     * @throws IllegalArgumentException if there is no input
     */
    public static Lambda longs(int nin, LongTuple f) {
        return new Lambda(positive(nin), DType.INT64, DType.INT64, PairLoops.manyLongs(f));
    }

    /** int32 to int32. */
    public static Lambda ints(IntUnaryOperator f) {
        return new Lambda(1, DType.INT32, DType.INT32, UnaryLoops.ints(f));
    }

    /** Two int32 to int32. */
    public static Lambda ints(IntBinaryOperator f) {
        return new Lambda(2, DType.INT32, DType.INT32, PairLoops.ints(f));
    }

    /** bool to bool. */
    public static Lambda booleans(BooleanUnary f) {
        return new Lambda(1, DType.BOOL, DType.BOOL, UnaryLoops.booleans(f));
    }

    /** Two bools to bool. */
    public static Lambda booleans(BooleanBinary f) {
        return new Lambda(2, DType.BOOL, DType.BOOL, PairLoops.booleans(f));
    }

    /** float64 to bool. */
    public static Lambda doubleTest(DoublePredicate f) {
        return new Lambda(1, DType.FLOAT64, DType.BOOL, UnaryLoops.doubleTest(f));
    }

    /** Two float64 to bool. */
    public static Lambda doubleTest(DoublePairPredicate f) {
        return new Lambda(2, DType.FLOAT64, DType.BOOL, PairLoops.doubleTest(f));
    }

    /** int64 to bool. */
    public static Lambda longTest(LongPredicate f) {
        return new Lambda(1, DType.INT64, DType.BOOL, UnaryLoops.longTest(f));
    }

    /** Two int64 to bool. */
    public static Lambda longTest(LongPairPredicate f) {
        return new Lambda(2, DType.INT64, DType.BOOL, PairLoops.longTest(f));
    }

    /** int32 to bool. */
    public static Lambda intTest(IntPredicate f) {
        return new Lambda(1, DType.INT32, DType.BOOL, UnaryLoops.intTest(f));
    }

    /** float64 to int64. */
    public static Lambda doubleToLong(DoubleToLongFunction f) {
        return new Lambda(1, DType.FLOAT64, DType.INT64, UnaryLoops.doubleToLong(f));
    }

    /** float64 to int32. */
    public static Lambda doubleToInt(DoubleToIntFunction f) {
        return new Lambda(1, DType.FLOAT64, DType.INT32, UnaryLoops.doubleToInt(f));
    }

    /** int64 to float64. */
    public static Lambda longToDouble(LongToDoubleFunction f) {
        return new Lambda(1, DType.INT64, DType.FLOAT64, UnaryLoops.longToDouble(f));
    }

    /** int64 to int32. */
    public static Lambda longToInt(LongToIntFunction f) {
        return new Lambda(1, DType.INT64, DType.INT32, UnaryLoops.longToInt(f));
    }

    /** int32 to float64. */
    public static Lambda intToDouble(IntToDoubleFunction f) {
        return new Lambda(1, DType.INT32, DType.FLOAT64, UnaryLoops.intToDouble(f));
    }

    /** int32 to int64. */
    public static Lambda intToLong(IntToLongFunction f) {
        return new Lambda(1, DType.INT32, DType.INT64, UnaryLoops.intToLong(f));
    }

    private static int positive(int nin) {
        if (nin < 1) {
            throw new IllegalArgumentException("vectorize: a function takes 1 input or more, not " + nin);
        }
        return nin;
    }

    /** Returns the element type of each input. */
    public List<DType> inputs() {
        return inputs;
    }

    /** Returns the element type of results. */
    public DType output() {
        return output;
    }

    Loop loop() {
        return loop;
    }

    /** {@code (float64, float64) -> bool}. */
    @Override
    public String toString() {
        return inputs.toString().replace('[', '(').replace(']', ')') + " -> " + output;
    }
}
