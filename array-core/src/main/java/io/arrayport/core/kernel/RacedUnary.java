package io.arrayport.core.kernel;

import java.util.Locale;

import io.arrayport.core.backend.Op;

/** {@link UnaryKernel} that is {@link Raced}. */
abstract class RacedUnary extends Raced<UnaryKernel> implements UnaryKernel {
    private final Lane from;
    private final Lane to;

    private RacedUnary(String name, UnaryKernel twin, Lane from, Lane to, long enough) {
        super(name, twin, 1, enough);
        this.from = from;
        this.to = to;
    }

    @Override
    public final void run(long in, long inStride, long out, long outStride, long n) {
        faster(0, n).run(in, inStride, out, outStride, n);
    }

    @Override
    void sample(UnaryKernel kernel, int form, long a, long b, long out, int n) {
        kernel.run(a, from.bytes(), out, to.bytes(), n);
    }

    @Override
    final Lane lane() {
        return from;
    }

    /** A function of one number. */
    static final class Function extends RacedUnary {
        private final Op op;
        private final Lane lane;

        Function(Op op, Lane lane) {
            super(op.name().toLowerCase(Locale.ROOT) + "-" + lane, Simd.scalar().unary(op, lane), lane,
                    Kernels.output(op, lane), enough(op));
            this.op = op;
            this.lane = lane;
        }

        /** With a nan, so that what computes vectors with rare lanes is compiled as well. */
        @Override
        void sample(UnaryKernel kernel, int form, long a, long b, long out, int n) {
            if (lane.isFloat()) {
                Real.of(lane).put(a + (n - 1L) * lane.bytes(), Double.NaN);
            }
            super.sample(kernel, form, a, b, out, n);
        }

        @Override
        UnaryKernel make(UnaryKernel beside) {
            return Simd.provider().unary(op, lane, beside);
        }

        @Override
        void won(UnaryKernel kernel) {
            Kernels.settle(op, lane, this, kernel);
        }
    }

    /** A conversion. */
    static final class Conversion extends RacedUnary {
        private final Lane from;
        private final Lane to;

        Conversion(Lane from, Lane to) {
            super(from + "-to-" + to, Simd.scalar().convert(from, to), from, to, ENOUGH);
            this.from = from;
            this.to = to;
        }

        @Override
        UnaryKernel make(UnaryKernel beside) {
            return Simd.provider().convert(from, to, beside);
        }
    }
}
