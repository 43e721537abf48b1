package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The kernels that convert elements from lane to lane by the rules of NumPy's {@code astype(casting="unsafe")}, each
 * made when it is first asked for and then kept. Their two sides must not overlap.
 */
public final class Conversions {
    private static final int LANES = Lane.values().length;
    private static final AtomicReferenceArray<UnaryKernel> KEPT = new AtomicReferenceArray<>(LANES * LANES);
    private static final AtomicReferenceArray<UnaryKernel> SWAPS = new AtomicReferenceArray<>(Long.BYTES + 1);

    private Conversions() {}

    /** Returns what converts {@code from} to {@code to}; of one lane to itself, what copies. */
    public static UnaryKernel of(Lane from, Lane to) {
        int key = from.ordinal() * LANES + to.ordinal();
        UnaryKernel kernel = KEPT.getAcquire(key);
        return kernel != null ? kernel : keep(KEPT, key, make(from, to));
    }

    /**
     * Returns what copies elements as they are.
     *
     * @param bytes of an element, any number
     */
    public static UnaryKernel copy(int bytes) {
        return Choices.isLane(bytes) ? Move.of(bytes) : new AnySize(bytes);
    }

    /**
     * Returns what copies numbers with their bytes reversed.
     *
     * @param bytes of a number: 2, 4 or 8
     */
    public static UnaryKernel swap(int bytes) {
        UnaryKernel kernel = SWAPS.getAcquire(bytes);
        return kernel != null ? kernel : keep(SWAPS, bytes, Simd.provider().swap(bytes));
    }

    private static UnaryKernel make(Lane from, Lane to) {
        if (from == to || from.isInteger() && to.isInteger() && from.bytes() == to.bytes()) {
            return Move.of(from.bytes());
        }
        if (from.isComplex() && to.isComplex()) {
            return new Parts(of(from.part(), to.part()), from.part().bytes(), to.part().bytes());
        }
        return Simd.isRaced() ? new RacedUnary.Conversion(from, to) : Simd.provider().convert(from, to);
    }

    private static UnaryKernel keep(AtomicReferenceArray<UnaryKernel> kept, int key, UnaryKernel made) {
        return kept.compareAndSet(key, null, made) ? made : kept.get(key);
    }
}
