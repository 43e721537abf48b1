package io.arrayport.core.kernel;

/** A stage of a sorting network over a few vectors in memory. */
interface SortStage {
    /** What a stage does. */
    enum Kind {
        /** Sorts the lanes of each vector: of up to eight lanes all, else each eight of them. */
        START,
        /** Sorts the lanes of each vector whose halves are sorted: of sixteen lanes. */
        SIXTEEN,
        /** Compares each vector of a sorted run, of so many bytes, with the one that mirrors it in the next. */
        CROSS,
        /** Compares each vector with the one that comes so many bytes later. */
        HALVE,
        /** Sorts the lanes of each vector, which go up and then down. */
        FINISH
    }

    /**
     * Works on all vectors.
     *
     * @param end where they end
     * @param distance bytes, if the kind asks for them
     */
    void run(long at, long end, long distance);
}
