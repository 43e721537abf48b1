package io.arrayport.core.kernel;

/**
 * {@code out[i] = op(a[i], b[i])} over one strip.
 *
 * <p>Addresses may have any alignment, strides are in bytes and may be zero or negative. Exactly {@code n} elements
 * of each operand are touched. {@code out} may be exactly one of the inputs (same address, same stride); any other
 * overlap gives unspecified elements, and the caller sees to it that none happens. Nothing is checked: the caller
 * holds the memory.
 */
@FunctionalInterface
public interface BinaryKernel {
    /** Of an array that is hardly in a cache any more when it is computed with again. */
    long FAR_BYTES = 2L << 20;

    /** Computes {@code n >= 0} elements. */
    void run(long a, long aStride, long b, long bStride, long out, long outStride, long n);

    /** Returns an input element's bytes if strips are computed much faster where elements are neighbours; else 0. */
    default int element() {
        return 0;
    }

    /** Returns whether elements so many bytes apart are computed about as fast as neighbours. */
    default boolean takesSteps(long aStride, long bStride) {
        return false;
    }

    /** Returns what computes two arrays of neighbours of {@link #FAR_BYTES} and more. */
    default BinaryKernel far() {
        return this;
    }

    /** Returns a result's bytes, if there is an {@link #element}. */
    default int result() {
        return element();
    }

    /**
     * Combines a strip of results with rows of as many elements, one row after the other: {@code acc = op(acc, row)}.
     *
     * @param step bytes from one row to the next
     * @return how many rows are done: as many as this does faster than strip by strip
     */
    default long fold(long acc, long accStride, long in, long inStride, long step, long rows, long n) {
        return 0;
    }
}
