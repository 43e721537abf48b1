package io.arrayport.core.kernel;

/**
 * What is {@link Raced} and computes on Java's arrays: its samples are its own.
 *
 * @param <K> its type
 */
public abstract class RacedOnArrays<K> extends Raced<K> {
    /** Of a sample of several thousand elements, whose vectors would leave far more behind as objects. */
    private static final long SCRATCH_BYTES = 512;

    /** @param enough how many elements it takes until the first race */
    protected RacedOnArrays(String name, K twin, long enough) {
        super(name, twin, 1, enough);
    }

    /** Makes the form on vectors. */
    protected abstract K onVectors();

    /** Returns how many elements a sample counts for, by what {@link #faster} is told. */
    @Override
    protected abstract int elements();

    /**
     * Runs all of one of the two over a sample.
     *
     * @param room where 16 KB may be written
     */
    protected abstract void sample(K either, long room);

    /** The form on vectors has won. */
    protected abstract void won();

    /** Returns what computes {@code n} elements. */
    protected final K faster(long n) {
        return faster(0, n);
    }

    @Override
    final K make(K beside) {
        return onVectors();
    }

    @Override
    final void sample(K kernel, int form, long a, long b, long out, int n) {
        if (n == elements()) { // it has no half: all that it leaves behind counts
            sample(kernel, out);
        }
    }

    @Override
    final long boxedBytes() {
        return SCRATCH_BYTES;
    }

    @Override
    final Lane lane() {
        return Lane.F64;
    }

    @Override
    final void won(K kernel) {
        won();
    }
}
