package io.arrayport.core;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.creation.Reading;
import io.arrayport.core.creation.Requirement;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.CreationOption;
import io.arrayport.core.ndarray.FrombufferOption;
import io.arrayport.core.ndarray.FromstringOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.RequireOption;
import io.arrayport.core.ndarray.RequireOption.Requirements;

/** Arrays of what is there in another form: bytes, text, iterators and streams. */
public sealed interface Conversion permits Np {
    /** Where arrays are made. */
    Device device();

    /**
     * As {@link Creation#asarray(NdArray, io.arrayport.core.ndarray.AsarrayOption...)}.
     *
     * @throws IllegalArgumentException if an element is infinite or NaN
     */
    default NdArray asarrayChkfinite(NdArray a, CreationOption... options) {
        NdArray taken = Taking.of("asarrayChkfinite", null, options).take(a);
        try {
            return Requirement.finite(taken);
        } catch (IllegalArgumentException refused) {
            if (taken.storage() != a.storage()) {
                taken.close();
            }
            throw refused;
        }
    }

    /**
     * {@code a} itself if it is what is asked for, else a copy that is: of a type, {@code C} or {@code F} contiguous,
     * {@code A} aligned, {@code W} writeable, {@code O} all of its storage.
     *
     * @throws IllegalArgumentException if a requirement has another name, or both orders are asked for
     */
    default NdArray require(NdArray a, RequireOption... options) {
        Option.requireDistinct("require", options);
        DType dtype = null;
        Set<Requirement> all = Set.of();
        for (RequireOption option : options) {
            switch (option) {
                case DtypeOption(DType given) -> dtype = given;
                case Requirements(List<String> names) -> all = Requirement.named(names);
            }
        }
        Order order = all.contains(Requirement.F_CONTIGUOUS) ? Order.F
                : all.contains(Requirement.C_CONTIGUOUS) ? Order.C : all.isEmpty() ? Order.K : Order.A;
        NdArray taken = Taking.required(dtype, order).take(a);
        return all.stream().allMatch(requirement -> requirement.isMet(taken)) ? taken
                : taken.copy(Options.order(order));
    }

    /**
     * The bytes of a row-major array as elements of another type, float64 unless told, shape (n,): a view.
     *
     * @throws io.arrayport.core.error.ShapeException if the array has gaps, or elements would not lie inside
     */
    default NdArray frombuffer(@ArrayOnly NdArray buffer, FrombufferOption... options) {
        return Reading.bytes(buffer, options);
    }

    /** As {@link #frombuffer(NdArray, FrombufferOption...)}, of a copy: Java's heap cannot be shared. */
    default NdArray frombuffer(byte[] buffer, FrombufferOption... options) {
        NdArray bytes = JavaArrays.of(device(), buffer);
        try {
            return Reading.bytes(bytes, options);
        } catch (RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    /**
     * Numbers written in a text, float64 unless told, shape (n,).
     *
     * @param options with {@code sep(...)}, what stands between two numbers
     * @throws IllegalArgumentException if something is no number, or there is no separator
     * @throws io.arrayport.core.error.ShapeException if there are fewer numbers than {@code count}
     */
    default NdArray fromstring(String string, FromstringOption... options) {
        return Reading.text(device(), string, options);
    }

    /** As {@link #fromiter(Iterable, DType, long)}, all that there is. */
    default NdArray fromiter(Iterable<?> iter, DType dtype) {
        return fromiter(iter, dtype, -1);
    }

    /**
     * What an iterator gives: shape (n,).
     *
     * @param iter of Boolean, Number and Complex
     * @param count how many are taken; -1 for all
     * @throws io.arrayport.core.error.ShapeException if there are fewer
     * @throws io.arrayport.core.error.CastingException if the type cannot hold one
     */
    default NdArray fromiter(Iterable<?> iter, DType dtype, long count) {
        return Reading.iterator(device(), iter.iterator(), dtype, count);
    }

    /** As {@link #fromiter(Iterable, DType, long)}, all that a stream gives. */
    default NdArray fromiter(Stream<?> iter, DType dtype) {
        return fromiter(iter, dtype, -1);
    }

    /** As {@link #fromiter(Iterable, DType, long)}, of a stream, which may be without end. */
    default NdArray fromiter(Stream<?> iter, DType dtype, long count) {
        return Reading.iterator(device(), iter.iterator(), dtype, count);
    }

    /** All numbers of a stream, float64, shape (n,). */
    default NdArray fromiter(DoubleStream iter) {
        return JavaArrays.of(device(), iter.toArray());
    }

    /** All numbers of a stream, int64, shape (n,). */
    default NdArray fromiter(LongStream iter) {
        return JavaArrays.of(device(), iter.toArray());
    }

    /** All numbers of a stream, int32, shape (n,). */
    default NdArray fromiter(IntStream iter) {
        return JavaArrays.of(device(), iter.toArray());
    }
}
