package io.arrayport.core.kernel;

import java.util.Locale;

import io.arrayport.core.backend.Op;

/** {@link ReduceKernel} that is {@link Raced}. */
final class RacedReduce extends Raced<ReduceKernel> implements ReduceKernel {
    private final Op op;
    private final Lane in;
    private final Lane acc;

    RacedReduce(Op op, Lane in, Lane acc) {
        super("reduce-" + op.name().toLowerCase(Locale.ROOT) + "-" + in, Simd.scalar().reduce(op, in, acc), 1,
                ENOUGH);
        this.op = op;
        this.in = in;
        this.acc = acc;
    }

    @Override
    public void run(long from, long stride, long n, long into) {
        faster(0, n).run(from, stride, n, into);
    }

    @Override
    public void each(long from, long stride, long n, long step, long into, long intoStep, long count) {
        faster(0, n * count).each(from, stride, n, step, into, intoStep, count);
    }

    @Override
    ReduceKernel make(ReduceKernel beside) {
        return Simd.provider().reduce(op, in, acc, beside);
    }

    @Override
    void sample(ReduceKernel kernel, int form, long a, long b, long out, int n) {
        kernel.run(a, in.bytes(), n, out);
    }

    @Override
    Lane lane() {
        return in;
    }
}
