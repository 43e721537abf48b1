package io.arrayport.core;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.dtype.Category;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.NdArray;

/** NumPy's chapter "data type routines": which kinds element types are of. */
public sealed interface TypeQueries permits Np {
    /** Whether {@code arg1} is {@code arg2}, whatever the byte order. */
    default boolean issubdtype(DType arg1, DType arg2) {
        if (arg2 instanceof VoidType && arg2.itemsize() == 0) {
            return arg1.kind() == arg2.kind(); // NumPy's class of all of them
        }
        return arg1.withOrder(ByteOrder.nativeOrder()).equals(arg2.withOrder(ByteOrder.nativeOrder()));
    }

    /** Whether {@code arg1} belongs to {@code arg2}. */
    default boolean issubdtype(DType arg1, Category arg2) {
        return arg2.contains(arg1);
    }

    /** Whether {@code arg1} is {@code arg2} or part of it. */
    default boolean issubdtype(Category arg1, Category arg2) {
        return arg2.contains(arg1);
    }

    /**
     * Whether {@code dtype} is of one of these kinds, which do not know times: the array API's {@code isdtype}.
     *
     * @param kind types, lists of kinds, or {@code "bool"}, {@code "signed integer"}, {@code "unsigned integer"},
     * {@code "integral"},
     *        {@code "real floating"}, {@code "complex floating"}, {@code "numeric"}
     * @throws IllegalArgumentException if a kind is none of these
     */
    default boolean isdtype(DType dtype, Object... kind) {
        boolean is = false;
        for (Object one : kind) {
            is |= switch (one) {
                case DType type -> issubdtype(dtype, type);
                case List<?> many -> isdtype(dtype, many.toArray());
                case String text -> TypeNames.kinds(text).indexOf(dtype.kind()) >= 0;
                default -> throw new IllegalArgumentException("isdtype: a kind is an element type or a string, not "
                        + one.getClass().getSimpleName());
            };
        }
        return is;
    }

    /**
     * The floating or complex type that arrays can share: float64 for integers, float16 for nothing.
     *
     * @throws DTypeException if one of them is neither of integers nor of floating or complex numbers
     */
    default DType commonType(NdArray... arrays) {
        DType common = DType.FLOAT16;
        for (NdArray array : arrays) {
            common = Promotion.promoteTypes(common, switch (array.dtype().kind()) {
                case 'i', 'u' -> DType.FLOAT64;
                case 'f', 'c' -> array.dtype();
                default -> throw new DTypeException("commonType: " + array.dtype() + " is no number; convert with"
                        + " astype(...)");
            });
        }
        return common;
    }

    /**
     * C's name of a type letter: of {@code "d"} {@code "double precision"}.
     *
     * @throws IllegalArgumentException if NumPy has no name for it
     */
    default String typename(String char_) {
        String name = TypeNames.OF_LETTERS.get(char_);
        if (name == null) {
            throw new IllegalArgumentException("typename: there is no name for '" + char_ + "'; there are names for "
                    + String.join(" ", TypeNames.OF_LETTERS.keySet().stream().sorted().toList()));
        }
        return name;
    }

    /** As {@link #mintypecode(String, String, String)} of {@code "GDFgdf"}, double by default. */
    default String mintypecode(String typechars) {
        return mintypecode(typechars, TypeNames.NARROWING, "d");
    }

    /**
     * The letter of the narrowest type to which all of {@code typechars} can be cast safely.
     *
     * @param typechars type letters; those not in {@code typeset} do not count
     * @param typeset what to choose from
     * @param default_ the letter if none counts
     */
    default String mintypecode(String typechars, String typeset, String default_) {
        List<String> counted = typechars.chars().filter(letter -> typeset.indexOf(letter) >= 0)
                .mapToObj(Character::toString).toList();
        if (counted.isEmpty()) {
            return default_;
        }
        if (counted.contains("F") && counted.contains("d")) {
            return "D";
        }
        return counted.stream().min((a, b) -> TypeNames.NARROWING.indexOf(a) - TypeNames.NARROWING.indexOf(b))
                .orElse(default_);
    }
}
