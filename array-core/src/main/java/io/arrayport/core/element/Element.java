package io.arrayport.core.element;

import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Memory;

/** Reads and writes one element at an address, in any byte order and at any alignment. */
public final class Element {
    private Element() {}

    /**
     * The element as Java holds it best: Boolean, Long, BigInteger (uint64), Double, Complex, Time, String, byte[], or
     * a {@link Row} of the fields of a structured one.
     */
    public static Object item(DType type, long at) {
        return switch (type) {
            case BoolType _ -> bits(1, type.order(), at) != 0;
            case IntegerType integer when !integer.signed() && integer.bits() == 64 -> unsigned(integer(integer, at));
            case IntegerType integer -> integer(integer, at);
            case FloatType real -> real(real.format(), real.order(), at);
            case ComplexType complex -> complex(complex, at);
            case TimeType time -> new Time(time, bits(Long.BYTES, time.order(), at));
            case UnicodeType text -> Characters.string(text, at);
            case BytesType text -> Characters.bytes(text, at);
            case StringType strings -> StringView.item(strings, at);
            case NarrowFloatType narrow -> (double) NarrowBits.of(narrow.format()).value(Memory.RAW.get(
                    ValueLayout.JAVA_BYTE, at));
            case VoidType _ -> Memory.segment(at, type.itemsize()).toArray(ValueLayout.JAVA_BYTE);
            case StructType struct -> Row.of(struct.fields().stream()
                    .map(field -> field(field, 0, at + field.offset())).toArray());
        };
    }

    /** A field's element, or lists of those along its axes from {@code axis} on. */
    private static Object field(StructType.Field field, int axis, long at) {
        if (axis == field.shape().size()) {
            return item(field.type(), at);
        }
        long step = field.shape().stream().skip(axis + 1L).mapToLong(Integer::longValue).reduce(field.type().itemsize(),
                (a, b) -> a * b);
        return IntStream.range(0, field.shape().get(axis)).mapToObj(i -> field(field, axis + 1, at + i * step))
                .toList();
    }

    /** As a double; integers round to nearest. Complex numbers and times have no such form. */
    public static double toDouble(DType type, long at) {
        return switch (type) {
            case BoolType _ -> bits(1, type.order(), at) != 0 ? 1 : 0;
            case IntegerType integer when !integer.signed() && integer.bits() == 64 -> unsigned(integer(integer, at))
                    .doubleValue();
            case IntegerType integer -> integer(integer, at);
            case FloatType real -> real(real.format(), real.order(), at);
            case ComplexType _ -> throw new CastingException(
                    "getDouble: an element of " + type + " has two parts; use getComplex");
            case TimeType _ -> throw new CastingException(
                    "getDouble: an element of " + type + " is no number; use getLong for its count");
            case NarrowFloatType narrow -> NarrowBits.of(narrow.format()).value(Memory.RAW.get(
                    ValueLayout.JAVA_BYTE, at));
            case FlexibleType _ -> throw noNumber("getDouble", type);
        };
    }

    /**
     * As a long, uint64 as its bit pattern, times as their count; only these, bool and the other integers have this
     * form without loss.
     */
    public static long toLong(DType type, long at) {
        return switch (type) {
            case BoolType _ -> bits(1, type.order(), at) != 0 ? 1 : 0;
            case IntegerType integer -> integer(integer, at);
            case TimeType time -> bits(Long.BYTES, time.order(), at);
            case FloatType _,ComplexType _,NarrowFloatType _ -> throw new CastingException(
                    "getLong: an element of " + type + " may not be a whole number; use getDouble and round");
            case FlexibleType _ -> throw noNumber("getLong", type);
        };
    }

    /** As a complex number. */
    public static Complex toComplex(DType type, long at) {
        return type instanceof ComplexType complex ? complex(complex, at) : new Complex(toDouble(type, at), 0);
    }

    /** Writes {@code value}: rounded to nearest for floating types, towards zero for integers, as NumPy assigns. */
    public static void set(DType type, long at, double value) {
        switch (type) {
            case BoolType _ -> put(1, type.order(), at, value != 0 ? 1 : 0);
            case IntegerType integer -> setInteger(integer, at, value);
            case FloatType real -> setReal(real.format(), real.order(), at, value);
            case ComplexType complex -> {
                setReal(complex.format(), complex.order(), at, value);
                setReal(complex.format(), complex.order(), at + complex.itemsize() / 2, 0);
            }
            case NarrowFloatType narrow -> Memory.RAW.set(ValueLayout.JAVA_BYTE, at,
                    (byte) NarrowBits.of(narrow.format()).pattern(value));
            case TimeType _ -> throw new IllegalArgumentException(
                    "set: " + value + " is no count of " + type + "; round it to an integer");
            case FlexibleType _ -> throw noNumber("set", type);
        }
    }

