package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} that asks a question of contiguous elements into bools; as {@link VectorCompare}. */
final class VectorTest<E> implements UnaryKernel {
    /** What is asked. */
    enum Kind {
        ZERO, NAN, INFINITE, FINITE, NEGATIVE
    }

    record Spec(Kind kind, VectorSpecies<?> species, VectorSpecies<Byte> bools, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Kind KIND = SPEC.kind();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final VectorSpecies<Byte> BOOLS = SPEC.bools();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final long VECTOR = (long) LENGTH * ELEMENT;
    /** Whether masks are predicates: 64 bools have one. */
    private static final boolean PREDICATES = BOOLS.length() == Long.SIZE;
    /** Elements of a step: four vectors, or at least the eight whose bools are stored at once. */
    private static final int STEP = PREDICATES ? Math.max(Math.min(64, 4 * LENGTH), LENGTH) : Math.max(8, LENGTH);
    private static final long PART = Template.PART * STEP;
    private static final VectorSpecies<Byte> NARROW = PREDICATES
            ? VectorSpecies.of(byte.class, VectorShape.forBitSize(LENGTH * Byte.SIZE)) : BOOLS;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        long done = 0;
        if (inStride == ELEMENT && outStride == 1) {
            for (; n - done >= 2 * PART; done += PART) {
                part(in + done * ELEMENT, out + done, PART);
            }
            long rest = (n - done) / STEP * STEP;
            part(in + done * ELEMENT, out + done, rest);
            done += rest;
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    private void part(long in, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < n; i += STEP) {
            step(in + i * ELEMENT, out + i);
        }
    }

    private void step(long in, long out) {
        if (PREDICATES) {
            for (int part = 0; part < STEP / LENGTH; part++) {
                store(mask(load(in + part * VECTOR)), out + part * (long) LENGTH);
            }
            return;
        }
        long bits = 0;
        for (int part = 0; part < STEP / LENGTH; part++) {
            bits |= mask(load(in + part * VECTOR)).toLong() << part * LENGTH;
        }
        for (int byteIndex = 0; byteIndex < STEP / 8; byteIndex++) {
            Raw.i64(out + byteIndex * 8L, Bools.spread(bits >>> byteIndex * 8 & 0xFF));
        }
    }

    private VectorMask<?> mask(Vector<E> v) {
        if (KIND == Kind.ZERO) {
            return v.compare(VectorOperators.EQ, 0);
        }
        if (KIND == Kind.NAN) {
            return v.compare(VectorOperators.NE, v);
        }
        return KIND == Kind.NEGATIVE ? v.viewAsIntegralLanes().compare(VectorOperators.LT, 0) : bounded(v);
    }

    /** What is infinite or no number is not 0 less itself. */
    private VectorMask<E> bounded(Vector<E> v) {
        Vector<E> nothing = v.sub(v);
        return KIND == Kind.FINITE ? nothing.compare(VectorOperators.EQ, nothing)
                : nothing.compare(VectorOperators.NE, nothing).and(v.compare(VectorOperators.EQ, v));
    }

    private static void store(VectorMask<?> mask, long out) {
        Exact.of(NARROW, ByteVector.zero(NARROW)).blend(1, mask.cast(NARROW)).intoMemorySegment(Raw.MEMORY, out,
                ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) Exact.of(SPECIES, SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }
}
