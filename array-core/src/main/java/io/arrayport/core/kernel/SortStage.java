package io.arrayport.core.kernel;

/** A stage of a sorting network over a few vectors in memory. */
interface SortStage {
    /** What a stage does. */
    enum Kind {
        /** Sorts the lanes of each vector: of up to eight lanes all, else each eight of them. */
        START,
        /** Sorts the lanes of each vector whose halves are sorted: of sixteen lanes. */
        SIXTEEN,
        /** Merges pairs of vectors, each of which is sorted. */
        PAIR,
        /**
         * Compares each vector of a sorted run, of so many bytes, with the one that mirrors it in the next; then, in
         * both runs, each vector of the first half with that of the second.
         */
        CROSS,
        /** Compares each vector with the one that comes so many bytes later. */
        HALVE,
        /** The same with the next vector; then sorts the lanes of each, which go up and then down. */
        LAST,
        /** Sorts the lanes of each vector, which go up and then down. */
        LANES
    }

    /**
     * Works on all vectors, of which there are as many as the kind takes at a time.
     *
     * @param end where they end
     * @param distance bytes, if the kind asks for them
     */
    void run(long at, long end, long distance);
}
