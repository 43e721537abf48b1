package io.arrayport.core.loop;

import io.arrayport.core.threads.Split;

/** Cuts what a loop walks into ranges of one axis, which threads share. */
final class Cut {
    /** Ranges of the innermost axis begin at multiples: kernels work on blocks of so many elements at most. */
    static final long BLOCK = 1024;
    /** Ranges of other axes begin at multiples of the tiles that a transposed copy moves. */
    private static final long TILE = 8;
    /** An axis so long is cut before one outside of it that is shorter. */
    private static final long WIDE = 64;
    private static final Free ANY = new Any();

    private Cut() {}

    /** A loop over a part of the axes. */
    @FunctionalInterface
    interface Walk {
        /** @param first where each operand's part begins */
        void run(Axes axes, long[] first);
    }

    /** A loop over neighbours. */
    @FunctionalInterface
    interface Strip {
        void run(long first, long n);
    }

    /** Runs a loop over {@code n} elements in one strip. */
    static void flat(long n, Strip strip) {
        if (Split.isWorth(n, 1)) {
            Split.run((n + BLOCK - 1) / BLOCK, BLOCK,
                    (from, to) -> strip.run(from * BLOCK, Math.min(n, to * BLOCK) - from * BLOCK));
        } else {
            strip.run(0, n);
        }
    }

    /** A loop over a part of the axes by a kernel. */
    @FunctionalInterface
    interface Kernel<K> {
        /** @param first where each operand's part begins */
        void run(K kernel, Axes axes, long[] first);
    }

    /** Runs an elementwise loop, each range by a kernel of {@code kernels}. */
    static <K> void elements(Supply<K> kernels, Axes axes, long[] first, Kernel<K> walk) {
        Walk lent = (part, at) -> kernels.lend(kernel -> walk.run(kernel, part, at));
        if (kernels.isAlone()) {
            lent.run(axes, first);
        } else {
            elements(axes, first, lent);
        }
    }

    /** Runs an elementwise loop: the order of its elements is free. */
    static void elements(Axes axes, long[] first, Walk walk) {
        int axis = outermost(axes, ANY);
        along(axes, first, axis, axis == 0 ? BLOCK : TILE, walk);
    }

    /**
     * Runs a loop over rows, each of them by itself.
     *
     * @param weight of a row
     * @param block how many rows are taken together
     */
    static void rows(Axes axes, long[] first, long weight, long block, Walk walk) {
        along(axes, first, outermost(axes, ANY), block, weight, walk);
    }

    /** Which axes may be cut. */
    @FunctionalInterface
    interface Free {
        boolean isFree(int axis);
    }

    // What the first operation of a process needs is a class: a lambda takes longer to be made.

    private static final class Any implements Free {
        @Override
        public boolean isFree(int axis) {
            return true;
        }
    }

    /** Ranges of an axis. */
    private record Parts(Axes axes, long[] first, int axis, long block, Walk walk) implements Split.Range {
        @Override
        public void run(long from, long to) {
            long[] at = first.clone();
            for (int operand = 0; operand < at.length; operand++) {
                at[operand] += from * block * axes.stride(operand, axis);
            }
            long n = axes.dim(axis);
            long length = Math.min(n, to * block) - from * block;
            walk.run(length == n ? axes : axes.part(axis, length), at);
        }
    }

    /** Returns the outermost free axis that is long; else the longest; -1 if none is free. */
    static int outermost(Axes axes, Free free) {
        int longest = -1;
        for (int axis = axes.ndim() - 1; axis >= 0; axis--) {
            if (free.isFree(axis)) {
                if (axes.dim(axis) >= WIDE) {
                    return axis;
                }
                longest = longest < 0 || axes.dim(axis) > axes.dim(longest) ? axis : longest;
            }
        }
        return longest;
    }

    /**
     * Runs a loop whose ranges along {@code axis} do not depend on each other; as a whole if there is no such axis.
     *
     * @param block ranges begin at multiples of it
     */
    static void along(Axes axes, long[] first, int axis, long block, Walk walk) {
        along(axes, first, axis, block, 1, walk);
    }

    private static void along(Axes axes, long[] first, int axis, long block, long element, Walk walk) {
        if (axis < 0 || axes.ndim() == 0) {
            walk.run(axes, first);
            return;
        }
        long n = axes.dim(axis);
        long weight = block * element;
        for (int i = 0; i < axes.ndim(); i++) {
            weight *= i == axis ? 1 : axes.dim(i);
        }
        Split.run((n + block - 1) / block, weight, new Parts(axes, first, axis, block, walk));
    }
}
