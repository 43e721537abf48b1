package io.arrayport.core.kernel;

import java.util.Locale;

import io.arrayport.core.backend.Op;

/**
 * {@link BinaryKernel} that is {@link Raced}: of two arrays, of an array and one element on either side, of arrays
 * whose elements are no neighbours, and of two that no cache holds.
 */
final class RacedBinary extends Raced<BinaryKernel> implements BinaryKernel {
    private static final int BOTH = 0;
    private static final int RIGHT = 1;
    private static final int LEFT = 2;
    private static final int APART = 3;
    private static final int FAR = 4;

    private final Op op;
    private final Lane lane;

    RacedBinary(Op op, Lane lane) {
        super(op.name().toLowerCase(Locale.ROOT) + "-" + lane, FirstBinary.of(op, lane), FAR + 1,
                enough(op));
        this.op = op;
        this.lane = lane;
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        faster(form(aStride, bStride, n), n).run(a, aStride, b, bStride, out, outStride, n);
    }

    private int form(long aStride, long bStride, long n) {
        return aStride == 0 ? LEFT
                : bStride == 0 ? RIGHT
                        : aStride != lane.bytes() || bStride != aStride ? APART
                                : n * aStride < BinaryKernel.FAR_BYTES ? BOTH : FAR;
    }

    @Override
    boolean takes(BinaryKernel vectors, int form) {
        return form != APART || vectors.takesSteps(2L * lane.bytes(), 2L * lane.bytes());
    }

    @Override
    BinaryKernel make(BinaryKernel beside) {
        return Simd.provider().binary(op, lane, FirstBinary.twin(beside));
    }

    @Override
    void sample(BinaryKernel kernel, int form, long a, long b, long out, int n) {
        int step = form == APART ? 2 * lane.bytes() : lane.bytes();
        (form == FAR ? kernel.far() : kernel).run(a, form == LEFT ? 0 : step, b, form == RIGHT ? 0 : step, out,
                Kernels.output(op, lane).bytes(), form == APART ? n / 2 : n);
    }

    @Override
    Lane lane() {
        return lane;
    }

    @Override
    void won(BinaryKernel kernel) {
        Kernels.settle(op, lane, this, kernel);
    }
}
