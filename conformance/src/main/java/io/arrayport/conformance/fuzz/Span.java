package io.arrayport.conformance.fuzz;

/**
 * Cases of a family that one process runs.
 *
 * @param from the first
 * @param to the one behind the last
 */
record Span(String family, long seed, long from, long to) {
    /** The part of it that is left when the process ended in a case. */
    Span behind(long index) {
        return new Span(family, seed, Math.min(to, index + 1), to);
    }
}
