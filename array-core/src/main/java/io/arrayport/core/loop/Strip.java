package io.arrayport.core.loop;

/**
 * How a reduction's input is cut into strips, each of which is summed pairwise by itself. NumPy's bits depend on it,
 * so this follows nditer's choice of a buffer: if it would have to buffer the input (another type, misaligned, or
 * inner axes that do not join), it copies several inner axes into a buffer of 8192 elements where that makes fewer
 * strips.
 *
 * @param axes how many inner axes a block takes; the block's elements, in order, are what is cut
 * @param block elements of a block
 * @param most most elements of a strip, so that a block is strips of this length and a rest
 */
public record Strip(int axes, long block, long most) {
    private static final long BUFFER = 8192;

    private static final int OUT = 0;

    /** Returns a strip for each innermost row: where the order makes no difference. */
    public static Strip row(Axes axes) {
        return new Strip(1, axes.dim(0), axes.dim(0));
    }

    /**
     * Chooses for operands (out, in) or (out, in, mask), ordered and coalesced.
     *
     * @param cast which of them must go through a buffer: they are misaligned, or of another type than out
     */
    public static Strip choose(Axes axes, boolean... cast) {
        int[] joined = new int[cast.length]; // how many inner axes an operand walks with one stride
        int cost = 1; // what an outer step costs: one, and one for each buffer
        for (int operand = OUT; operand < cast.length; operand++) {
            joined[operand] = 1;
            cost += cast[operand] ? 1 : 0;
        }
        long size = axes.dim(0);
        long core = 1;
        int outer = 0;
        int reduceOuter = 0; // the axis at which out's stride turns to or from zero; no block goes beyond
        long bestSize = size;
        int bestCost = cost;
        for (int i = 1; i < axes.ndim() && reduceOuter == 0 && (size < BUFFER || cost == 1); i++) {
            for (int operand = OUT; operand < cast.length; operand++) {
                if (joined[operand] == i) {
                    if (axes.stride(operand, i - 1) * axes.dim(i - 1) == axes.stride(operand, i)) {
                        joined[operand]++;
                        continue;
                    }
                    cost += cast[operand] ? 0 : 1;
                }
                if (operand == OUT && (axes.stride(OUT, i) == 0 || axes.stride(OUT, i - 1) == 0)) {
                    reduceOuter = i;
                }
            }
            long inner = size;
            size *= axes.dim(i);
            double fits = cost > 1 ? Math.min(size, BUFFER) : size;
            if (cost * (double) bestSize <= bestCost * fits) {
                bestCost = cost;
                bestSize = size;
                core = inner;
                outer = i;
            }
        }
        if (reduceOuter > 0 && outer == reduceOuter) {
            return new Strip(outer, core, core);
        }
        boolean buffered = false;
        for (int operand = OUT; operand < cast.length; operand++) {
            buffered |= cast[operand] || joined[operand] <= outer;
        }
        return new Strip(outer + 1, bestSize, buffered ? Math.min(bestSize, core * (BUFFER / core)) : bestSize);
    }
}
