package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.PythonNumber;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.print.ScalarText;

/**
 * Conversions to and from strings: numbers and times as NumPy's {@code str} writes them, cut off where an element ends,
 * and read as Python reads them.
 */
final class TextCasts {
    private static final int ASCII = 0x80;
    /** Digits of a long that surely do not overflow. */
    private static final int SAFE_DIGITS = 18;

    /** Converts one element. */
    private interface Step {
        void run(long in, long out);
    }

    private TextCasts() {}

    /** @throws DTypeException if neither is a string, or the other one has no form in characters */
    static UnaryKernel of(DType from, DType to) {
        Step step = to instanceof TextType text ? toText(from, text) : fromText((TextType) from, to);
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                step.run(in + i * inStride, out + i * outStride);
            }
        };
    }

    private static Step toText(DType from, TextType to) {
        return switch (from) {
            case TextType text when text.unit() == 1 && to.unit() == 1 -> (in, out) -> copy(in, text.length(), out,
                    to.length());
            case BytesType text when to.isNative() -> (in, out) -> widen(in, text.length(), out, to.length());
            case TextType text -> (in, out) -> recode(text, in, to, out);
            case BoolType _ -> (in, out) -> write(to, out, Element.toLong(from, in) != 0 ? "True" : "False");
            case IntegerType type -> (in, out) -> {
                long value = Element.toLong(type, in);
                write(to, out, type.signed() ? Long.toString(value) : Long.toUnsignedString(value));
            };
            case FloatType type -> (in, out) -> write(to, out, ScalarText.real(type.format(),
                    Element.toDouble(type, in)));
            case ComplexType type -> (in, out) -> {
                Complex value = Element.toComplex(type, in);
                write(to, out, ScalarText.complex(type.format(), value.real(), value.imag()));
            };
            case TimeType type -> (in, out) -> time(new Time(type, Element.toLong(type, in)), to, out);
            case FlexibleType _ -> throw none(from, to);
        };
    }

    private static DTypeException none(DType from, DType to) {
        return new DTypeException("astype: there is no conversion from " + from + " to " + to);
    }

    private static void copy(long in, int inLength, long out, int outLength) {
        Memory.copy(in, out, Math.min(inLength, outLength));
        for (int i = inLength; i < outLength; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, out + i, (byte) 0);
        }
    }

    private static void widen(long in, int inLength, long out, int outLength) {
        int count = Math.min(inLength, outLength);
        for (int i = 0; i < count; i++) {
            byte character = Memory.RAW.get(ValueLayout.JAVA_BYTE, in + i);
            if (character < 0) {
                throw beyondAscii("byte 0x", character & 0xFF, i, "decode");
            }
            Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, out + 4L * i, character);
        }
        for (int i = count; i < outLength; i++) {
            Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, out + 4L * i, 0);
        }
    }

    private static IllegalArgumentException beyondAscii(String kind, int character, int place, String remedy) {
        return new IllegalArgumentException("astype: an element has " + kind + Integer.toHexString(character)
                + " at position " + place + ", which is not ASCII; " + remedy + " with np.strings, naming an encoding");
    }

    private static void recode(TextType from, long in, TextType to, long out) {
        boolean plain = from.unit() != to.unit();
        for (int i = 0; i < to.length(); i++) {
            int character = i < from.length() ? Characters.get(from, in, i) : 0;
            if (plain && Integer.compareUnsigned(character, ASCII) >= 0) {
                throw from instanceof BytesType ? beyondAscii("byte 0x", character, i, "decode")
                        : beyondAscii("U+", character, i, "encode");
            }
            Characters.put(to, out, i, character);
        }
    }

    /** Writes ASCII. */
    private static void write(TextType to, long out, String text) {
        int count = Math.min(text.length(), to.length());
        for (int i = 0; i < count; i++) {
            Characters.put(to, out, i, text.charAt(i));
        }
        for (int i = count; i < to.length(); i++) {
            Characters.put(to, out, i, 0);
        }
    }

    private static void time(Time time, TextType to, long out) {
        String text = time.toString();
        if (text.length() > to.length() && !time.type().span()) {
            throw new CastingException("astype: " + text + " does not fit in " + to + "; give it room for "
                    + text.length() + " characters");
        }
        write(to, out, text);
    }

    private static Step fromText(TextType from, DType to) {
        return switch (to) {
            case BoolType _ -> (in, out) -> Element.set(to, out, Characters.length(from, in) > 0 ? 1L : 0L);
            case IntegerType type -> (in, out) -> integer(from, in, type, out);
            case FloatType _ -> (in, out) -> Element.set(to, out, PythonNumber.real(string(from, in)));
            case ComplexType _ -> (in, out) -> Element.set(to, out, PythonNumber.complex(string(from, in)));
            case TimeType type -> {
                TimeParse parse = new TimeParse(type);
                yield (in, out) -> parse.put(Characters.string(from, in), out);
            }
            case FlexibleType _ -> throw none(from, to);
        };
    }

    private static String string(TextType type, long at) {
        return type instanceof BytesType bytes ? new String(Characters.bytes(bytes, at), StandardCharsets.ISO_8859_1)
                : Characters.string(type, at);
    }

    private static void integer(TextType from, long in, IntegerType to, long out) {
        int length = Characters.length(from, in);
        int sign = length > 0 && "+-".indexOf(Characters.get(from, in, 0)) >= 0 ? 1 : 0;
        long value = 0;
        for (int i = sign; i < length; i++) {
            int digit = Characters.get(from, in, i) - '0';
            if (digit < 0 || digit > 9 || length > SAFE_DIGITS) {
                set(to, out, PythonNumber.integer(string(from, in)));
                return;
            }
            value = value * 10 + digit;
        }
        if (length == sign) {
            throw new IllegalArgumentException("astype: '" + string(from, in) + "' is no whole number");
        }
        Element.set(to, out, sign == 1 && Characters.get(from, in, 0) == '-' ? -value : value);
    }

    private static void set(IntegerType to, long out, BigInteger value) {
        boolean fits = to.signed() ? value.bitLength() < to.bits()
                : value.signum() >= 0 && value.bitLength() <= to.bits();
        if (!fits) {
            throw new CastingException("astype: " + value + " is out of range for " + to);
        }
        Element.put(to.itemsize(), to.order(), out, value.longValue());
    }
}
