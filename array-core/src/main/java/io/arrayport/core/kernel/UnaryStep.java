package io.arrayport.core.kernel;

import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Complex;

/** One element of a unary operation: reads at one address, then writes at another, which may be the same. */
@FunctionalInterface
interface UnaryStep {
    void run(long in, long out);

    /** Returns the step of {@code op} for elements of {@code lane}. */
    static UnaryStep of(Op op, Lane lane) {
        if (lane == Lane.TIME) {
            return TimeSteps.unary(op);
        }
        if (op.isPredicate()) {
            return test(UnaryTest.of(op), lane);
        }
        if (op == Op.EXPONENT) {
            return Template.own(UnaryStep.class, Exponents.class, Real.of(lane));
        }
        if (op == Op.BITWISE_COUNT) {
            return Template.own(UnaryStep.class, Counts.class, Whole.of(lane), lane.isUnsigned());
        }
        if (op == Op.SPACING && lane.isFloat() && lane.bytes() == 2) {
            return Template.own(UnaryStep.class, HalfSpacing.class, Real.of(lane), HalfNeighbour.infinity(lane));
        }
        if (lane.isComplex()) {
            if (op == Op.ABSOLUTE) {
                return lane == Lane.C64 ? Template.own(UnaryStep.class, SingleLength.class)
                        : Template.own(UnaryStep.class, DoubleLength.class);
            }
            ComplexFunction function = ComplexFunction.of(op);
            if (function != null) {
                return Template.own(UnaryStep.class, Pairs.class, function, Real.of(lane.part()), lane.part().bytes());
            }
            UnaryComplexOp row = UnaryComplexOp.of(op);
            return lane == Lane.C64 ? Template.own(UnaryStep.class, SingleParts.class, row)
                    : Template.own(UnaryStep.class, DoubleParts.class, row);
        }
        UnaryOp row = UnaryOp.of(op, lane);
        return lane == Lane.F64 ? Template.own(UnaryStep.class, Doubles.class, row)
                : lane.isFloat() ? Template.own(UnaryStep.class, Singles.class, row, Real.of(lane))
                        : Template.own(UnaryStep.class, Wholes.class, row, Whole.of(lane));
    }

    private static UnaryStep test(UnaryTest test, Lane lane) {
        return lane.isComplex()
                ? Template.own(UnaryStep.class, ComplexTest.class, test.complex(), Real.of(lane.part()),
                        lane.part().bytes())
                : lane.isFloat() ? Template.own(UnaryStep.class, RealTest.class, test.real(), Real.of(lane))
                        : Template.own(UnaryStep.class, WholeTest.class, test.whole(), Whole.of(lane));
    }

    /** Of bools and integers. */
    final class Wholes implements UnaryStep {
        private final UnaryOp op;
        private final Whole form;

        Wholes(UnaryOp op, Whole form) {
            this.op = op;
            this.form = form;
        }

        @Override
        public void run(long in, long out) {
            form.put(out, op.whole().applyAsLong(form.get(in)));
        }
    }

    /** Of what is computed in binary32. */
    final class Singles implements UnaryStep {
        private final UnaryOp op;
        private final Real form;

        Singles(UnaryOp op, Real form) {
            this.op = op;
            this.form = form;
        }

        @Override
        public void run(long in, long out) {
            form.put(out, op.single().apply((float) form.get(in)));
        }
    }

    /** Of binary64. */
    final class Doubles implements UnaryStep {
        private final UnaryOp op;

        Doubles(UnaryOp op) {
            this.op = op;
        }

        @Override
        public void run(long in, long out) {
            Raw.f64(out, op.real().applyAsDouble(Raw.f64(in)));
        }
    }

    /** Of pairs of binary32. */
    final class SingleParts implements UnaryStep {
        private final UnaryComplexOp op;

        SingleParts(UnaryComplexOp op) {
            this.op = op;
        }

