package io.arrayport.core.fourier;

import java.util.Arrays;

import io.arrayport.core.kernel.RacedOnArrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link Butterflies} that are plain until vectors are compiled, which takes a second in which a million numbers could
 * be transformed. What brings rows into lanes by vectors is compiled with them.
 */
final class RacedButterflies extends RacedOnArrays<Butterflies> implements Butterflies {
    /** Numbers that went through a pass: of a transform of a row a few times its length. */
    private static final long ENOUGH = 1 << 19;
    private static final int[] RADICES = {2, 3, 4, 5, 7};
    private static final int STRIDE = 2 * Transforms.LANES;
    private static final int COUNT = 4;
    private static final int LARGEST = 7;
    private static final double COS = 0.8;
    private static final double SIN = 0.6;

    private final Pass[] passes = new Pass[RADICES.length];
    private final Buffers sample = new Buffers(LARGEST * COUNT * STRIDE);
    private final long[] rows = new long[LaneCopy.COUNT];
    private @Nullable LaneCopy lanes; // of the thread that races
    private volatile @Nullable LaneCopy won;

    RacedButterflies() {
        super("butterflies", new PlainButterflies(), ENOUGH);
        for (int i = 0; i < passes.length; i++) {
            passes[i] = new Pass(RADICES[i], COUNT);
        }
    }

    /** Returns what is used with vectors; null as long as they have not won. */
    @Nullable
    LaneCopy lanes() {
        return won;
    }

    @Override
    protected Butterflies onVectors() {
        lanes = LaneCopy.find();
        return Butterflies.vectors();
    }

    @Override
    protected void won() {
        won = lanes;
    }

    @Override
    protected int elements() {
        return (Arrays.stream(RADICES).sum() * COUNT + 4) * STRIDE; // turn, twist, split and join once each
    }

    @Override
    protected void sample(Butterflies either, long room) {
        Buffers b = sample;
        for (Pass pass : passes) {
            either.run(pass, STRIDE, b.re, b.im, b.backRe, b.backIm);
        }
        either.turn(b.re, b.im, 0, STRIDE, COS, SIN, b.backRe, b.backIm);
        either.twist(b.re, b.im, 0, STRIDE, b.re, b.im, COS, SIN, b.backRe, b.backIm, 0);
        either.split(b.backRe, b.backIm, 0, STRIDE, STRIDE, COS, SIN);
        either.join(b.backRe, b.backIm, 0, STRIDE, STRIDE, COS, SIN);
        LaneCopy copy = lanes;
        if (copy != null && !(either instanceof PlainButterflies)) {
            sample(copy, room);
        }
    }

    private void sample(LaneCopy lanes, long room) {
        long number = 2L * Double.BYTES;
        for (int row = 0; row < rows.length; row++) {
            rows[row] = room + row * number * LaneCopy.TOGETHER;
        }
        lanes.gather(rows, LaneCopy.TOGETHER, sample);
        lanes.scatter(sample, 0, LaneCopy.TOGETHER, COS, SIN, rows);
        lanes.apart(room, rows.length * number, COUNT, sample);
        lanes.together(sample, 0, COUNT, COS, SIN, room, rows.length * number);
    }

    @Override
    public void run(Pass pass, int stride, double[] ar, double[] ai, double[] br, double[] bi) {
        faster((long) stride * pass.radix * pass.count).run(pass, stride, ar, ai, br, bi);
    }

    @Override
    public void turn(double[] ar, double[] ai, int at, int count, double wr, double wi, double[] br, double[] bi) {
        faster(count).turn(ar, ai, at, count, wr, wi, br, bi);
    }

    @Override
    public void twist(double[] ar, double[] ai, int at, int count, double[] rootRe, double[] rootIm, double wr,
            double wi, double[] br, double[] bi, int to) {
        faster(count).twist(ar, ai, at, count, rootRe, rootIm, wr, wi, br, bi, to);
    }

    @Override
    public void split(double[] re, double[] im, int low, int high, int count, double wr, double wi) {
        faster(count).split(re, im, low, high, count, wr, wi);
    }

    @Override
    public void join(double[] re, double[] im, int low, int high, int count, double wr, double wi) {
        faster(count).join(re, im, low, high, count, wr, wi);
    }
}
