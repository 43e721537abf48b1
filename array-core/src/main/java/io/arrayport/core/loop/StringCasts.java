package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.PythonNumber;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.print.ScalarText;

/**
 * Conversions to and from strings of any length, and from one storage to another: the types know where the bytes of
 * long ones lie.
 */
final class StringCasts {
    /** Fewer elements find room one by one. */
    private static final int MANY = 16;

    /** Converts one element. */
    private interface Step {
        void run(long in, long out);
    }

    private StringCasts() {}

    /** @throws DTypeException if there is no such conversion */
    static UnaryKernel of(DType from, DType to) {
        if (from instanceof StringType source && to instanceof StringType target) {
            return copy(source, target);
        }
        Step step = to instanceof StringType strings ? toString(from, strings) : fromString((StringType) from, to);
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                step.run(in + i * inStride, out + i * outStride);
            }
        };
    }

    /** Copies strings, their bytes included; also where they are. */
    static UnaryKernel copy(StringType from, StringType to) {
        return (in, inStride, out, outStride, n) -> {
            if (n >= MANY) {
                to.heap().expect(longBytes(in, inStride, n));
            }
            for (long i = 0; i < n; i++) {
                StringView.copy(from, in + i * inStride, to, out + i * outStride);
            }
        };
    }

    private static long longBytes(long in, long stride, long n) {
        long bytes = 0;
        for (long i = 0; i < n; i++) {
            int length = StringView.length(in + i * stride);
            bytes += length > StringType.INLINE ? length : 0;
        }
        return bytes;
    }

    private static Step toString(DType from, StringType to) {
        return switch (from) {
            case BytesType text -> (in, out) -> utf8(to, out, Characters.bytes(text, in));
            case TextType text -> (in, out) -> StringView.put(to, out, Characters.string(text, in));
            case VoidType bytes -> (in, out) -> utf8(to, out, Characters.bytes(new BytesType(bytes.itemsize()), in));
            case BoolType _ -> (in, out) -> StringView.put(to, out, Element.toLong(from, in) != 0 ? "True" : "False");
            case IntegerType type -> (in, out) -> {
                long value = Element.toLong(type, in);
                StringView.put(to, out, type.signed() ? Long.toString(value) : Long.toUnsignedString(value));
            };
            case FloatType type -> (in, out) -> {
                double value = Element.toDouble(type, in);
                if (Double.isNaN(value) && Missing.isNan(to.missing())) {
                    StringView.putMissing(out);
                } else {
                    StringView.put(to, out, ScalarText.real(type.format(), value));
                }
            };
            case ComplexType type -> (in, out) -> {
                Complex value = Element.toComplex(type, in);
                StringView.put(to, out, ScalarText.complex(type.format(), value.real(), value.imag()));
            };
            case TimeType type -> (in, out) -> {
                Time value = new Time(type, Element.toLong(type, in));
                if (value.isNat() && to.missing() != null) {
                    StringView.putMissing(out);
                } else {
                    StringView.put(to, out, value.toString());
                }
            };
            case FlexibleType _ -> throw none(from, to);
        };
    }

    private static DTypeException none(DType from, DType to) {
        return new DTypeException("astype: there is no conversion from " + from + " to " + to);
    }

    private static void utf8(StringType to, long out, byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException invalid) {
            throw new IllegalArgumentException("astype: an element of bytes is no UTF-8: " + invalid.getMessage()
                    + "; decode with np.strings, naming an encoding", invalid);
        }
        StringView.put(to, out, bytes);
    }

    private static Step fromString(StringType from, DType to) {
        return switch (to) {
            case BoolType _ -> (in, out) -> Element.set(to, out, isTrue(from, in) ? 1L : 0L);
            case IntegerType type -> (in, out) -> integer(from, in, type, out);
            case FloatType _ -> (in, out) -> Element.set(to, out, isNan(from, in) ? Double.NaN
                    : PythonNumber.real(number(from, in)));
            case ComplexType _ -> (in, out) -> {
                if (isNan(from, in)) {
                    Element.set(to, out, Double.NaN);
                } else {
                    Element.set(to, out, PythonNumber.complex(number(from, in)));
                }
            };
            case TimeType type -> {
                TimeParse parse = new TimeParse(type);
                yield (in, out) -> parse.put(isGone(from, in) ? "NaT" : StringView.string(from, in), out);
            }
            case TextType text -> (in, out) -> Characters.set(text, out, StringView.string(from, in));
            case VoidType bytes -> (in, out) -> raw(StringView.string(from, in).getBytes(StandardCharsets.UTF_8),
                    out, bytes.itemsize());
            case FlexibleType _ -> throw none(from, to);
        };
    }

    /** Whether there are characters; NaN is true, as everywhere, and what is missing otherwise is not. */
    static boolean isTrue(StringType type, long at) {
        return StringView.isMissing(type, at) ? Missing.isNan(type.missing()) : StringView.length(at) != 0;
    }

    private static boolean isNan(StringType type, long at) {
        return Missing.isNan(type.missing()) && StringView.isMissing(type, at);
    }

    /** Whether a string is not there, and no text stands for it. */
    private static boolean isGone(StringType type, long at) {
        Missing missing = type.missing();
        return missing != null && !missing.isText() && StringView.isMissing(type, at);
    }

    private static String number(StringType from, long in) {
        if (isGone(from, in)) {
            throw new IllegalArgumentException("astype: a missing string (" + from.missing() + ") is no number");
        }
        return StringView.string(from, in);
    }

    private static void integer(StringType from, long in, IntegerType to, long out) {
        BigInteger value = PythonNumber.integer(number(from, in));
        boolean fits = to.signed() ? value.bitLength() < to.bits()
                : value.signum() >= 0 && value.bitLength() <= to.bits();
        if (!fits) {
            throw new CastingException("astype: " + value + " is out of range for " + to);
        }
        Element.put(to.itemsize(), to.order(), out, value.longValue());
    }

    private static void raw(byte[] bytes, long out, int room) {
        for (int i = 0; i < room; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, out + i, i < bytes.length ? bytes[i] : 0);
        }
    }
}
