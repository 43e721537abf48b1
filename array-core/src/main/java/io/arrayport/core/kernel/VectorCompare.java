package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link BinaryKernel} that compares elements of 2 to 8 bytes into bools, where the result is contiguous, one
 * input is, and the other is contiguous or one repeated element. Masks are taken as bits, which are the
 * mask of a vector of bools or, where that has not 64, are spread over bytes by a few integer operations.
 */
final class VectorCompare<E> implements BinaryKernel {
    /** Of two elements each compared with 0, instead of with the other, what is asked. */
    enum Truth {
        NONE, AND, OR, XOR
    }

    record Spec(VectorOperators.Comparison comparison, Truth truth, VectorSpecies<?> species, VectorSpecies<Byte> bools,
            BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Comparison COMPARISON = SPEC.comparison();
    private static final Truth TRUTH = SPEC.truth();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final VectorSpecies<Byte> BOOLS = SPEC.bools();
    private static final VectorSpecies<?> INTEGERS = Repeated.whole(SPECIES);
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final long VECTOR = (long) LENGTH * ELEMENT;
    /** Whether a vector of bools takes the bits of a long as its mask. */
    private static final boolean WHOLE = BOOLS.length() == Long.SIZE;
    /** Elements of a step: at least the eight whose bools are stored at once. */
    private static final int STEP = WHOLE ? Long.SIZE : Math.max(8, LENGTH);
    private static final long PART = Template.PART * STEP;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (n < STEP || outStride != 1 || !(aStride == ELEMENT && (bStride == ELEMENT || bStride == 0)
                || aStride == 0 && bStride == ELEMENT)) {
            TWIN.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        long done = 0;
        for (; n - done >= 2 * PART; done += PART) {
            part(a + done * aStride, aStride, b + done * bStride, bStride, out + done, PART);
        }
        part(a + done * aStride, aStride, b + done * bStride, bStride, out + done, n - done);
    }

    private void part(long a, long aStride, long b, long bStride, long out, long n) {
        if (bStride == 0) {
            right(a, b, out, n);
        } else if (aStride == 0) {
            left(a, b, out, n);
        } else {
            both(a, b, out, n);
        }
    }

    // The last step ends with the last element and may overlap the one before: inputs are never written, as an output
    // of another element size is no input.

    private void both(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < n - STEP; i += STEP) {
            store(bits(a + i * ELEMENT, b + i * ELEMENT), out + i);
        }
        long last = n - STEP;
        store(bits(a + last * ELEMENT, b + last * ELEMENT), out + last);
    }

    @SuppressWarnings("unchecked") // as load
    private void right(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> repeated = (Vector<E>) Repeated.of(SPECIES, INTEGERS, Repeated.bits(ELEMENT, b));
        for (long i = 0; i < n - STEP; i += STEP) {
            store(rightBits(a + i * ELEMENT, repeated), out + i);
        }
        long last = n - STEP;
        store(rightBits(a + last * ELEMENT, repeated), out + last);
    }

    @SuppressWarnings("unchecked") // as load
    private void left(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> repeated = (Vector<E>) Repeated.of(SPECIES, INTEGERS, Repeated.bits(ELEMENT, a));
        for (long i = 0; i < n - STEP; i += STEP) {
            store(leftBits(repeated, b + i * ELEMENT), out + i);
        }
        long last = n - STEP;
        store(leftBits(repeated, b + last * ELEMENT), out + last);
    }

    /** A step's bits, the first element's lowest. */
    private long bits(long a, long b) {
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(load(a + part * VECTOR), load(b + part * VECTOR)) << part * LENGTH;
        }
        return bits;
    }

    private long rightBits(long a, Vector<E> b) {
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(load(a + part * VECTOR), b) << part * LENGTH;
        }
        return bits;
    }

    private long leftBits(Vector<E> a, long b) {
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(a, load(b + part * VECTOR)) << part * LENGTH;
        }
        return bits;
    }

    private long mask(Vector<E> a, Vector<E> b) {
        return TRUTH == Truth.NONE ? a.compare(COMPARISON, b).toLong()
                : truth(a.compare(COMPARISON, 0).toLong(), b.compare(COMPARISON, 0).toLong());
    }

    private static long truth(long a, long b) {
        return TRUTH == Truth.AND ? a & b : TRUTH == Truth.OR ? a | b : a ^ b;
    }

    private static void store(long bits, long out) {
        if (WHOLE) {
            ByteVector.zero(BOOLS).blend(1, VectorMask.fromLong(BOOLS, bits)).intoMemorySegment(Raw.MEMORY, out,
                    ByteOrder.nativeOrder());
            return;
        }
        for (int byteIndex = 0; byteIndex < STEP / 8; byteIndex++) {
            Raw.i64(out + byteIndex * 8L, Bools.spread(bits >>> byteIndex * 8 & 0xFF));
        }
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }
}
