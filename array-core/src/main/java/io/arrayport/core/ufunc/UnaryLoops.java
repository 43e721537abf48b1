package io.arrayport.core.ufunc;

import static io.arrayport.core.ufunc.Primitives.narrow;
import static io.arrayport.core.ufunc.Primitives.put;
import static io.arrayport.core.ufunc.Primitives.real;
import static io.arrayport.core.ufunc.Primitives.single;
import static io.arrayport.core.ufunc.Primitives.truth;
import static io.arrayport.core.ufunc.Primitives.whole;

import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.ufunc.Lambda.BooleanUnary;
import io.arrayport.core.ufunc.Lambda.FloatUnary;
import io.arrayport.core.ufunc.Lambda.Loop;
import io.arrayport.core.ufunc.Lambda.Source;

/** The loops over functions of one input: one for each pair of primitive types, so that no element is boxed. */
final class UnaryLoops {
    private UnaryLoops() {}

    static Loop doubles(DoubleUnaryOperator f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsDouble(real(a.at() + i * a.step())));
            }
        };
    }

    static Loop floats(FloatUnary f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 4 * i, f.apply(single(a.at() + i * a.step())));
            }
        };
    }

    static Loop longs(LongUnaryOperator f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsLong(whole(a.at() + i * a.step())));
            }
        };
    }

    static Loop ints(IntUnaryOperator f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 4 * i, f.applyAsInt(narrow(a.at() + i * a.step())));
            }
        };
    }

    static Loop booleans(BooleanUnary f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.apply(truth(a.at() + i * a.step())));
            }
        };
    }

    static Loop doubleTest(DoublePredicate f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.test(real(a.at() + i * a.step())));
            }
        };
    }

    static Loop longTest(LongPredicate f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.test(whole(a.at() + i * a.step())));
            }
        };
    }

    static Loop intTest(IntPredicate f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.test(narrow(a.at() + i * a.step())));
            }
        };
    }

    static Loop doubleToLong(DoubleToLongFunction f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsLong(real(a.at() + i * a.step())));
            }
        };
    }

    static Loop doubleToInt(DoubleToIntFunction f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 4 * i, f.applyAsInt(real(a.at() + i * a.step())));
            }
        };
    }

    static Loop longToDouble(LongToDoubleFunction f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsDouble(whole(a.at() + i * a.step())));
            }
        };
    }

    static Loop longToInt(LongToIntFunction f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 4 * i, f.applyAsInt(whole(a.at() + i * a.step())));
            }
        };
    }

    static Loop intToDouble(IntToDoubleFunction f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsDouble(narrow(a.at() + i * a.step())));
            }
        };
    }

    static Loop intToLong(IntToLongFunction f) {
        return (in, out, n) -> {
            Source a = in[0];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsLong(narrow(a.at() + i * a.step())));
            }
        };
    }
}
