package io.arrayport.core.io;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Memory;

/** How {@code np.genfromtxt} reads elements: as Python does, truths as words, integers through floats. */
final class LooseField {
    private LooseField() {}

    static FieldReader of(DType type) {
        return switch (type) {
            case BoolType _ -> new Words();
            case IntegerType whole when whole.bits() < Long.SIZE -> new Truncated(whole);
            case TimeType time when time.span() -> new Truncated((IntegerType) DType.INT64.withOrder(time.order()));
            default -> RowReader.reader("genfromtxt", type);
        };
    }

    /** What stands for what is missing, unless it is told. */
    static Number missing(DType type) {
        return switch (type) {
            case IntegerType _ -> -1L;
            case TimeType time -> time.span() ? -1L : TimeType.NAT;
            case FloatType _,ComplexType _ -> Double.NaN;
            default -> 0L;
        };
    }

    /** True and false, in capitals or not. */
    private static final class Words extends NumberField {
        @Override
        boolean number(byte[] text, int from, int end, long to) {
            boolean yes = is("true", text, from, end);
            if (yes || is("false", text, from, end)) {
                Memory.RAW.set(ValueLayout.JAVA_BYTE, to, (byte) (yes ? 1 : 0));
                return true;
            }
            return false;
        }

        private static boolean is(String word, byte[] text, int from, int end) {
            boolean same = end - from == word.length();
            for (int i = from; same && i < end; i++) {
                same = (text[i] | 0x20) == word.charAt(i - from);
            }
            return same;
        }
    }

    /** Numbers without their fractions. */
    private static final class Truncated extends NumberField {
        private final RealText number = new RealText();
        private final IntegerType type;

        Truncated(IntegerType type) {
            this.type = type;
        }

        @Override
        boolean number(byte[] text, int from, int end, long to) {
            if (!number.read(text, from, end) || Double.isNaN(number.value())) {
                return false;
            }
            double value = number.value();
            if (Math.abs(value) >= Long.MAX_VALUE) {
                throw new CastingException("genfromtxt: " + value + " is out of range for " + type);
            }
            Element.set(type, to, (long) value);
            return true;
        }
    }
}