    /** Writes {@code value}, of a time the count; an integer type that cannot hold it refuses, as NumPy does. */
    public static void set(DType type, long at, long value) {
        switch (type) {
            case BoolType _ -> put(1, type.order(), at, value != 0 ? 1 : 0);
            case IntegerType integer -> {
                int spare = 64 - integer.bits();
                boolean fits = integer.signed() ? value << spare >> spare == value
                        : value >= 0 && value << spare >>> spare == value;
                if (!fits) {
                    throw outOfRange(type, Long.toString(value));
                }
                put(integer.itemsize(), integer.order(), at, value);
            }
            case FloatType _,ComplexType _,NarrowFloatType _ -> set(type, at, (double) value);
            case TimeType time -> put(Long.BYTES, time.order(), at, value);
            case FlexibleType _ -> throw noNumber("set", type);
        }
    }

    /** Writes {@code value}; a real type takes only a zero imaginary part. */
    public static void set(DType type, long at, Complex value) {
        if (type instanceof ComplexType complex) {
            setReal(complex.format(), complex.order(), at, value.real());
            setReal(complex.format(), complex.order(), at + complex.itemsize() / 2, value.imag());
        } else if (value.imag() == 0) {
            set(type, at, value.real());
        } else {
            throw new CastingException("set: " + value + " has an imaginary part, " + type + " has none");
        }
    }

    private static CastingException noNumber(String operation, DType type) {
        return new CastingException(operation + ": an element of " + type + " is no number; use item() to read it, and "
                + "an array of its type to set it");
    }

    private static void setInteger(IntegerType type, long at, double value) {
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        double low = type.signed() ? -Math.scalb(1.0, type.bits() - 1) : 0;
        double high = Math.scalb(1.0, type.signed() ? type.bits() - 1 : type.bits());
        if (!(whole >= low && whole < high)) {
            throw outOfRange(type, Double.toString(value));
        }
        long bits = whole >= 0x1p63 ? (long) (whole - 0x1p63) ^ Long.MIN_VALUE : (long) whole;
        put(type.itemsize(), type.order(), at, bits);
    }

    private static CastingException outOfRange(DType type, String value) {
        return new CastingException("set: " + value + " is out of range for " + type);
    }

    private static long integer(IntegerType type, long at) {
        long bits = bits(type.itemsize(), type.order(), at);
        int spare = 64 - type.bits();
        return type.signed() ? bits << spare >> spare : bits;
    }

    private static BigInteger unsigned(long bits) {
        BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? low.setBit(63) : low;
    }

    private static Complex complex(ComplexType type, long at) {
        int half = type.itemsize() / 2;
        return new Complex(real(type.format(), type.order(), at), real(type.format(), type.order(), at + half));
    }

    private static double real(FloatFormat format, ByteOrder order, long at) {
        return FloatBits.value(format, bits(format.bits() >> 3, order, at));
    }

    private static void setReal(FloatFormat format, ByteOrder order, long at, double value) {
        put(format.bits() >> 3, order, at, FloatBits.of(format, value));
    }

    /** The bytes as an unsigned number. */
    public static long bits(int bytes, ByteOrder order, long at) {
        boolean swapped = order != ByteOrder.nativeOrder();
        return switch (bytes) {
            case 1 -> Memory.RAW.get(ValueLayout.JAVA_BYTE, at) & 0xFFL;
            case 2 -> {
                short value = Memory.RAW.get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
                yield (swapped ? Short.reverseBytes(value) : value) & 0xFFFFL;
            }
            case 4 -> {
                int value = Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at);
                yield (swapped ? Integer.reverseBytes(value) : value) & 0xFFFFFFFFL;
            }
            default -> {
                long value = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
                yield swapped ? Long.reverseBytes(value) : value;
            }
        };
    }

    /** Writes the low {@code bytes} bytes of {@code bits}. */
    public static void put(int bytes, ByteOrder order, long at, long bits) {
        boolean swapped = order != ByteOrder.nativeOrder();
        switch (bytes) {
            case 1 -> Memory.RAW.set(ValueLayout.JAVA_BYTE, at, (byte) bits);
            case 2 -> Memory.RAW.set(ValueLayout.JAVA_SHORT_UNALIGNED, at,
                    swapped ? Short.reverseBytes((short) bits) : (short) bits);
            case 4 -> Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, at,
                    swapped ? Integer.reverseBytes((int) bits) : (int) bits);
            default -> Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, swapped ? Long.reverseBytes(bits) : bits);
        }
    }
}
