package io.arrayport.core.manipulation;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.JoinOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.StackOption;
import org.jspecify.annotations.Nullable;

/**
 * How arrays are joined.
 *
 * @param operation named in errors
 * @param axis null is all elements in C order
 * @param out null makes a new array
 * @param dtype null is what all promote to
 */
record Joint(String operation, @Nullable Integer axis, @Nullable NdArray out, @Nullable DType dtype, Casting casting) {

    static Joint of(String operation, JoinOption... options) {
        Option.requireDistinct(operation, options);
        Joint joint = along(operation, 0);
        for (JoinOption option : options) {
            joint = switch (option) {
                case Axis(List<Integer> axes) -> joint.along(axes == null ? null : Along.one(operation, axes));
                case Out(NdArray array) -> new Joint(operation, joint.axis, array, joint.dtype, joint.casting);
                case DtypeOption(DType type) -> joint.as(type);
                case CastingOption(Casting rule) -> joint.within(rule);
            };
        }
        if (joint.out != null && joint.dtype != null) {
            throw new DTypeException(operation + ": out has an element type, " + joint.out.dtype() + ", and "
                    + joint.dtype + " is asked for as well; give one of the two");
        }
        return joint;
    }

    static Joint of(String operation, int axis, StackOption... options) {
        Option.requireDistinct(operation, options);
        Joint joint = along(operation, axis);
        for (StackOption option : options) {
            joint = switch (option) {
                case DtypeOption(DType type) -> joint.as(type);
                case CastingOption(Casting rule) -> joint.within(rule);
            };
        }
        return joint;
    }

    static Joint along(String operation, @Nullable Integer axis) {
        return new Joint(operation, axis, null, null, Casting.SAME_KIND);
    }

    Joint along(@Nullable Integer other) {
        return new Joint(operation, other, out, dtype, casting);
    }

    private Joint as(DType type) {
        return new Joint(operation, axis, out, type, casting);
    }

    private Joint within(Casting rule) {
        return new Joint(operation, axis, out, dtype, rule);
    }

    /** The axis, where all elements in C order have no meaning. */
    int required() {
        if (axis == null) {
            throw new AxisException(operation + ": it goes along one axis; name it with axis(...)");
        }
        return axis;
    }

    /**
     * The type of the result.
     *
     * @throws CastingException if an array cannot become of it
     */
    DType type(List<NdArray> arrays) {
        DType type = out != null ? out.dtype() : dtype != null ? dtype
                : Promotion.resultType(types(arrays), List.of());
        for (int i = 0; i < arrays.size(); i++) {
            DType from = arrays.get(i).dtype();
            if (!Promotion.canCast(from, type, casting)) {
                throw new CastingException(operation + ": operand " + i + ": " + from + " to " + type
                        + " is not allowed by casting " + casting + "; give a wider type, or allow more with"
                        + " casting(...)");
            }
        }
        return type;
    }

    private static List<DType> types(List<NdArray> arrays) {
        List<DType> types = new ArrayList<>(arrays.size());
        for (NdArray array : arrays) {
            types.add(array.dtype());
        }
        return types;
    }

    /** @throws ShapeException if there is an out of another shape */
    void requireFits(Shape result) {
        if (out != null && !out.shape().equals(result)) {
            throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result " + result);
        }
    }
}
