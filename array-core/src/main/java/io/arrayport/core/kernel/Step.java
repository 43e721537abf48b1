package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Complex;

/** One element of a binary operation: reads at two addresses, then writes at a third, which may be one of them. */
@FunctionalInterface
interface Step {
    void run(long a, long b, long out);

    /** Returns the step of {@code op} between elements of {@code lane}. */
    static Step of(Op op, Lane lane) {
        if (lane == Lane.TIME) {
            return TimeSteps.binary(op);
        }
        if (op.isPredicate()) {
            ScalarTest test = ScalarTest.of(op);
            return lane.isComplex()
                    ? Template.own(Step.class, ComplexTest.class, test.complex(), Real.of(lane.part()),
                            lane.part().bytes())
                    : lane.isFloat() ? Template.own(Step.class, RealTest.class, test.real(), Real.of(lane))
                            : Template.own(Step.class, WholeTest.class, test.whole(),
                                    ScalarTest.isLogical(op) ? Whole.of(lane) : Whole.ordered(lane));
        }
        if (op == Op.POWER && lane.isComplex()) {
            return Template.own(Step.class, ComplexPowers.class, Real.of(lane.part()), lane.part().bytes());
        }
        if (lane.isComplex()) {
            return complex(ComplexOp.of(op), lane);
        }
        if (op == Op.NEXTAFTER && lane.isFloat() && lane.bytes() == 2) {
            return Template.own(Step.class, HalfNeighbour.class, Real.of(lane), HalfNeighbour.infinity(lane));
        }
        ScalarOp row = ScalarOp.of(op, lane);
        return lane == Lane.F64 ? Template.own(Step.class, Doubles.class, row)
                : lane.isFloat() ? Template.own(Step.class, Singles.class, row, Real.of(lane))
                        : Template.own(Step.class, Wholes.class, row, form(op, lane));
    }

    /** Returns the step of {@code op} between a result so far and an element, both of {@code lane}. */
    static Step carried(Op op, Lane lane) {
        return lane.isComplex() && op == Op.MULTIPLY ? complex(ComplexOp.CARRIED_MULTIPLY, lane) : of(op, lane);
    }

    /** Returns the form in which {@code op} reads whole numbers. */
    static Whole form(Op op, Lane lane) {
        return switch (op) {
            case MAXIMUM, MINIMUM, FMAX, FMIN -> Whole.ordered(lane);
            default -> Whole.of(lane);
        };
    }

    /** Whether whole numbers may be taken in any order. */
    static boolean isFree(Op op) {
        return switch (op) {
            case ADD, MULTIPLY, MAXIMUM, MINIMUM, FMAX, FMIN, BITWISE_AND, BITWISE_OR, BITWISE_XOR, GCD -> true;
            default -> false;
        };
    }

    private static Step complex(ComplexOp row, Lane lane) {
        return lane == Lane.C64 ? Template.own(Step.class, SingleParts.class, row)
                : Template.own(Step.class, DoubleParts.class, row);
    }

    /** Of bools and integers. */
    final class Wholes implements Step {
        private final ScalarOp op;
        private final Whole form;

        Wholes(ScalarOp op, Whole form) {
            this.op = op;
            this.form = form;
        }

        @Override
        public void run(long a, long b, long out) {
            form.put(out, op.whole().applyAsLong(form.get(a), form.get(b)));
        }
    }

    /** Of 64-bit integers and narrower ones or bools. */
    final class Widened implements Step {
        private final ScalarOp op;
        private final Whole narrow;

        Widened(ScalarOp op, Whole narrow) {
            this.op = op;
            this.narrow = narrow;
        }

        @Override
        public void run(long a, long b, long out) {
            Raw.i64(out, op.whole().applyAsLong(Raw.i64(a), narrow.get(b)));
        }
    }

    /** Of what is computed in binary32. */
    final class Singles implements Step {
        private final ScalarOp op;
        private final Real form;

        Singles(ScalarOp op, Real form) {
            this.op = op;
            this.form = form;
        }

        @Override
        public void run(long a, long b, long out) {
            form.put(out, op.single().apply((float) form.get(a), (float) form.get(b)));
        }
    }

    /** Of binary64. */
    final class Doubles implements Step {
        private final ScalarOp op;

        Doubles(ScalarOp op) {
            this.op = op;
        }

        @Override
        public void run(long a, long b, long out) {
            Raw.f64(out, op.real().applyAsDouble(Raw.f64(a), Raw.f64(b)));
        }
    }

    /** Of pairs of binary32. */
    final class SingleParts implements Step {
        private final ComplexOp op;

        SingleParts(ComplexOp op) {
            this.op = op;
        }

        @Override
        public void run(long a, long b, long out) {
            float ar = Raw.f32(a);
            float ai = Raw.f32(a + 4);
            float br = Raw.f32(b);
            float bi = Raw.f32(b + 4);
            Raw.f32(out, op.singleReal().apply(ar, ai, br, bi));
            Raw.f32(out + 4, op.singleImag().apply(ar, ai, br, bi));
        }
    }

    /** Of pairs of binary64. */
    final class DoubleParts implements Step {
        private final ComplexOp op;

        DoubleParts(ComplexOp op) {
            this.op = op;
        }

        @Override
        public void run(long a, long b, long out) {
            double ar = Raw.f64(a);
            double ai = Raw.f64(a + 8);
            double br = Raw.f64(b);
            double bi = Raw.f64(b + 8);
            Raw.f64(out, op.doubleReal().apply(ar, ai, br, bi));
            Raw.f64(out + 8, op.doubleImag().apply(ar, ai, br, bi));
        }
    }

    /** Powers of complex numbers, whose imaginary part lies {@code part} bytes on. */
    final class ComplexPowers implements Step {
        private final Real form;
        private final int part;

        ComplexPowers(Real form, int part) {
            this.form = form;
            this.part = part;
        }

        @Override
        public void run(long a, long b, long out) {
            Complex value = ComplexPower.of(form.get(a), form.get(a + part), form.get(b), form.get(b + part));
            form.put(out, value.real());
            form.put(out + part, value.imag());
        }
    }

    /** A comparison of bools or integers. */
    final class WholeTest implements Step {
        private final ScalarTest.Whole test;
        private final Whole form;

        WholeTest(ScalarTest.Whole test, Whole form) {
            this.test = test;
            this.form = form;
        }

        @Override
        public void run(long a, long b, long out) {
            Raw.i8(out, (byte) (test.test(form.get(a), form.get(b)) ? 1 : 0));
        }
    }

    /** A comparison of real numbers. */
    final class RealTest implements Step {
        private final ScalarTest.Real test;
        private final Real form;

        RealTest(ScalarTest.Real test, Real form) {
            this.test = test;
            this.form = form;
        }

        @Override
        public void run(long a, long b, long out) {
            Raw.i8(out, (byte) (test.test(form.get(a), form.get(b)) ? 1 : 0));
        }
    }

    /** A comparison of complex numbers, whose imaginary part lies {@code part} bytes on. */
    final class ComplexTest implements Step {
        private final ScalarTest.Complex test;
        private final Real form;
        private final int part;

        ComplexTest(ScalarTest.Complex test, Real form, int part) {
            this.test = test;
            this.form = form;
            this.part = part;
        }

        @Override
        public void run(long a, long b, long out) {
            Raw.i8(out, (byte) (test.test(form.get(a), form.get(a + part), form.get(b), form.get(b + part)) ? 1 : 0));
        }
    }
}
