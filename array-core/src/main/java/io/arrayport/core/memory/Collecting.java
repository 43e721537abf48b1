package io.arrayport.core.memory;

import java.lang.ref.Reference;

/**
 * Makes the collector run. It can be asked for the whole heap only, which takes the longer the more is alive in it; but
 * most arrays are dropped young, and a young collection comes once its generation is full. So that is written full of
 * garbage, as long as it takes less time than the whole heap took.
 */
final class Collecting {
    /** Young in any collector: the least of G1's regions are 1 MiB, and more than half of one is not. */
    private static final int GARBAGE = 64 << 10;

    /** Of the heap, that is left to whoever else makes something meanwhile. */
    private static final int ROOM = 4 << 20;

    private static final byte[] NONE = {};

    /** How long the last ones took, or are likely to: what is not tried is likely to get cheaper. */
    private long whole;
    private long young;
    /** Else the garbage would not be made at all. */
    private byte[] last = NONE;

    /** @param whole how long one of the whole heap may take, in nanoseconds; 0 if that is to be found out */
    Collecting(long whole) {
        this.whole = whole;
    }

    /**
     * Runs the collector.
     *
     * @param canary to something new that nobody has, which it finds
     * @param all what has grown old as well
     * @return whether only what is young was looked at
     */
    boolean run(Reference<?> canary, boolean all) {
        long start = System.nanoTime();
        if (!all && young < whole) {
            if (fill(canary, start + whole)) {
                young = System.nanoTime() - start;
                return true;
            }
            young = Long.MAX_VALUE; // its pages were new, or it is large: not again so soon
            start = System.nanoTime();
        }
        System.gc();
        whole = System.nanoTime() - start;
        young = Math.min(young, 2 * whole) / 8 * 7;
        return false;
    }

    /** Writes no more than the heap has room for already: where a collection need not stop others, none may come. */
    private boolean fill(Reference<?> canary, long end) {
        long room = Runtime.getRuntime().freeMemory();
        while (!canary.refersTo(null) && room > ROOM && System.nanoTime() - end < 0) {
            last = new byte[GARBAGE];
            room -= last.length;
        }
        last = NONE;
        return canary.refersTo(null);
    }
}
