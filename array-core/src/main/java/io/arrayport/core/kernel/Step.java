package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/** One element of a binary operation: reads at two addresses, then writes at a third, which may be one of them. */
@FunctionalInterface
interface Step {
    void run(long a, long b, long out);

    /** Returns the step of {@code op} between elements of {@code lane}. */
    static Step of(Op op, Lane lane) {
        if (op.isPredicate()) {
            ScalarTest test = ScalarTest.of(op);
            return lane.isComplex() ? new ComplexTest(test.complex(), Real.of(lane.part()), lane.part().bytes())
                    : lane.isFloat() ? new RealTest(test.real(), Real.of(lane))
                            : new WholeTest(test.whole(), Whole.ordered(lane));
        }
        if (lane.isComplex()) {
            return complex(ComplexOp.of(op), lane);
        }
        ScalarOp row = ScalarOp.of(op, lane);
        return lane == Lane.F64 ? new Doubles(row) : lane.isFloat() ? new Singles(row, Real.of(lane))
                : new Wholes(row, form(op, lane));
    }

    /** Returns the step of {@code op} between a result so far and an element, both of {@code lane}. */
    static Step carried(Op op, Lane lane) {
        return lane.isComplex() ? complex(ComplexOp.carried(op), lane) : of(op, lane);
    }

    /** Returns the form in which {@code op} reads whole numbers. */
    static Whole form(Op op, Lane lane) {
        return op == Op.MAXIMUM || op == Op.MINIMUM ? Whole.ordered(lane) : Whole.of(lane);
    }

    private static Step complex(ComplexOp row, Lane lane) {
        return lane == Lane.C64 ? new SingleParts(row) : new DoubleParts(row);
    }

    /** Of bools and integers. */
    record Wholes(ScalarOp op, Whole form) implements Step {
        @Override
        public void run(long a, long b, long out) {
            form.put(out, op.whole().applyAsLong(form.get(a), form.get(b)));
        }
    }

    /** Of what is computed in binary32. */
    record Singles(ScalarOp op, Real form) implements Step {
        @Override
        public void run(long a, long b, long out) {
            form.put(out, op.single().apply((float) form.get(a), (float) form.get(b)));
        }
    }

    /** Of binary64. */
    record Doubles(ScalarOp op) implements Step {
        @Override
        public void run(long a, long b, long out) {
            Raw.f64(out, op.real().applyAsDouble(Raw.f64(a), Raw.f64(b)));
        }
    }

    /** Of pairs of binary32. */
    record SingleParts(ComplexOp op) implements Step {
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
    record DoubleParts(ComplexOp op) implements Step {
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

    /** A comparison of bools or integers. */
    record WholeTest(ScalarTest.Whole test, Whole form) implements Step {
        @Override
        public void run(long a, long b, long out) {
            Raw.i8(out, (byte) (test.test(form.get(a), form.get(b)) ? 1 : 0));
        }
    }

    /** A comparison of real numbers. */
    record RealTest(ScalarTest.Real test, Real form) implements Step {
        @Override
        public void run(long a, long b, long out) {
            Raw.i8(out, (byte) (test.test(form.get(a), form.get(b)) ? 1 : 0));
        }
    }

    /** A comparison of complex numbers, whose imaginary part lies {@code part} bytes on. */
    record ComplexTest(ScalarTest.Complex test, Real form, int part) implements Step {
        @Override
        public void run(long a, long b, long out) {
            Raw.i8(out, (byte) (test.test(form.get(a), form.get(a + part), form.get(b), form.get(b + part)) ? 1 : 0));
        }
    }
}
