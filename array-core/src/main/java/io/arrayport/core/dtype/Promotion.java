package io.arrayport.core.dtype;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;

import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Which element type a result has, and which conversions are allowed: the rules of NumPy 2.4 (NEP 50).
 *
 * <p>Everything follows from one relation, which type keeps another's values ({@link Casting#SAFE}): types promote to
 * the narrowest that keeps those of all. Results are in native byte order.
 *
 * <p>{@code bfloat16} casts safely to and from what ml_dtypes says, and promotes by the same rule: bool, int8 and
 * uint8 to bfloat16; float16 and 16-bit integers to float32, wider integers to float64, as the ufuncs of ml_dtypes
 * compute them (its {@code promote_types} refuses these). Unlike there it is a floating type also for
 * {@link Casting#SAME_KIND} and for weak numbers.
 */
public final class Promotion {
    /** Narrowest first. Unsigned before signed: uint8 and uint16 also cast to int32, and promote to uint16. */
    private static final List<DType> NARROWEST_FIRST = List.of(DType.BOOL, DType.UINT8, DType.UINT16, DType.UINT32,
            DType.UINT64, DType.INT8, DType.INT16, DType.INT32, DType.INT64, DType.FLOAT16, DType.BFLOAT16,
            DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128);

    /** For each type, at its {@link #place}: a bit for each of {@link #NARROWEST_FIRST} that it casts to safely. */
    private static final int[] KEEPERS = keepers();

    private Promotion() {}

    /** The type that holds both: NumPy's {@code promote_types}. The order of the two does not matter. */
    public static DType promoteTypes(DType a, DType b) {
        if (a instanceof FlexibleType || b instanceof FlexibleType) {
            return FlexiblePromotion.common(a, b);
        }
        if (a instanceof TimeType || b instanceof TimeType) {
            return TimePromotion.common(a, b);
        }
        return narrowest(KEEPERS[place(a)] & KEEPERS[place(b)]);
    }

    /**
     * The type of a result of arrays of {@code types} with Java numbers of the kinds {@code weak}: NumPy's
     * {@code result_type}. Without any array the numbers make bool, int64, float64 or complex128.
     *
     * @throws IllegalArgumentException if both lists are empty
     */
    public static DType resultType(List<DType> types, List<WeakKind> weak) {
        if (types.isEmpty() && weak.isEmpty()) {
            throw new IllegalArgumentException("resultType: needs at least one array, dtype or number");
        }
        DType strong = types.isEmpty() ? null : narrowest(types);
        return strong != null && weak.isEmpty() ? strong : withWeak(strong, Collections.max(weak));
    }

    /** Whether two types are one, as they nearly always are where they are equal. */
    @SuppressWarnings("ReferenceEquality") // a short cut
    private static boolean isConstant(DType a, DType b) {
        return a == b;
    }

    /** Whether {@code casting} allows to convert {@code from} to {@code to}: NumPy's {@code can_cast}. */
    public static boolean canCast(DType from, DType to, Casting casting) {
        if (isConstant(from, to)) {
            return true;
        }
        if (from instanceof StructType || to instanceof StructType) {
            Casting least = StructPromotion.least(from, to);
            return least != null && casting.compareTo(least) >= 0;
        }
        if (from instanceof FlexibleType || to instanceof FlexibleType) {
            return casting == Casting.UNSAFE || FlexiblePromotion.canCast(from, to, casting);
        }
        if (from instanceof TimeType || to instanceof TimeType) {
            return casting == Casting.UNSAFE || TimePromotion.canCast(from, to, casting);
        }
        return switch (casting) {
            case NO -> from.equals(to);
            case EQUIV -> nativeOf(from).equals(nativeOf(to));
            case SAFE -> keeps(from, to);
            case SAME_KIND -> keeps(from, to) || rank(from) <= rank(to);
            case UNSAFE -> true;
        };
    }

    /**
     * Refuses what {@link #canCast} says no to.
     *
     * @throws CastingException if {@code casting} does not allow to convert {@code from} to {@code to}
     */
    public static void requireCast(String operation, DType from, DType to, Casting casting) {
        if (!canCast(from, to, casting)) {
            throw new CastingException(operation + ": " + from + " to " + to + (casting == Casting.UNSAFE
                    ? " is no conversion: records go to records of as many fields, those of one field to a number"
                    : " is not allowed by casting " + casting
                            + "; give a wider type, or allow more with casting(...)"));
        }
    }

    /**
     * The narrowest type for {@code value}: NumPy's {@code min_scalar_type}. Integers from zero up are unsigned.
     * Floats go by range alone, with NumPy's limits: below 65000 float16, below 3.4e38 float32.
     *
     * @param value Boolean, Byte, Short, Integer, Long, BigInteger, Float, Double, {@link Complex}, or {@link Time},
     *        whose own type it is
     * @throws DTypeException if {@code value} is of another class, or an integer beyond int64 and uint64 (for which
     *         NumPy has its object type)
     */
    public static DType minScalarType(Object value) {
        if (value instanceof Time time) {
            return nativeOf(time.type());
        }
        return switch (WeakKind.of(value)) {
            case BOOL -> DType.BOOL;
            case INT -> minInteger(value instanceof BigInteger big ? big
                    : BigInteger.valueOf(((Number) value).longValue()));
            case FLOAT -> minFloat(((Number) value).doubleValue(), value instanceof Float);
            case COMPLEX -> {
                Complex complex = (Complex) value;
                yield below(complex.real(), 3.4e38) && below(complex.imag(), 3.4e38) ? DType.COMPLEX64
                        : DType.COMPLEX128;
            }
        };
    }

    /**
     * Returns {@code type} with the width that elements of {@code from} need, if it has none: {@code "U"} is
     * {@code "U21"} for int64.
     *
     * @throws DTypeException if no width is known for them
     */
    public static DType sized(DType type, DType from) {
        return type instanceof FlexibleType flexible && type.itemsize() == 0 ? FlexiblePromotion.sized(flexible, from)
                : type;
    }

    /** Returns {@code type} with the width of new elements, if it has none: strings have room for a character. */
    public static DType sized(DType type) {
        return type instanceof TextType text && text.length() == 0 ? text.withLength(1) : type;
    }

    private static DType minInteger(BigInteger value) {
        boolean signed = value.signum() < 0;
        int bits = value.bitLength() + (signed ? 1 : 0);
        for (int width = Byte.SIZE; width <= Long.SIZE; width *= 2) {
            if (bits <= width) {
                return new IntegerType(width, signed, ByteOrder.nativeOrder());
            }
        }
        throw new DTypeException("minScalarType: " + value + " is beyond int64 and uint64; pass a double");
    }

    private static DType minFloat(double value, boolean single) {
        if (!Double.isFinite(value) || below(value, 65000)) {
            return DType.FLOAT16;
        }
        return single || below(value, 3.4e38) ? DType.FLOAT32 : DType.FLOAT64;
    }

    private static boolean below(double value, double limit) {
        return Math.abs(value) < limit;
    }

    private static DType narrowest(List<DType> types) {
        int common = -1;
        for (DType type : types) {
            if (type instanceof TimeType || type instanceof FlexibleType) {
                return types.stream().reduce(Promotion::promoteTypes).orElseThrow();
            }
            common &= KEEPERS[place(type)];
        }
        return narrowest(common);
    }

    private static DType narrowest(int keepers) {
        return NARROWEST_FIRST.get(Integer.numberOfTrailingZeros(keepers));
    }

    private static int[] keepers() {
        int[] keepers = new int[NARROWEST_FIRST.size()];
        for (DType from : NARROWEST_FIRST) {
            for (int i = 0; i < keepers.length; i++) {
                keepers[place(from)] |= keeps(from, NARROWEST_FIRST.get(i)) ? 1 << i : 0;
            }
        }
        return keepers;
    }

    /** A number below 15 that no other type has, whatever the byte order. */
    private static int place(DType type) {
        return switch (type) {
            case BoolType _ -> 0;
            case IntegerType integer -> Integer.numberOfTrailingZeros(integer.bits()) - (integer.signed() ? 2 : -2);
            case FloatType real -> 9 + real.format().ordinal();
            case ComplexType complex -> complex.format() == FloatFormat.BINARY32 ? 13 : 14;
            case TimeType _,FlexibleType _ -> throw new AssertionError(type + " has a promotion of its own");
        };
    }

    /** A weak number changes only a type of a lower kind than its own; complex keeps the precision of floats. */
    private static DType withWeak(@Nullable DType strong, WeakKind weak) {
        if (strong instanceof TimeType time) {
            return TimePromotion.withWeak(time, weak);
        }
        if (strong instanceof FlexibleType) {
            throw new DTypeException(
                    "promote_types: no type holds both " + strong + " and a number; convert the number "
                            + "to an array of strings");
        }
        if (strong != null && kind(strong).compareTo(weak) >= 0) {
            return strong;
        }
        return switch (weak) {
            case BOOL -> DType.BOOL;
            case INT -> DType.INT64;
            case FLOAT -> DType.FLOAT64;
            case COMPLEX -> strong instanceof FloatType ? promoteTypes(strong, DType.COMPLEX64) : DType.COMPLEX128;
        };
    }

    private static WeakKind kind(DType type) {
        return switch (type) {
            case BoolType _ -> WeakKind.BOOL;
            case IntegerType _ -> WeakKind.INT;
            case FloatType _ -> WeakKind.FLOAT;
            case ComplexType _ -> WeakKind.COMPLEX;
            case TimeType _,FlexibleType _ -> throw new AssertionError(type + " has a promotion of its own");
        };
    }

    /** NumPy's order of kinds: casts up this order are of the same kind, also from unsigned to signed. */
    private static int rank(DType type) {
        return "buifc".indexOf(type.kind());
    }

    private static boolean keeps(DType from, DType to) {
        return switch (from) {
            case BoolType _ -> true;
            case IntegerType integer -> keepsInteger(integer, to);
            case FloatType real -> keepsFloat(real.format(), to);
            case ComplexType complex -> to instanceof ComplexType && keepsFloat(complex.format(), to);
            case TimeType _,FlexibleType _ -> false;
        };
    }

    private static boolean keepsInteger(IntegerType from, DType to) {
        return switch (to) {
            case BoolType _,TimeType _,FlexibleType _ -> false;
            case IntegerType wide when from.signed() == wide.signed() -> from.bits() <= wide.bits();
            case IntegerType wide -> wide.signed() && from.bits() < wide.bits();
            case FloatType real -> from.bits() <= integerBits(real.format());
            case ComplexType complex -> from.bits() <= integerBits(complex.format());
        };
    }

    private static boolean keepsFloat(FloatFormat from, DType to) {
        return switch (to) {
            case BoolType _,IntegerType _,TimeType _,FlexibleType _ -> false;
            case FloatType real -> from == real.format() || from.bits() < real.format().bits();
            case ComplexType complex -> from.bits() <= complex.format().bits();
        };
    }

    /** Bits of the widest integers that a cast to {@code format} keeps; float64 is said to keep all of them. */
    private static int integerBits(FloatFormat format) {
        return switch (format) {
            case BINARY16, BFLOAT16 -> 8;
            case BINARY32 -> 16;
            case BINARY64 -> 64;
        };
    }

    /** Returns the type in the byte order that this machine computes in. */
    public static DType nativeOf(DType type) {
        return type.isNative() ? type : type.withOrder(ByteOrder.nativeOrder());
    }
}
