package io.arrayport.core.kernel;

import java.util.Locale;

import io.arrayport.core.backend.Op;

/**
 * {@link ReduceKernel} that is {@link Raced}: of neighbours, of those that no cache holds, and of every other element
 * or backwards.
 */
class RacedReduce extends Raced<ReduceKernel> implements ReduceKernel {
    private static final int NEAR = 0;
    private static final int APART = 1;
    private static final int FAR = 2;

    private final Op op;
    private final Lane in;
    private final Lane acc;

    RacedReduce(Op op, Lane in, Lane acc) {
        super("reduce-" + op.name().toLowerCase(Locale.ROOT) + "-" + in, Simd.scalar().reduce(op, in, acc),
                FAR + 1, ENOUGH);
        this.op = op;
        this.in = in;
        this.acc = acc;
    }

    @Override
    public void run(long from, long stride, long n, long into) {
        int form = form(stride, n);
        of(faster(form, n), form).run(from, stride, n, into);
    }

    @Override
    public void each(long from, long stride, long n, long step, long into, long intoStep, long count) {
        int form = form(stride, n * count);
        of(faster(form, n * count), form).each(from, stride, n, step, into, intoStep, count);
    }

    private int form(long stride, long n) {
        return Steps.isVectored(in.bytes(), stride) ? APART
                : stride == in.bytes() && n * stride >= FAR_BYTES ? FAR : NEAR;
    }

    private static ReduceKernel of(ReduceKernel kernel, int form) {
        return form == FAR ? kernel.far() : kernel;
    }

    @Override
    boolean takes(ReduceKernel vectors, int form) {
        return form != APART || vectors.takesSteps();
    }

    @Override
    ReduceKernel make(ReduceKernel beside) {
        return Simd.provider().reduce(op, in, acc, beside);
    }

    @Override
    void sample(ReduceKernel kernel, int form, long a, long b, long out, int n) {
        int step = form == APART ? 2 : 1;
        ReduceKernel raced = of(kernel, form);
        raced.run(a, (long) step * in.bytes(), n / step, out);
        raced.run(b, (long) step * in.bytes(), n / step, out);
    }

    /** Extrema have a loop for either sign. */
    @Override
    int sign() {
        return -1;
    }

    @Override
    Lane lane() {
        return in;
    }
}
