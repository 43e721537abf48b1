package io.arrayport.core.numeric;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** What numerical functions are made of. Arrays made here are left to the ambient scope. */
public final class Steps {
    public static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    public static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);
    public static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    public static final BinaryUfunc DIVIDE = new BinaryUfunc(Ufuncs.DIVIDE);
    static final BinaryUfunc AND = new BinaryUfunc(Ufuncs.LOGICAL_AND);
    static final BinaryUfunc OR = new BinaryUfunc(Ufuncs.LOGICAL_OR);
    static final BinaryUfunc EQUAL = new BinaryUfunc(Ufuncs.EQUAL);
    static final BinaryUfunc NOT_EQUAL = new BinaryUfunc(Ufuncs.NOT_EQUAL);
    static final BinaryUfunc LESS = new BinaryUfunc(Ufuncs.LESS);
    static final BinaryUfunc LESS_EQUAL = new BinaryUfunc(Ufuncs.LESS_EQUAL);
    static final BinaryUfunc GREATER = new BinaryUfunc(Ufuncs.GREATER);
    static final BinaryUfunc REMAINDER = new BinaryUfunc(Ufuncs.REMAINDER);
    static final BinaryUfunc ARCTAN2 = new BinaryUfunc(Ufuncs.ARCTAN2);
    public static final UnaryUfunc ABSOLUTE = new UnaryUfunc(Ufuncs.ABSOLUTE);
    public static final UnaryUfunc NEGATIVE = new UnaryUfunc(Ufuncs.NEGATIVE);
    static final UnaryUfunc NOT = new UnaryUfunc(Ufuncs.LOGICAL_NOT);
    static final UnaryUfunc ISNAN = new UnaryUfunc(Ufuncs.ISNAN);
    static final UnaryUfunc ISNAT = new UnaryUfunc(Ufuncs.ISNAT);
    static final UnaryUfunc ISINF = new UnaryUfunc(Ufuncs.ISINF);
    static final UnaryUfunc ISFINITE = new UnaryUfunc(Ufuncs.ISFINITE);
    static final UnaryUfunc SIGNBIT = new UnaryUfunc(Ufuncs.SIGNBIT);
    static final UnaryUfunc SIN = new UnaryUfunc(Ufuncs.SIN);
    static final UnaryUfunc EXP = new UnaryUfunc(Ufuncs.EXP);
    static final UnaryUfunc LOG = new UnaryUfunc(Ufuncs.LOG);

    static final CastingOption UNSAFE = new CastingOption(Casting.UNSAFE);

    private Steps() {}

    /** Whether elements are floats or made of them. */
    static boolean isInexact(DType type) {
        return type.kind() == 'f' || type.kind() == 'c';
    }

    /** Whether elements are whole numbers or bools. */
    static boolean isWhole(DType type) {
        return "biu".indexOf(type.kind()) >= 0;
    }

    /** The type of an array with a weak float. */
    public static DType withFloat(DType type) {
        return Promotion.resultType(List.of(type), List.of(WeakKind.FLOAT));
    }

    /** A new array beside another one, row-major, of zeros. */
    public static NdArray zeros(NdArray beside, DType type, Shape shape) {
        NdArray zeros = Temporaries.empty(beside, type, shape);
        zeros.fill(0);
        return zeros;
    }

    /** A new array in the memory order of another one, not filled. */
    static NdArray emptyLike(NdArray like, DType type) {
        Layout layout = Orders.fresh(Order.K, like.shape(), type.itemsize(), like.layout(), like.itemsize());
        return Temporaries.empty(like, type, layout);
    }

    /** A part of one axis: a view. */
    public static NdArray slice(NdArray array, int axis, @Nullable Long start, @Nullable Long stop) {
        return along(array, axis, Index.slice(start, stop));
    }

    /** One position of an axis, which is dropped: a view. */
    static NdArray at(NdArray array, int axis, long position) {
        return along(array, axis, Index.at(position));
    }

    private static NdArray along(NdArray array, int axis, Index index) {
        Index[] indices = new Index[axis + 1];
        Arrays.fill(indices, Index.all());
        indices[axis] = index;
        return array.get(indices);
    }

    /** The one axis that an option names, counted from the front. */
    static int axis(String operation, Axis axis, int ndim) {
        List<Integer> axes = axis.axes();
        if (axes == null || axes.size() != 1) {
            throw new AxisException(operation + ": axis names " + (axes == null ? "all axes" : axes.size() + " axes")
                    + ", it must name one");
        }
        return Layout.axis(operation, axes.getFirst(), ndim);
    }

    /**
     * A number, converted to {@code type}, as a new array without axes; an array as it is.
     *
     * @throws DTypeException if the value is neither
     */
    static NdArray operand(NdArray beside, DType type, Object value) {
        if (value instanceof NdArray array) {
            return array;
        }
        if (!(value instanceof Number || value instanceof Complex)) {
            throw new DTypeException("operand: " + value + " is no number and no array");
        }
        NdArray scalar = Temporaries.empty(beside, type, Shape.of());
        if (value instanceof Complex complex) {
            scalar.set(complex);
        } else {
            scalar.fill((Number) value);
        }
        return scalar;
    }

    /** Sets elements of {@code target} where {@code mask} is true to those of an array, stretched, or to a number. */
    static void put(NdArray target, Object value, NdArray mask) {
        NdArray values = operand(target, Promotion.nativeOf(target.dtype()), value);
        Assignment.copyto(target, values, new Where(mask, true), UNSAFE);
    }
}
