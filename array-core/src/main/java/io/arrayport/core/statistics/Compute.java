package io.arrayport.core.statistics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** What statistics are made of. */
final class Compute {
    static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);
    static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    static final BinaryUfunc DIVIDE = new BinaryUfunc(Ufuncs.DIVIDE);
    static final BinaryUfunc EQUAL = new BinaryUfunc(Ufuncs.EQUAL);
    static final BinaryUfunc NOT_EQUAL = new BinaryUfunc(Ufuncs.NOT_EQUAL);
    static final BinaryUfunc FMAX = new BinaryUfunc(Ufuncs.FMAX);
    static final BinaryUfunc FMIN = new BinaryUfunc(Ufuncs.FMIN);
    static final BinaryUfunc LESS_EQUAL = new BinaryUfunc(Ufuncs.LESS_EQUAL);
    static final UnaryUfunc ISNAT = new UnaryUfunc(Ufuncs.ISNAT);
    static final UnaryUfunc ISNAN = new UnaryUfunc(Ufuncs.ISNAN);
    static final UnaryUfunc SQUARE = new UnaryUfunc(Ufuncs.SQUARE);
    static final UnaryUfunc SQRT = new UnaryUfunc(Ufuncs.SQRT);
    static final CastingOption UNSAFE = new CastingOption(Casting.UNSAFE);

    private Compute() {}

    /** Whether elements can be NaN. */
    static boolean isInexact(DType type) {
        return type.kind() == 'f' || type.kind() == 'c';
    }

    /** Whether elements can be NaN, or no time. */
    static boolean hasNan(DType type) {
        return isInexact(type) || type instanceof TimeType;
    }

    /** Which elements are NaN, or no time: new, bool. */
    static NdArray isNan(NdArray a) {
        return (a.dtype() instanceof TimeType ? ISNAT : ISNAN).call(a);
    }

    /** A new array beside another one, row-major, not filled. */
    static NdArray empty(NdArray beside, DType type, Shape shape) {
        return Temporaries.empty(beside, type, shape);
    }

    /** A new array without axes. */
    static NdArray scalar(NdArray beside, DType type, Number value) {
        NdArray scalar = empty(beside, type, Shape.of());
        scalar.fill(value);
        return scalar;
    }

    /** The type that a Java number has as an array of its own. */
    static DType typeOf(Number number) {
        return switch (number) {
            case Float _,Double _ -> DType.FLOAT64;
            case BigInteger big when big.bitLength() >= Long.SIZE -> DType.UINT64;
            default -> DType.INT64;
        };
    }

    /** The real (0) or the imaginary parts (1) of complex numbers: a view. */
    static NdArray part(NdArray array, int part) {
        ComplexType type = (ComplexType) array.dtype();
        DType real = new FloatType(type.format(), type.order());
        return NdArray.of(array.storage(), real, array.layout().shifted((long) part * real.itemsize()));
    }

    /** Sets elements of {@code target} where {@code mask} is true, from an array that stretches to it. */
    static void put(NdArray target, NdArray values, NdArray mask) {
        Assignment.copyto(target, values, new Where(mask, true), UNSAFE);
    }

    /** Sets elements of {@code target} where {@code mask} is true. */
    static void put(NdArray target, Number value, NdArray mask) {
        try (NdArray scalar = scalar(target, Promotion.nativeOf(target.dtype()), value)) {
            put(target, scalar, mask);
        }
    }

    /** Divides in place. */
    static void divide(NdArray sum, NdArray count) {
        DIVIDE.call(sum, count, new Out(sum), UNSAFE);
    }

    /** The options of another family that are of this one as well. */
    static <T extends Option> List<T> options(Class<T> family, Option... options) {
        List<T> kept = new ArrayList<>();
        for (Option option : options) {
            if (family.isInstance(option)) {
                kept.add(family.cast(option));
            }
        }
        return kept;
    }

    /** Gives back at once what could not be finished. */
    static NdArray finished(NdArray fresh, Consumer<NdArray> steps) {
        return Temporaries.finished(fresh, steps);
    }

    /** Closes what is not the caller's own, nor a view of it. */
    static void closeUnless(NdArray own, NdArray array) {
        Temporaries.closeUnless(own, array);
    }
}
