package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/** One element of a unary operation: reads at one address, then writes at another, which may be the same. */
@FunctionalInterface
interface UnaryStep {
    void run(long in, long out);

    /** Returns the step of {@code op} for elements of {@code lane}. */
    static UnaryStep of(Op op, Lane lane) {
        if (lane == Lane.TIME) {
            return TimeSteps.unary(op);
        }
        if (lane.isComplex()) {
            if (op == Op.ABSOLUTE) {
                return lane == Lane.C64 ? Template.own(UnaryStep.class, SingleLength.class)
                        : Template.own(UnaryStep.class, DoubleLength.class);
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
}
