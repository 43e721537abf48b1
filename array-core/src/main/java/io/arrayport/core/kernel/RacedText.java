package io.arrayport.core.kernel;

import java.util.Locale;

/** {@link TextKernel} that is {@link Raced}. */
final class RacedText extends Raced<TextKernel> implements TextKernel {
    /** A string takes some ten times as long as a number. */
    private static final long ENOUGH_STRINGS = ENOUGH / 16;
    /** Characters of a sample's strings, and of what is made of them. */
    private static final int WIDTH = 16;
    private static final int WIDER = 20;

    private final TextOp op;
    private final int unit;

    RacedText(TextOp op, int unit) {
        super("text-" + op.name().toLowerCase(Locale.ROOT) + "-" + unit, op.specialise(unit), 1, ENOUGH_STRINGS);
        this.op = op;
        this.unit = unit;
    }

    @Override
    public void look(long[] at, long[] strides, long[] widths, long n) {
        faster(0, 0).look(at, strides, widths, n);
    }

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        faster(0, n).run(at, strides, widths, n);
    }

    @Override
    TextKernel make(TextKernel beside) {
        return Simd.provider().text(op, unit, beside);
    }

    /** Beside what fills, or is looked for, stand a whole number and the greatest one. */
    @Override
    void sample(TextKernel kernel, int form, long a, long b, long out, int n) {
        long row = (long) WIDTH * unit;
        long number = b + Long.BYTES;
        long most = number + Long.BYTES;
        if (op.isSearch()) {
            Raw.i64(number, 0);
            Raw.i64(most, Long.MAX_VALUE);
            long[] at = {a, b, number, most, out};
            long[] strides = {row, 0, 0, 0, Long.BYTES};
            kernel.run(at, strides, new long[]{WIDTH, 1, 0, 0, 0}, n);
            kernel.run(at, strides, new long[]{WIDTH, 2, 0, 0, 0}, n);
        } else {
            Raw.i64(number, WIDER);
            kernel.run(new long[]{a, number, b, out}, new long[]{row, 0, 0, (long) WIDER * unit},
                    new long[]{WIDTH, 0, 1, WIDER}, n);
        }
    }

    @Override
    Lane lane() {
        return unit == 1 ? Lane.U8 : Lane.U32;
    }

    @Override
    protected int elements() {
        return SAMPLE_BYTES / (WIDTH * unit);
    }
}
