package io.arrayport.core.kernel;

import jdk.incubator.vector.VectorSpecies;

/**
 * Sorts the elements of a few vectors. The vectors are rows, of which all columns are sorted at once; then columns are
 * merged with their neighbours, two, four and more, and become rows in the end. So only few steps compare lanes of one
 * vector.
 *
 * @param length lanes of a vector
 * @param step bytes of a vector
 */
record SortNetwork(SortPasses passes, int length, int step) {
    /** Vectors that are sorted at once. */
    static final int VECTORS = 32;

    static SortNetwork of(VectorSpecies<?> species) {
        return new SortNetwork(NetworkCode.of(species), species.length(), species.vectorByteSize());
    }

    /**
     * Writes elements in their order, and the greatest there is behind them. There is room for, and memory is read as
     * far as, a quarter of {@link #VECTORS}, their half, or all: the least that holds the elements.
     *
     * @param n how many there are
     * @param to not {@code room}
     * @param room what is written in between; may be {@code from}
     */
    void sort(long from, long n, long to, long room) {
        int quarter = VECTORS / 4 * length;
        int blocks = n <= quarter ? 1 : n <= 2 * quarter ? 2 : 4;
        passes.first(from, n, room, blocks);
        if (blocks > 1) {
            int block = SortPasses.BLOCK * step;
            passes.join8(room, room + block - 2 * step, 2);
            if (blocks > 2) {
                passes.join8(room + 2 * block, room + 3 * block - 2 * step, 2);
                passes.near(room, blocks);
                passes.join16(room, room + block - step, 4);
            }
            passes.near(room, blocks);
        }
        merge(room, blocks);
        if (length <= SortPasses.BLOCK) {
            passes.last(room, to, (long) SortPasses.BLOCK / length * blocks * step, blocks);
            return;
        }
        passes.turn(room, blocks);
        if (blocks == 1) {
            passes.lastOfOne(room, to, step, 1);
        } else {
            passes.last(room, to, blocks / 2L * step, blocks / 2);
        }
    }

    private void merge(long room, int blocks) {
        long apart = 2L * blocks * step;
        long down = room + apart - step;
        passes.merge2(room, down, apart, blocks);
        passes.near(room, blocks);
        if (length >= 4) {
            passes.merge4(room, down, apart, blocks);
            passes.near(room, blocks);
        }
        if (length >= 8) {
            passes.merge8(room, down, apart, blocks);
            passes.near(room, blocks);
        }
        if (length >= 16) {
            passes.merge16(room, down, apart, blocks);
            passes.near(room, blocks);
        }
    }
}
