package io.arrayport.core.ufunc;

import static io.arrayport.core.ufunc.Primitives.narrow;
import static io.arrayport.core.ufunc.Primitives.put;
import static io.arrayport.core.ufunc.Primitives.real;
import static io.arrayport.core.ufunc.Primitives.single;
import static io.arrayport.core.ufunc.Primitives.truth;
import static io.arrayport.core.ufunc.Primitives.whole;

import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

import io.arrayport.core.ufunc.Lambda.BooleanBinary;
import io.arrayport.core.ufunc.Lambda.DoublePairPredicate;
import io.arrayport.core.ufunc.Lambda.DoubleTuple;
import io.arrayport.core.ufunc.Lambda.FloatBinary;
import io.arrayport.core.ufunc.Lambda.LongPairPredicate;
import io.arrayport.core.ufunc.Lambda.LongTuple;
import io.arrayport.core.ufunc.Lambda.Loop;
import io.arrayport.core.ufunc.Lambda.Source;

/** The loops over functions of two inputs, and of more. */
final class PairLoops {
    private PairLoops() {}

    static Loop doubles(DoubleBinaryOperator f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsDouble(real(a.at() + i * a.step()), real(b.at() + i * b.step())));
            }
        };
    }

    static Loop floats(FloatBinary f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 4 * i, f.apply(single(a.at() + i * a.step()), single(b.at() + i * b.step())));
            }
        };
    }

    static Loop longs(LongBinaryOperator f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 8 * i, f.applyAsLong(whole(a.at() + i * a.step()), whole(b.at() + i * b.step())));
            }
        };
    }

    static Loop ints(IntBinaryOperator f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 4 * i, f.applyAsInt(narrow(a.at() + i * a.step()), narrow(b.at() + i * b.step())));
            }
        };
    }

    static Loop booleans(BooleanBinary f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.apply(truth(a.at() + i * a.step()), truth(b.at() + i * b.step())));
            }
        };
    }

    static Loop doubleTest(DoublePairPredicate f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.test(real(a.at() + i * a.step()), real(b.at() + i * b.step())));
            }
        };
    }

    static Loop longTest(LongPairPredicate f) {
        return (in, out, n) -> {
            Source a = in[0];
            Source b = in[1];
            for (long i = 0; i < n; i++) {
                put(out + 1 * i, f.test(whole(a.at() + i * a.step()), whole(b.at() + i * b.step())));
            }
        };
    }

    static Loop manyDoubles(DoubleTuple f) {
        return (in, out, n) -> {
            double[] values = new double[in.length];
            for (long i = 0; i < n; i++) {
                for (int k = 0; k < values.length; k++) {
                    values[k] = real(in[k].at() + i * in[k].step());
                }
                put(out + 8 * i, f.apply(values));
            }
        };
    }

    static Loop manyLongs(LongTuple f) {
        return (in, out, n) -> {
            long[] values = new long[in.length];
            for (long i = 0; i < n; i++) {
                for (int k = 0; k < values.length; k++) {
                    values[k] = whole(in[k].at() + i * in[k].step());
                }
                put(out + 8 * i, f.apply(values));
            }
        };
    }
}
