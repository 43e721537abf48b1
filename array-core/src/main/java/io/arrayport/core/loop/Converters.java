package io.arrayport.core.loop;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeConversion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.kernel.Conversions;
import io.arrayport.core.kernel.Parts;
import io.arrayport.core.kernel.Steps;
import io.arrayport.core.kernel.Through;
import io.arrayport.core.kernel.UnaryKernel;

/** What converts strips from one element type to another, in any byte order. */
final class Converters {
    private Converters() {}

    /** Returns what {@link #of} does, for several threads. */
    static Supply<UnaryKernel> supply(DType from, DType to) {
        if (isNumber(from) && isNumber(to)) {
            return Supply.shared(numbers(from, to));
        }
        if (from instanceof StringType || to instanceof StringType) {
            return Supply.alone(of(from, to)); // their bytes find room one after the other
        }
        return from instanceof FlexibleType || to instanceof FlexibleType ? Supply.own(0, _ -> of(from, to))
                : Supply.shared(of(from, to));
    }

    static UnaryKernel of(DType from, DType to) {
        if (isNumber(from) && isNumber(to)) {
            return numbers(from, to);
        }
        if (from instanceof StringType || to instanceof StringType) {
            return StringCasts.of(from, to);
        }
        if (from instanceof NarrowFloatType || to instanceof NarrowFloatType) {
            return NarrowCast.of(from, to);
        }
        if (from.equals(to) && (to instanceof VoidType || to instanceof TextType)) {
            return (in, inStride, out, outStride, n) -> Steps.copy(to.itemsize(), in, inStride, out, outStride, n);
        }
        if (from instanceof StructType || to instanceof StructType) {
            return StructCopy.of(from, to);
        }
        if (to instanceof VoidType) {
            return new VoidCopy(from.itemsize(), to.itemsize());
        }
        if (from instanceof TimeType source && to instanceof TimeType target
                && !TimeConversion.keepsCounts(source, target)) {
            return new TimeCast(source, target);
        }
        return from instanceof TextType || to instanceof TextType ? TextCasts.of(from, to)
                : numbers(number(from), number(to));
    }

    /** Nearly always: of these, classes say it at once. */
    private static boolean isNumber(DType type) {
        return type instanceof FloatType || type instanceof IntegerType || type instanceof BoolType
                || type instanceof ComplexType;
    }

    /** Returns the type of a time's count; any other type itself. */
    private static DType number(DType type) {
        return type instanceof TimeType time ? new IntegerType(Long.SIZE, true, time.order()) : type;
    }

    private static UnaryKernel numbers(DType from, DType to) {
        if (from.isNative() && to.isNative()) {
            return convert(from, to);
        }
        DType computed = from.withOrder(ByteOrder.nativeOrder());
        DType result = to.withOrder(ByteOrder.nativeOrder());
        if (computed.equals(result)) {
            return from.equals(to) ? convert(computed, result) : swap(from);
        }
        UnaryKernel kernel = convert(computed, result);
        UnaryKernel read = from.isNative() ? kernel : new Through(swap(from), kernel, from.itemsize());
        return to.isNative() ? read : new Through(read, swap(to), to.itemsize());
    }

    private static UnaryKernel convert(DType from, DType to) {
        return Conversions.of(Lanes.of("copy", from), Lanes.of("copy", to));
    }

    private static UnaryKernel swap(DType type) {
        int unit = type instanceof ComplexType ? type.itemsize() / 2 : type.itemsize();
        UnaryKernel swap = Conversions.swap(unit);
        return type instanceof ComplexType ? new Parts(swap, unit, unit) : swap;
    }
}
