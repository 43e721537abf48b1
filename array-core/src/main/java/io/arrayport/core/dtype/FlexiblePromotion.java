package io.arrayport.core.dtype;

import io.arrayport.core.error.DTypeException;

/** {@link Promotion} where one of the two types is of any number of bytes. */
final class FlexiblePromotion {
    /** Characters that a float needs, and each part of a complex number, in NumPy's reckoning. */
    private static final int FLOAT_LENGTH = 32;

    /** Characters that a span of time needs. */
    private static final int SPAN_LENGTH = 21;

    private FlexiblePromotion() {}

    /** The type that holds both: of strings, and of numbers beside them, the one with room for both. */
    static DType common(DType a, DType b) {
        if (a instanceof StringType || b instanceof StringType) {
            return StringPromotion.common(a, b);
        }
        if (a instanceof TextType text && length(b) >= 0) {
            return text(text, b);
        }
        if (b instanceof TextType text && length(a) >= 0) {
            return text(text, a);
        }
        if (a instanceof StructType one && b instanceof StructType other) {
            return StructPromotion.common(one, other);
        }
        if (Promotion.nativeOf(a).equals(Promotion.nativeOf(b))) {
            return Promotion.nativeOf(a);
        }
        throw new DTypeException("promote_types: no type holds both " + a + " and " + b + "; convert one of them "
                + "with astype(...)");
    }

    private static DType text(TextType text, DType other) {
        int length = Math.max(text.length(), length(other));
        return text instanceof BytesType && !(other instanceof UnicodeType) ? new BytesType(length)
                : new UnicodeType(length);
    }

    /** {@link Promotion#canCast}. */
    static boolean canCast(DType from, DType to, Casting casting) {
        return casting.compareTo(least(from, to)) >= 0;
    }

    private static Casting least(DType from, DType to) {
        if (from instanceof StringType || to instanceof StringType) {
            return StringPromotion.least(from, to);
        }
        return switch (to) {
            case TextType text -> toText(from, text);
            case NarrowFloatType _ when "biuf".indexOf(from.kind()) >= 0 -> Casting.SAME_KIND;
            // Not safe, though no number changes: ufuncs compute in what they can reach safely, and must be asked.
            case FloatType _,ComplexType _ when from instanceof NarrowFloatType -> Casting.SAME_KIND;
            case VoidType bytes when from instanceof VoidType source -> toVoid(source, bytes);
            case VoidType bytes -> bytes.itemsize() == 0 || from.itemsize() <= bytes.itemsize() ? Casting.SAFE
                    : Casting.UNSAFE;
            default -> from.equals(to) ? Casting.NO
                    : Promotion.nativeOf(from).equals(Promotion.nativeOf(to)) ? Casting.EQUIV : Casting.UNSAFE;
        };
    }

    private static Casting toVoid(VoidType from, VoidType to) {
        if (from.itemsize() == to.itemsize() || to.itemsize() == 0) {
            return Casting.NO;
        }
        return from.itemsize() < to.itemsize() ? Casting.SAFE : Casting.SAME_KIND;
    }

    private static Casting toText(DType from, TextType to) {
        int length = length(from);
        if (length < 0 || from instanceof UnicodeType && to instanceof BytesType) {
            return Casting.UNSAFE;
        }
        if (from.kind() == to.kind() && (length == to.length() || to.length() == 0)) {
            return from.isNative() == to.isNative() ? Casting.NO : Casting.EQUIV;
        }
        return length <= to.length() || to.length() == 0 ? Casting.SAFE : Casting.SAME_KIND;
    }

    /** {@link Promotion#sized(DType, DType)}. */
    static DType sized(FlexibleType type, DType from) {
        return switch (type) {
            case TextType text when from instanceof TimeType time -> text.withLength(timeLength(time));
            case TextType text when from instanceof VoidType -> text.withLength(Math.max(1, from.itemsize()));
            case TextType text when from.kind() == text.kind() && from.itemsize() > 0 -> from;
            case TextType text when length(from) >= 0 -> text.withLength(Math.max(1, length(from)));
            case VoidType _ -> from.kind() == 'V' ? from : new VoidType(from.itemsize());
            case NarrowFloatType narrow -> narrow;
            case StructType struct -> struct;
            case StringType strings -> strings;
            case TextType _ -> throw new DTypeException("astype: how wide " + type + " is for elements of "
                    + from + " is not known; name a width");
        };
    }

    /** Room that NumPy leaves: for a year of 21 digits and a sign, and what the unit adds. */
    private static int timeLength(TimeType type) {
        if (type.span()) {
            return SPAN_LENGTH;
        }
        return switch (type.unit()) {
            case GENERIC -> 4;
            case YEAR -> 22;
            case MONTH -> 25;
            case WEEK, DAY -> 28;
            case HOUR -> 32;
            case MINUTE -> 35;
            case SECOND -> 38;
            default -> 39 + 3 * (type.unit().ordinal() - TimeUnit.SECOND.ordinal());
        };
    }

    /** Characters of the longest string that elements become; negative if the type says nothing about them. */
    private static int length(DType type) {
        return switch (type) {
            case BoolType _ -> "False".length();
            case IntegerType integer -> integerLength(integer);
            case FloatType _ -> FLOAT_LENGTH;
            case ComplexType _ -> 2 * FLOAT_LENGTH;
            case TextType text -> text.length();
            case TimeType _,VoidType _,StructType _,StringType _,NarrowFloatType _ -> -1;
        };
    }

    /** Digits of the greatest number, and a sign; NumPy counts one more for int64. */
    private static int integerLength(IntegerType type) {
        int digits = switch (type.bits()) {
            case 8 -> 3;
            case 16 -> 5;
            case 32 -> 10;
            default -> 20;
        };
        return digits + (type.signed() ? 1 : 0);
    }
}
