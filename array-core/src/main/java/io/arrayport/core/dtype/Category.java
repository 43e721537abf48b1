package io.arrayport.core.dtype;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** NumPy's abstract element types: a tree of kinds that concrete types belong to. */
public enum Category {
    /** Every type. */
    GENERIC(null),
    /** Integers, floating and complex numbers, and timedelta64. */
    NUMBER(GENERIC),
    /** Signed and unsigned integers, and timedelta64. */
    INTEGER(NUMBER),
    /** Signed integers, and timedelta64. */
    SIGNEDINTEGER(INTEGER),
    /** Unsigned integers. */
    UNSIGNEDINTEGER(INTEGER),
    /** Floating and complex numbers. */
    INEXACT(NUMBER),
    /** Floating-point numbers. */
    FLOATING(INEXACT),
    /** Complex numbers. */
    COMPLEXFLOATING(INEXACT),
    /** Types of any number of bytes. */
    FLEXIBLE(GENERIC),
    /** Strings. */
    CHARACTER(FLEXIBLE);

    private final @Nullable Category parent;

    Category(@Nullable Category parent) {
        this.parent = parent;
    }

    /** Returns the one of NumPy's name; none if there is no such. */
    public static Optional<Category> named(String name) {
        return Arrays.stream(values()).filter(category -> category.toString().equals(name)).findFirst();
    }

    /**
     * Reads NumPy's name.
     *
     * @throws DTypeException if there is no such category
     */
    public static Category of(String name) {
        return named(name).orElseThrow(() -> new DTypeException("Category.of: '" + name + "' is none of "
                + Arrays.toString(values())));
    }

    /** Returns whether {@code other} is this or part of it. */
    public boolean contains(Category other) {
        for (Category at = other; at != null; at = at.parent) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether {@code type} belongs to it. */
    public boolean contains(DType type) {
        return contains(switch (type.kind()) {
            case 'i', 'm' -> SIGNEDINTEGER;
            case 'u' -> UNSIGNEDINTEGER;
            case 'f' -> FLOATING;
            case 'c' -> COMPLEXFLOATING;
            case 'S', 'U' -> CHARACTER;
            case 'V' -> FLEXIBLE;
            default -> GENERIC;
        });
    }

    /** NumPy's name: {@code "signedinteger"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
