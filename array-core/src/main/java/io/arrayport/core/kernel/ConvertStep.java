package io.arrayport.core.kernel;

import io.arrayport.core.element.FloatBits;
import io.arrayport.core.element.Integers;

/** One element of a conversion between two lanes, by the rules of NumPy's {@code astype(casting="unsafe")}. */
final class ConvertStep {
    private ConvertStep() {}

    /** Returns the step from elements of {@code from} to such of {@code to}, another lane. */
    static UnaryStep of(Lane from, Lane to) {
        if (from.isComplex()) {
            return to.isComplex() ? own(Pairs.class, of(from.part(), to.part()), from.part().bytes(), to.part().bytes())
                    : to == Lane.BOOL ? own(PairTruth.class, Real.of(from.part()), from.part().bytes())
                            : of(from.part(), to);
        }
        if (to.isComplex()) {
            return own(ToPair.class, of(from, to.part()), Real.of(to.part()), to.part().bytes());
        }
        return from.isFloat() ? real(from, to) : whole(from, to);
    }

    /** Returns the step that reverses the bytes of a number. */
    static UnaryStep swap(int bytes) {
        return own(bytes == 2 ? Swap16.class : bytes == 4 ? Swap32.class : Swap64.class);
    }

    private static UnaryStep real(Lane from, Lane to) {
        Real form = Real.of(from);
        if (from == to || to == Lane.F32 && from == Lane.BF16) {
            return from == Lane.F64 ? own(Bits64.class) : own(Bits32.class, from == Lane.BF16);
        }
        return to.isFloat() ? own(Reals.class, form, Real.of(to), from == Lane.F64 && to.bytes() == 2)
                : to == Lane.BOOL ? own(RealTruth.class, form)
                        : own(RealToWhole.class, form, Whole.of(to), Truncation.of(to));
    }

    private static UnaryStep whole(Lane from, Lane to) {
        Whole form = Whole.of(from);
        boolean signed = from != Lane.U64;
        return switch (to) {
            case BOOL -> own(WholeTruth.class, form);
            case F16, BF16 -> own(WholeToHalf.class, form, Real.of(to), signed);
            case F32 -> own(WholeToSingle.class, form, signed);
            case F64 -> own(WholeToDouble.class, form, signed);
            default -> own(Wholes.class, form, Whole.of(to));
        };
    }

    private static UnaryStep own(Class<? extends UnaryStep> type, Object... arguments) {
        return Template.own(UnaryStep.class, type, arguments);
    }

    /** Between integers: the low bits. */
    static final class Wholes implements UnaryStep {
        private final Whole from;
        private final Whole to;

        Wholes(Whole from, Whole to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void run(long in, long out) {
            to.put(out, from.get(in));
        }
    }

    /** Whether an integer is not 0. */
    static final class WholeTruth implements UnaryStep {
        private final Whole from;

        WholeTruth(Whole from) {
            this.from = from;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) (from.get(in) != 0 ? 1 : 0));
        }
    }

    /** The nearest float16 or bfloat16 of an integer. */
    static final class WholeToHalf implements UnaryStep {
        private final Whole from;
        private final Real to;
        private final boolean signed;

        WholeToHalf(Whole from, Real to, boolean signed) {
            this.from = from;
            this.to = to;
            this.signed = signed;
        }

        @Override
        public void run(long in, long out) {
            to.put(out, FloatBits.roundToOdd(Integers.sticky(from.get(in), signed)));
        }
    }

    /** The nearest float32 of an integer. */
    static final class WholeToSingle implements UnaryStep {
        private final Whole from;
        private final boolean signed;

        WholeToSingle(Whole from, boolean signed) {
            this.from = from;
            this.signed = signed;
        }

        @Override
        public void run(long in, long out) {
            long value = from.get(in);
            // Halved with a sticky last bit: rounds as it would have with all bits
            Raw.f32(out, signed || value >= 0 ? (float) value : (float) (value >>> 1 | value & 1) * 2);
        }
    }

    /** The nearest float64 of an integer. */
    static final class WholeToDouble implements UnaryStep {
        private final Whole from;
        private final boolean signed;

        WholeToDouble(Whole from, boolean signed) {
            this.from = from;
            this.signed = signed;
        }

        @Override
        public void run(long in, long out) {
            Raw.f64(out, Integers.nearest(from.get(in), signed));
        }
    }

    /** Between floats of different precision; {@code odd} where rounding to float32 on the way would round twice. */
    static final class Reals implements UnaryStep {
        private final Real from;
        private final Real to;
        private final boolean odd;

        Reals(Real from, Real to, boolean odd) {
            this.from = from;
            this.to = to;
            this.odd = odd;
        }

        @Override
        public void run(long in, long out) {
            double value = from.get(in);
            to.put(out, odd ? FloatBits.roundToOdd(value) : value);
        }
    }

    /** A float32, or the bfloat16 that is its upper half, with its bits: also those of nan. */
    static final class Bits32 implements UnaryStep {
        private final boolean half;

        Bits32(boolean half) {
            this.half = half;
        }

        @Override
        public void run(long in, long out) {
            Raw.i32(out, half ? Raw.i16(in) << 16 : Raw.i32(in));
        }
    }

    /** A float64 with its bits. */
    static final class Bits64 implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.i64(out, Raw.i64(in));
        }
    }

    /** Whether a float is not 0; nan is not. */
    static final class RealTruth implements UnaryStep {
        private final Real from;

        RealTruth(Real from) {
            this.from = from;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) (from.get(in) != 0 ? 1 : 0));
        }
    }

    /** The whole part of a float. */
    static final class RealToWhole implements UnaryStep {
        private final Real from;
        private final Whole to;
        private final Truncation truncation;

        RealToWhole(Real from, Whole to, Truncation truncation) {
            this.from = from;
            this.to = to;
            this.truncation = truncation;
        }

        @Override
        public void run(long in, long out) {
            to.put(out, truncation.of(from.get(in)));
        }
    }

    /** A complex number of a real one. */
    static final class ToPair implements UnaryStep {
        private final UnaryStep part;
        private final Real form;
        private final int bytes;

        ToPair(UnaryStep part, Real form, int bytes) {
            this.part = part;
            this.form = form;
            this.bytes = bytes;
        }

        @Override
        public void run(long in, long out) {
            part.run(in, out);
            form.put(out + bytes, 0);
        }
    }

    /** Between complex numbers. */
    static final class Pairs implements UnaryStep {
        private final UnaryStep part;
        private final int from;
        private final int to;

        Pairs(UnaryStep part, int from, int to) {
            this.part = part;
            this.from = from;
            this.to = to;
        }

        @Override
        public void run(long in, long out) {
            part.run(in, out);
            part.run(in + from, out + to);
        }
    }

    /** Whether a part of a complex number is not 0. */
    static final class PairTruth implements UnaryStep {
        private final Real form;
        private final int bytes;

        PairTruth(Real form, int bytes) {
            this.form = form;
            this.bytes = bytes;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) (form.get(in) != 0 || form.get(in + bytes) != 0 ? 1 : 0));
        }
    }

    /** Reverses 2 bytes. */
    static final class Swap16 implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.i16(out, Short.reverseBytes(Raw.i16(in)));
        }
    }

    /** Reverses 4 bytes. */
    static final class Swap32 implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.i32(out, Integer.reverseBytes(Raw.i32(in)));
        }
    }

    /** Reverses 8 bytes. */
    static final class Swap64 implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.i64(out, Long.reverseBytes(Raw.i64(in)));
        }
    }
}
