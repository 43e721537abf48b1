package io.arrayport.core;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Finfo;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.Iinfo;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.AstypeOption;
import io.arrayport.core.ndarray.NdArray;

/** NumPy's chapter "data type routines". */
public sealed interface DataTypes permits Np {
    /**
     * The type of a name or an array-protocol string.
     *
     * @throws DTypeException if there is none
     */
    default DType dtype(String text) {
        return DType.of(text);
    }

    /** The narrowest type that holds both. */
    default DType promoteTypes(DType type1, DType type2) {
        return Promotion.promoteTypes(type1, type2);
    }

    /**
     * The type that a ufunc's result has for these operands (NEP 50).
     *
     * @param arraysAndDtypes arrays and types, which count in full, and Boolean, Number or Complex, which take the
     *        width of the others
     * @throws IllegalArgumentException if there is none of these
     */
    default DType resultType(Object... arraysAndDtypes) {
        List<DType> types = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>();
        for (Object operand : arraysAndDtypes) {
            switch (operand) {
                case DType type -> types.add(type);
                case NdArray array -> types.add(array.dtype());
                case String text -> types.add(DType.of(text));
                default -> weak.add(WeakKind.of(operand));
            }
        }
        return Promotion.resultType(types, weak);
    }

    /** Whether a conversion keeps all values ({@link Casting#SAFE}). */
    default boolean canCast(DType from, DType to) {
        return canCast(from, to, Casting.SAFE);
    }

    /** Whether {@code casting} allows to convert one type to the other. */
    default boolean canCast(DType from, DType to, Casting casting) {
        return Promotion.canCast(from, to, casting);
    }

    /** As {@link #canCast(DType, DType)}; of the array only its type counts. */
    default boolean canCast(@ArrayOnly NdArray from, DType to) {
        return canCast(from.dtype(), to);
    }

    /** As {@link #canCast(DType, DType, Casting)}; of the array only its type counts. */
    default boolean canCast(@ArrayOnly NdArray from, DType to, Casting casting) {
        return canCast(from.dtype(), to, casting);
    }

    /**
     * The narrowest type that holds a number.
     *
     * @param a Boolean, Number or Complex
     */
    default DType minScalarType(Object a) {
        return Promotion.minScalarType(a);
    }

    /** The narrowest type that holds the number in a 0-d array; of others, the type. */
    default DType minScalarType(NdArray a) {
        return a.ndim() > 0 || a.dtype().equals(DType.COMPLEX64) || a.dtype() instanceof FlexibleType ? a.dtype()
                : Promotion.minScalarType(a.item());
    }

    /** {@link NdArray#astype} by the array API's name. */
    default NdArray astype(@ArrayOnly NdArray x, DType dtype, AstypeOption... options) {
        return x.astype(dtype, options);
    }

    /**
     * What a floating type can hold; of a complex one, its parts.
     *
     * @throws IllegalArgumentException if it is neither
     */
    default Finfo finfo(DType dtype) {
        return Finfo.of(dtype);
    }

    /**
     * What an integer type can hold.
     *
     * @throws IllegalArgumentException if it is none
     */
    default Iinfo iinfo(DType type) {
        return Iinfo.of(type);
    }
}
