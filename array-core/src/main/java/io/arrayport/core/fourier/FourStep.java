package io.arrayport.core.fourier;

/**
 * A length of two factors: a matrix whose columns are transformed, then turned by roots, and whose rows are. As many
 * columns or rows at once as a row of lanes holds, in room that a cache holds.
 */
final class FourStep implements Transform {
    /** Columns or rows of sides that long stay in a cache of the second level, and are read by several lines each. */
    private static final int SHORT = 1024;
    private static final int LONG = 2048;
    /** Numbers that are brought from rows into lanes while what they are written to is near. */
    private static final int NEAR = 16;

    private final Transform first;
    private final Transform second;
    /** Columns or rows at once: every line of memory that is touched is far from the next. */
    private final int together;
    private final Roots roots;
    /** Of each row, the roots by which the columns of one group differ. */
    private final double[] turnRe;
    private final double[] turnIm;

    FourStep(Transform first, Transform second) {
        this.first = first;
        this.second = second;
        int longest = Math.max(first.length(), second.length());
        together = longest <= SHORT ? 4 * Transforms.LANES : longest <= LONG ? 2 * Transforms.LANES : Transforms.LANES;
        long n = (long) first.length() * second.length();
        roots = new Roots(n);
        turnRe = new double[first.length() * together];
        turnIm = new double[first.length() * together];
        for (int row = 0; row < first.length(); row++) {
            for (int lane = 0; lane < together; lane++) {
                long k = (long) row * lane % n;
                turnRe[row * together + lane] = Roots.re(k, n);
                turnIm[row * together + lane] = Roots.im(k, n);
            }
        }
    }

    @Override
    public int length() {
        return first.length() * second.length();
    }

    @Override
    public long room() {
        return 4L * length() + together * (first.room() + second.room());
    }

    @Override
    public void forward(Buffers b, int lanes) {
        if (lanes > 1) {
            oneByOne(b, lanes);
            return;
        }
        Buffers part = b.inner(Math.max(first.length(), second.length()) * together);
        for (int column = 0; column < second.length(); column += together) {
            columns(b, part, column);
        }
        for (int row = 0; row < first.length(); row += together) {
            rows(b, part, row);
        }
    }

    private void columns(Buffers b, Buffers part, int column) {
        int rows = first.length();
        int width = second.length();
        int lanes = Math.min(together, width - column);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(b.re, row * width + column, part.re, row * together, lanes);
            System.arraycopy(b.im, row * width + column, part.im, row * together, lanes);
        }
        first.forward(part, together);
        long n = length();
        for (int row = 0; row < rows; row++) {
            long k = (long) row * column % n;
            Choice.BUTTERFLIES.twist(part.re, part.im, row * together, lanes, turnRe, turnIm, roots.re(k), roots.im(k),
                    b.backRe, b.backIm, row * width + column);
        }
    }

    private void rows(Buffers b, Buffers part, int row) {
        int rows = first.length();
        int width = second.length();
        int wide = Math.min(together, rows);
        int lanes = Math.min(wide, rows - row);
        for (int near = 0; near < width; near += NEAR) {
            int end = Math.min(width, near + NEAR);
            for (int lane = 0; lane < lanes; lane++) {
                int from = (row + lane) * width;
                for (int i = near; i < end; i++) {
                    part.re[i * wide + lane] = b.backRe[from + i];
                    part.im[i * wide + lane] = b.backIm[from + i];
                }
            }
        }
        second.forward(part, wide);
        for (int i = 0; i < width; i++) {
            System.arraycopy(part.re, i * wide, b.re, i * rows + row, lanes);
            System.arraycopy(part.im, i * wide, b.im, i * rows + row, lanes);
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
