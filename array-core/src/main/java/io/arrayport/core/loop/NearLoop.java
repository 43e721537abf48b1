package io.arrayport.core.loop;

import java.lang.foreign.Arena;

import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Steps;
import io.arrayport.core.kernel.Transposition;
import io.arrayport.core.layout.Layout;

/**
 * Brings the elements of operands together, a tile at a time in the nearest cache, for a kernel that is fast where they
 * are neighbours: those of a matrix that lies by columns where the result lies by rows, every other element, and
 * elements that lie backwards.
 */
final class NearLoop {
    private static final int INPUTS = 2;
    private static final int OUT = 2;
    /** Elements of a tile along the innermost axis. */
    private static final long WIDE = 128;
    /** Bytes of such a strip: what two are brought together from, four times as much, stays near as well. */
    private static final long STRIP = 4096;
    /** Bytes of a column of a tile: two lines, which memory brings together. */
    private static final int COLUMN = 128;
    private static final long LEAST_ROW = 64;
    /** Fewer elements are not worth the scratch. */
    private static final long LEAST = 2048;

    private final BinaryKernel kernel;
    private final Axes axes;
    private final int element;
    private final long wide;
    private final long high;

    private NearLoop(BinaryKernel kernel, Axes axes) {
        this.kernel = kernel;
        this.axes = axes;
        this.element = kernel.element();
        boolean tiles = isTurned(axes, 0, element) || isTurned(axes, 1, element);
        this.wide = tiles ? WIDE : STRIP / element;
        this.high = tiles ? Math.max(Transposition.LEAST, COLUMN / element) : 1;
    }

    /** Returns whether inputs of one axis are worth it. */
    static boolean isWorth(BinaryKernel kernel, Layout a, Layout b) {
        if (a.dim(0) < LEAST) { // before the kernel is asked: that is a call
            return false;
        }
        return isStepped(kernel, a.stride(0), b.stride(0));
    }

    /** Returns whether the innermost two axes are worth it. */
    static boolean isWorth(BinaryKernel kernel, Axes axes) {
        if (axes.dim(0) < LEAST_ROW || axes.dim(0) * axes.dim(1) < LEAST) {
            return false;
        }
        int element = kernel.element();
        if (element == 0 || axes.stride(OUT, 0) != kernel.result()) {
            return false;
        }
        return isTurned(axes, 0, element) || isTurned(axes, 1, element)
                || isStepped(kernel, axes.stride(0, 0), axes.stride(1, 0));
    }

    private static boolean isStepped(BinaryKernel kernel, long aStride, long bStride) {
        int element = kernel.element();
        return element > 0 && (Steps.isVectored(element, aStride) || Steps.isVectored(element, bStride))
                && !kernel.takesSteps(aStride, bStride);
    }

    private static boolean isTurned(Axes axes, int operand, int element) {
        return axes.stride(operand, 1) == element && axes.dim(1) >= Transposition.LEAST
                && Math.abs(axes.stride(operand, 0)) > element;
    }

    /** Computes the innermost two axes from these addresses on. */
    static void run(BinaryKernel kernel, Axes axes, long a, long b, long out) {
        NearLoop loop = new NearLoop(kernel, axes);
        long bytes = loop.wide * loop.high * loop.element;
        try (Arena arena = Arena.ofConfined()) {
            long scratch = arena.allocate(INPUTS * bytes, 64).address();
            for (long row = 0; row < axes.dim(1); row += loop.high) {
                for (long column = 0; column < axes.dim(0); column += loop.wide) {
                    loop.tile(loop.at(0, a, row, column), loop.at(1, b, row, column), loop.at(OUT, out, row, column),
                            scratch, scratch + bytes, Math.min(loop.wide, axes.dim(0) - column),
                            Math.min(loop.high, axes.dim(1) - row));
                }
            }
        }
    }

    private long at(int operand, long base, long row, long column) {
        return base + row * axes.stride(operand, 1) + column * axes.stride(operand, 0);
    }

    private void tile(long a, long b, long out, long nearA, long nearB, long columns, long rows) {
        boolean movesA = bring(0, a, nearA, columns, rows);
        boolean movesB = bring(1, b, nearB, columns, rows);
        for (long row = 0; row < rows; row++) {
            kernel.run(movesA ? nearA + row * wide * element : a + row * axes.stride(0, 1),
                    movesA ? element : axes.stride(0, 0),
                    movesB ? nearB + row * wide * element : b + row * axes.stride(1, 1),
                    movesB ? element : axes.stride(1, 0), out + row * axes.stride(OUT, 1), axes.stride(OUT, 0),
                    columns);
        }
    }

    /** Returns whether the operand's elements are now at {@code near}. */
    private boolean bring(int operand, long from, long near, long columns, long rows) {
        long stride = axes.stride(operand, 0);
        if (isTurned(axes, operand, element)) {
            Transposition.run(element, from, stride, near, wide * element, columns, rows);
            return true;
        }
        if (!Steps.isVectored(element, stride)) {
            return false;
        }
        for (long row = 0; row < rows; row++) {
            Steps.copy(element, from + row * axes.stride(operand, 1), stride, near + row * wide * element, element,
                    columns);
        }
        return true;
    }
}
