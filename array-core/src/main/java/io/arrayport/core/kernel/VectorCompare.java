package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link BinaryKernel} that compares elements of 2 to 8 bytes into bools, where the result is contiguous, one
 * input is, and the other is contiguous or one repeated element. Where masks have registers of their own, that of a
 * vector is the mask of as many bools; elsewhere its bits are spread over bytes by a few integer operations.
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
    private static final VectorSpecies<?> WHOLE = Repeated.whole(SPECIES);
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final long VECTOR = (long) LENGTH * ELEMENT;
    /** Whether masks are predicates: 64 bools have one. */
    private static final boolean PREDICATES = BOOLS.length() == Long.SIZE;
    /** Elements of a step: a few vectors, or at least the eight whose bools are stored at once. */
    private static final int STEP = PREDICATES ? Math.max(32, LENGTH) : Math.max(8, LENGTH);
    private static final VectorSpecies<Byte> NARROW = PREDICATES
            ? VectorSpecies.of(byte.class, VectorShape.forBitSize(LENGTH * Byte.SIZE)) : BOOLS;
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

    @Override
    public int element() {
        return ELEMENT;
    }

    @Override
    public int result() {
        return 1;
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
            step(a + i * ELEMENT, b + i * ELEMENT, out + i);
        }
        long last = n - STEP;
        step(a + last * ELEMENT, b + last * ELEMENT, out + last);
    }

    private void right(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> repeated = repeat(b);
        for (long i = 0; i < n - STEP; i += STEP) {
            rightStep(a + i * ELEMENT, repeated, out + i);
        }
        long last = n - STEP;
        rightStep(a + last * ELEMENT, repeated, out + last);
    }

    private void left(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> repeated = repeat(a);
        for (long i = 0; i < n - STEP; i += STEP) {
            leftStep(repeated, b + i * ELEMENT, out + i);
        }
        long last = n - STEP;
        leftStep(repeated, b + last * ELEMENT, out + last);
    }

    private void step(long a, long b, long out) {
        if (PREDICATES) {
            for (int part = 0; part < STEP / LENGTH; part++) {
                store(mask(load(a + part * VECTOR), load(b + part * VECTOR)), out + part * (long) LENGTH);
            }
            return;
        }
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(load(a + part * VECTOR), load(b + part * VECTOR)).toLong() << part * LENGTH;
        }
        spread(bits, out);
    }

    private void rightStep(long a, Vector<E> b, long out) {
        if (PREDICATES) {
            for (int part = 0; part < STEP / LENGTH; part++) {
                store(mask(load(a + part * VECTOR), b), out + part * (long) LENGTH);
            }
            return;
        }
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(load(a + part * VECTOR), b).toLong() << part * LENGTH;
        }
        spread(bits, out);
    }

    private void leftStep(Vector<E> a, long b, long out) {
        if (PREDICATES) {
            for (int part = 0; part < STEP / LENGTH; part++) {
                store(mask(a, load(b + part * VECTOR)), out + part * (long) LENGTH);
            }
            return;
        }
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(a, load(b + part * VECTOR)).toLong() << part * LENGTH;
        }
        spread(bits, out);
    }

    private VectorMask<E> mask(Vector<E> a, Vector<E> b) {
        return TRUTH == Truth.NONE ? a.compare(COMPARISON, b)
                : truth(a.compare(COMPARISON, 0), b.compare(COMPARISON, 0));
    }

    private VectorMask<E> truth(VectorMask<E> a, VectorMask<E> b) {
        return TRUTH == Truth.AND ? a.and(b) : TRUTH == Truth.OR ? a.or(b) : a.xor(b);
    }

    private void store(VectorMask<E> mask, long out) {
        Exact.of(NARROW, ByteVector.zero(NARROW)).blend(1, mask.cast(NARROW)).intoMemorySegment(Raw.MEMORY, out,
                ByteOrder.nativeOrder());
    }

    /** Stores a step's bools, the first element's bit the lowest. */
    private static void spread(long bits, long out) {
        for (int byteIndex = 0; byteIndex < STEP / 8; byteIndex++) {
            Raw.i64(out + byteIndex * 8L, Bools.spread(bits >>> byteIndex * 8 & 0xFF));
        }
    }

    @SuppressWarnings("unchecked") // as load
    private Vector<E> repeat(long address) {
        return (Vector<E>) Exact.of(SPECIES,
                Exact.of(WHOLE, WHOLE.broadcast(Repeated.bits(ELEMENT, address))).reinterpretShape(SPECIES, 0));
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) Exact.of(SPECIES, SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }
}
