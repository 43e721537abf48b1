package io.arrayport.core.fourier;

/**
 * A length of two factors: a matrix whose columns are transformed, then turned by roots, and whose rows are. As many
 * columns or rows at once as a row of lanes holds, in room that a cache holds.
 */
final class FourStep implements Transform {
    private static final int LANES = Transforms.LANES;
    private static final Butterflies BUTTERFLIES = Butterflies.best();

    private final Transform first;
    private final Transform second;
    private final Roots roots;
    /** Of each row, the roots by which the columns of one group differ. */
    private final double[] turnRe;
    private final double[] turnIm;

    FourStep(Transform first, Transform second) {
        this.first = first;
        this.second = second;
        long n = (long) first.length() * second.length();
        roots = new Roots(n);
        turnRe = new double[first.length() * LANES];
        turnIm = new double[first.length() * LANES];
        for (int row = 0; row < first.length(); row++) {
            for (int lane = 0; lane < LANES; lane++) {
                long k = (long) row * lane % n;
                turnRe[row * LANES + lane] = Roots.re(k, n);
                turnIm[row * LANES + lane] = Roots.im(k, n);
            }
        }
    }

    @Override
    public int length() {
        return first.length() * second.length();
    }

    @Override
    public long room() {
        return 4L * length() + LANES * (first.room() + second.room());
    }

    @Override
    public void forward(Buffers b, int lanes) {
        if (lanes > 1) {
            oneByOne(b, lanes);
            return;
        }
        Buffers part = b.inner(Math.max(first.length(), second.length()) * LANES);
        for (int column = 0; column < second.length(); column += LANES) {
            columns(b, part, column);
        }
        for (int row = 0; row < first.length(); row += LANES) {
            rows(b, part, row);
        }
    }

    private void columns(Buffers b, Buffers part, int column) {
        int rows = first.length();
        int width = second.length();
        int lanes = Math.min(LANES, width - column);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(b.re, row * width + column, part.re, row * LANES, lanes);
            System.arraycopy(b.im, row * width + column, part.im, row * LANES, lanes);
        }
        first.forward(part, LANES);
        long n = length();
        for (int row = 0; row < rows; row++) {
            long k = (long) row * column % n;
            BUTTERFLIES.twist(part.re, part.im, row * LANES, lanes, turnRe, turnIm, roots.re(k), roots.im(k),
                    b.backRe, b.backIm, row * width + column);
        }
    }

    private void rows(Buffers b, Buffers part, int row) {
        int rows = first.length();
        int width = second.length();
        int lanes = Math.min(LANES, rows - row);
        for (int lane = 0; lane < lanes; lane++) {
            int from = (row + lane) * width;
            for (int i = 0; i < width; i++) {
                part.re[i * LANES + lane] = b.backRe[from + i];
                part.im[i * LANES + lane] = b.backIm[from + i];
            }
        }
        second.forward(part, LANES);
        for (int i = 0; i < width; i++) {
            System.arraycopy(part.re, i * LANES, b.re, i * rows + row, lanes);
            System.arraycopy(part.im, i * LANES, b.im, i * rows + row, lanes);
        }
    }

    private void oneByOne(Buffers b, int lanes) {
        int n = length();
        Buffers one = b.inner(n);
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < n; i++) {
                one.re[i] = b.re[i * lanes + lane];
                one.im[i] = b.im[i * lanes + lane];
            }
            forward(one, 1);
            for (int i = 0; i < n; i++) {
                b.re[i * lanes + lane] = one.re[i];
                b.im[i * lanes + lane] = one.im[i];
            }
        }
    }
}