        @Override
        public void run(long in, long out) {
            float r = Raw.f32(in);
            float i = Raw.f32(in + 4);
            Raw.f32(out, op.singleReal().apply(r, i));
            Raw.f32(out + 4, op.singleImag().apply(r, i));
        }
    }

    /** Of pairs of binary64. */
    final class DoubleParts implements UnaryStep {
        private final UnaryComplexOp op;

        DoubleParts(UnaryComplexOp op) {
            this.op = op;
        }

        @Override
        public void run(long in, long out) {
            double r = Raw.f64(in);
            double i = Raw.f64(in + 8);
            Raw.f64(out, op.doubleReal().apply(r, i));
            Raw.f64(out + 8, op.doubleImag().apply(r, i));
        }
    }

    /** Of complex numbers as a whole, whose imaginary part lies {@code part} bytes on. */
    final class Pairs implements UnaryStep {
        private final ComplexFunction function;
        private final Real form;
        private final int part;

        Pairs(ComplexFunction function, Real form, int part) {
            this.function = function;
            this.form = form;
            this.part = part;
        }

        @Override
        public void run(long in, long out) {
            Complex value = function.of(form.get(in), form.get(in + part));
            form.put(out, value.real());
            form.put(out + part, value.imag());
        }
    }

    /** The absolute value of a pair of binary32. */
    final class SingleLength implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.f32(out, ComplexRoot.absolute(Raw.f32(in), Raw.f32(in + 4)));
        }
    }

    /** The absolute value of a pair of binary64. */
    final class DoubleLength implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.f64(out, ComplexRoot.absolute(Raw.f64(in), Raw.f64(in + 8)));
        }
    }

    /** A question about a bool or an integer. */
    final class WholeTest implements UnaryStep {
        private final LongPredicate test;
        private final Whole form;

        WholeTest(LongPredicate test, Whole form) {
            this.test = test;
            this.form = form;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) (test.test(form.get(in)) ? 1 : 0));
        }
    }

    /** A question about a real number. */
    final class RealTest implements UnaryStep {
        private final DoublePredicate test;
        private final Real form;

        RealTest(DoublePredicate test, Real form) {
            this.test = test;
            this.form = form;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) (test.test(form.get(in)) ? 1 : 0));
        }
    }

    /** A question about a complex number, whose imaginary part lies {@code part} bytes on. */
    final class ComplexTest implements UnaryStep {
        private final UnaryTest.Complex test;
        private final Real form;
        private final int part;

        ComplexTest(UnaryTest.Complex test, Real form, int part) {
            this.test = test;
            this.form = form;
            this.part = part;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) (test.test(form.get(in), form.get(in + part)) ? 1 : 0));
        }
    }

    /** The exponent of a real number, as an int32. */
    final class Exponents implements UnaryStep {
        private final Real form;

        Exponents(Real form) {
            this.form = form;
        }

        @Override
        public void run(long in, long out) {
            Raw.i32(out, Floats.exponent(form.get(in)));
        }
    }

    /** The bits of an integer's absolute value, as a byte. */
    final class Counts implements UnaryStep {
        private final Whole form;
        private final boolean unsigned;

        Counts(Whole form, boolean unsigned) {
            this.form = form;
            this.unsigned = unsigned;
        }

        @Override
        public void run(long in, long out) {
            long bits = form.get(in);
            Raw.i8(out, (byte) Long.bitCount(unsigned ? bits : Math.abs(bits)));
        }
    }

    /** The distance of a 16-bit number from the next one above, which is how NumPy has it for these. */
    final class HalfSpacing implements UnaryStep {
        private final Real form;
        private final int infinity;

        HalfSpacing(Real form, int infinity) {
            this.form = form;
            this.infinity = infinity;
        }

        @Override
        public void run(long in, long out) {
            double value = form.get(in);
            short bits = Raw.i16(in);
            Raw.i16(out, HalfNeighbour.above(bits, infinity));
            form.put(out, Double.isInfinite(value) ? Double.NaN : form.get(out) - value);
        }
    }
}
