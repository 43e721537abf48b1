package io.arrayport.core.dtype;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** {@link Promotion} where one of the two types is of strings of any length. */
final class StringPromotion {
    private StringPromotion() {}

    /** Strings of any length hold those of a width, if these are of characters; what is missing must mean one thing. */
    static DType common(DType a, DType b) {
        if (a instanceof StringType one && b instanceof StringType other) {
            Missing first = one.missing();
            Missing second = other.missing();
            if (first != null && second != null && !first.equals(second)) {
                throw new DTypeException("promote_types: no type holds both " + a + " and " + b + ", of which missing "
                        + "strings are different things; convert one of them with astype(...)");
            }
            return new StringType(first != null ? first : second, one.coerce() && other.coerce());
        }
        DType other = a instanceof StringType ? b : a;
        if (other instanceof UnicodeType) {
            return a instanceof StringType ? a : b;
        }
        throw new DTypeException("promote_types: no type holds both " + a + " and " + b + "; convert one of them "
                + "with astype(...)");
    }

    static Casting least(DType from, DType to) {
        if (from instanceof StringType source) {
            return switch (to) {
                case StringType target -> keeps(source.missing(), target.missing());
                case BoolType _,TextType _,VoidType _ -> Casting.SAME_KIND;
                default -> Casting.UNSAFE;
            };
        }
        return switch (from) {
            case TextType _,VoidType _ -> Casting.SAME_KIND;
            case StructType _,NarrowFloatType _ -> Casting.UNSAFE;
            default -> Casting.SAFE;
        };
    }

    private static Casting keeps(@Nullable Missing from, @Nullable Missing to) {
        return from == null || to != null ? Casting.NO : Casting.UNSAFE;
    }
}
