package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: a stage of a bitonic sorting network over a few vectors of ints or longs. Each stage is a class of its own,
 * called where the compiler cannot tell which one it is: inlined into one method, they are more than it has registers
 * for (measured: 5 times slower).
 */
final class VectorStage<E> implements SortStage {
    record Spec(SortStage.Kind kind, VectorSpecies<?> species) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = SPECIES.vectorByteSize();
    private static final boolean START = SPEC.kind() == SortStage.Kind.START;
    private static final boolean SIXTEEN = SPEC.kind() == SortStage.Kind.SIXTEEN;
    private static final boolean CROSS = SPEC.kind() == SortStage.Kind.CROSS;
    private static final boolean HALVE = SPEC.kind() == SortStage.Kind.HALVE;

    private static final VectorShuffle<?> SWAP_1 = VectorTypes.swap(SPECIES, 1);
    private static final VectorShuffle<?> SWAP_2 = VectorTypes.swap(SPECIES, 2);
    private static final VectorShuffle<?> SWAP_3 = VectorTypes.swap(SPECIES, 3);
    private static final VectorShuffle<?> SWAP_4 = VectorTypes.swap(SPECIES, 4);
    private static final VectorShuffle<?> SWAP_7 = VectorTypes.swap(SPECIES, 7);
    private static final VectorShuffle<?> SWAP_8 = VectorTypes.swap(SPECIES, 8);
    private static final VectorShuffle<?> REVERSAL = VectorTypes.swap(SPECIES, LENGTH - 1);
    private static final VectorMask<?> UPPER_1 = upper(1);
    private static final VectorMask<?> UPPER_2 = upper(2);
    private static final VectorMask<?> UPPER_4 = upper(4);
    private static final VectorMask<?> UPPER_8 = upper(8);

    private static VectorMask<?> upper(int distance) {
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits |= (i & distance) != 0 ? 1L << i : 0;
        }
        return VectorMask.fromLong(SPECIES, bits);
    }

    @Override
    public void run(long at, long end, long distance) {
        if (START) {
            start(at, end);
        } else if (SIXTEEN) {
            sixteen(at, end);
        } else if (CROSS) {
            cross(at, end, distance);
        } else if (HALVE) {
            halve(at, end, distance);
        } else {
            finish(at, end);
        }
    }

    private void start(long at, long end) {
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = compared(load(i), SWAP_1, UPPER_1);
            if (LENGTH > 2) {
                v = compared(compared(v, SWAP_3, UPPER_2), SWAP_1, UPPER_1);
            }
            if (LENGTH > 4) {
                v = compared(compared(compared(v, SWAP_7, UPPER_4), SWAP_2, UPPER_2), SWAP_1, UPPER_1);
            }
            store(v, i);
        }
    }

    private void sixteen(long at, long end) {
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = compared(compared(load(i), REVERSAL, UPPER_8), SWAP_4, UPPER_4);
            store(compared(compared(v, SWAP_2, UPPER_2), SWAP_1, UPPER_1), i);
        }
    }

    private void finish(long at, long end) {
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = load(i);
            if (LENGTH > 8) {
                v = compared(v, SWAP_8, UPPER_8);
            }
            if (LENGTH > 4) {
                v = compared(v, SWAP_4, UPPER_4);
            }
            if (LENGTH > 2) {
                v = compared(v, SWAP_2, UPPER_2);
            }
            store(compared(v, SWAP_1, UPPER_1), i);
        }
    }

    /** What is missing of the last run counts as greatest, and stays where it would be. */
    private void cross(long at, long end, long run) {
        for (long start = at; start + run < end; start += 2 * run) {
            long high = Math.min(start + 2 * run, end) - STEP;
            long low = start + Math.max(0, start + 2 * run - end);
            for (; low < high; low += STEP, high -= STEP) {
                Vector<E> a = load(low);
                Vector<E> b = exact(load(high).rearrange(shuffle(REVERSAL)));
                store(min(a, b), low);
                store(max(a, b), high);
            }
        }
    }

    private void halve(long at, long end, long distance) {
        for (long start = at; start + distance < end; start += 2 * distance) {
            long stop = Math.min(start + distance, end - distance);
            for (long low = start; low < stop; low += STEP) {
                Vector<E> a = load(low);
                Vector<E> b = load(low + distance);
                store(min(a, b), low);
                store(max(a, b), low + distance);
            }
        }
    }

    /** Compares lanes with others, and leaves the greater ones where the mask is set. */
    private Vector<E> compared(Vector<E> v, VectorShuffle<?> partner, VectorMask<?> upper) {
        Vector<E> other = exact(v.rearrange(shuffle(partner)));
        return exact(min(v, other).blend(max(v, other), mask(upper)));
    }

    private Vector<E> min(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(VectorOperators.MIN, b));
    }

    private Vector<E> max(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(VectorOperators.MAX, b));
    }

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // as exact
    private VectorShuffle<E> shuffle(VectorShuffle<?> shuffle) {
        return (VectorShuffle<E>) shuffle;
    }

    @SuppressWarnings("unchecked") // as exact
    private VectorMask<E> mask(VectorMask<?> mask) {
        return (VectorMask<E>) mask;
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
