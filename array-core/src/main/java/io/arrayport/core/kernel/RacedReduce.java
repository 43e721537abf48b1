package io.arrayport.core.kernel;

import java.util.Locale;

import io.arrayport.core.backend.Op;

/** {@link ReduceKernel} that is {@link Raced}: of neighbours, and of every other element or backwards. */
class RacedReduce extends Raced<ReduceKernel> implements ReduceKernel {
    private static final int NEAR = 0;
    private static final int APART = 1;

    private final Op op;
    private final Lane in;
    private final Lane acc;

    RacedReduce(Op op, Lane in, Lane acc) {
        super("reduce-" + op.name().toLowerCase(Locale.ROOT) + "-" + in, Simd.scalar().reduce(op, in, acc),
                APART + 1, ENOUGH);
        this.op = op;
        this.in = in;
        this.acc = acc;
    }

    @Override
    public void run(long from, long stride, long n, long into) {
        faster(form(stride), n).run(from, stride, n, into);
    }

    @Override
    public void each(long from, long stride, long n, long step, long into, long intoStep, long count) {
        faster(form(stride), n * count).each(from, stride, n, step, into, intoStep, count);
    }

    private int form(long stride) {
        return Steps.isVectored(in.bytes(), stride) ? APART : NEAR;
    }

    @Override
    boolean takes(ReduceKernel vectors, int form) {
        return form == NEAR || vectors.takesSteps();
    }

    @Override
    ReduceKernel make(ReduceKernel beside) {
        return Simd.provider().reduce(op, in, acc, beside);
    }

    @Override
    void sample(ReduceKernel kernel, int form, long a, long b, long out, int n) {
        kernel.run(a, (form + 1L) * in.bytes(), n / (form + 1), out);
    }

    @Override
    Lane lane() {
        return in;
    }
}
