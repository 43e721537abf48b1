package io.arrayport.core.loop;

import java.util.Arrays;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.FloatBits;
import io.arrayport.core.element.Integers;
import io.arrayport.core.kernel.UnaryKernel;

/**
 * Converts elements by the rules of NumPy's {@code astype(casting="unsafe")}, between any two types and byte orders.
 *
 * <p>A strip at a time goes through two buffers, so that types are looked at once a strip: integers as longs, floating
 * numbers as doubles, which hold each of them exactly. A complex number is two of these.
 */
public final class Cast implements UnaryKernel {
    private static final int STRIP = 512;

    private final DType source;
    private final DType target;
    private final boolean fromComplex;
    private final boolean toComplex;
    private final long[] whole;
    private final double[] real;

    /** @param size elements to convert, at least 0: no more room is taken than these need */
    public Cast(DType from, DType to, long size) {
        source = part(from);
        target = part(to);
        fromComplex = from instanceof ComplexType;
        toComplex = to instanceof ComplexType;
        whole = new long[(int) Math.min(size, STRIP)];
        real = new double[whole.length];
    }

    /** The type of a complex number's parts; any other type itself. */
    private static DType part(DType type) {
        return type instanceof ComplexType complex ? new FloatType(complex.format(), complex.order()) : type;
    }

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        for (long done = 0; done < n; done += STRIP) {
            strip(in + done * inStride, inStride, out + done * outStride, outStride, (int) Math.min(STRIP, n - done));
        }
    }

    private void strip(long in, long inStride, long out, long outStride, int n) {
        read(in, inStride, n);
        if (fromComplex && target instanceof BoolType) {
            long[] realTruth = truth(n).clone();
            read(in + source.itemsize(), inStride, n);
            truth(n);
            for (int i = 0; i < n; i++) {
                whole[i] |= realTruth[i];
            }
            put(out, outStride, n);
            return;
        }
        write(out, outStride, n);
        if (toComplex) {
            if (fromComplex) {
                read(in + source.itemsize(), inStride, n);
                write(out + target.itemsize(), outStride, n);
            } else {
                Arrays.fill(whole, 0, n, 0);
                put(out + target.itemsize(), outStride, n);
            }
        }
    }

    /** Reads numbers: integers and bools into {@link #whole}, floating ones into {@link #real}. */
    private void read(long at, long stride, int n) {
        int bytes = source.itemsize();
        for (int i = 0; i < n; i++) {
            whole[i] = Element.bits(bytes, source.order(), at + i * stride);
        }
        switch (source) {
            case BoolType _ -> truth(n);
            case IntegerType type -> {
                int spare = type.signed() ? Long.SIZE - type.bits() : 0;
                for (int i = 0; i < n; i++) {
                    whole[i] = whole[i] << spare >> spare;
                }
            }
            case FloatType type -> {
                FloatFormat format = type.format();
                for (int i = 0; i < n; i++) {
                    real[i] = FloatBits.value(format, whole[i]);
                }
            }
            case ComplexType _,TimeType _ -> throw new AssertionError("no part is " + source);
        }
    }

    /** Writes what {@link #read} read, converted. */
    private void write(long at, long stride, int n) {
        switch (target) {
            case BoolType _ -> truth(n);
            case IntegerType type -> {
                for (int i = 0; source instanceof FloatType && i < n; i++) {
                    whole[i] = Integers.truncated(real[i], type);
                }
            }
            case FloatType type -> {
                toReal(type.format(), n);
                for (int i = 0; i < n; i++) {
                    whole[i] = FloatBits.of(type.format(), real[i]);
                }
            }
            case ComplexType _,TimeType _ -> throw new AssertionError("no part is " + target);
        }
        put(at, stride, n);
    }

    /** Makes doubles of integers, such that rounding them to {@code format} rounds once. */
    private void toReal(FloatFormat format, int n) {
        if (source instanceof FloatType) {
            return;
        }
        boolean signed = !(source instanceof IntegerType type) || type.signed();
        for (int i = 0; i < n; i++) {
            real[i] = format == FloatFormat.BINARY64
                    ? Integers.nearest(whole[i], signed)
                    : Integers.sticky(whole[i], signed);
        }
    }

    /** Makes 1 of all but zero. */
    private long[] truth(int n) {
        boolean floating = source instanceof FloatType;
        for (int i = 0; i < n; i++) {
            whole[i] = (floating ? real[i] != 0 : whole[i] != 0) ? 1 : 0;
        }
        return whole;
    }

    private void put(long at, long stride, int n) {
        int bytes = target.itemsize();
        for (int i = 0; i < n; i++) {
            Element.put(bytes, target.order(), at + i * stride, whole[i]);
        }
    }
}
