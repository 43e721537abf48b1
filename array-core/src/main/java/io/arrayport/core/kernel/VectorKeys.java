package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link StripKeys} of at least one vector; the keys are those of {@link KeyForm}. */
final class VectorKeys<E> implements StripKeys {
    record Spec(VectorSpecies<?> species, KeyForm form) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final boolean FLOATING = SPEC.form().floating();
    private static final long INFINITY = SPEC.form().infinity();
    private static final long SHIFT = SPEC.form().shift();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;
    private static final long PART = Template.PART * LENGTH;
    private static final int SIGN = SPECIES.elementSize() - 1;
    private static final long GREATEST = -1L >>> Long.SIZE - SIGN;

    // The last vector, which ends with the last element, is computed before the loop overwrites what it reads

    @Override
    public void keys(long from, long to, long n) {
        long done = 0;
        for (; n - done >= 2 * PART; done += PART) {
            keysOfPart(from + done * ELEMENT, to - from, PART);
        }
        keysOfPart(from + done * ELEMENT, to - from, n - done);
    }

    private void keysOfPart(long from, long away, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long last = from + (n - LENGTH) * ELEMENT;
        Vector<E> end = key(load(last));
        for (long i = from; i < last; i += STEP) {
            store(key(load(i)), i + away);
        }
        store(end, last + away);
    }

    @Override
    public void numbers(long from, long to, long n) {
        long done = 0;
        for (; n - done >= 2 * PART; done += PART) {
            numbersOfPart(from + done * ELEMENT, to - from, PART);
        }
        numbersOfPart(from + done * ELEMENT, to - from, n - done);
    }

    private void numbersOfPart(long from, long away, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long last = from + (n - LENGTH) * ELEMENT;
        Vector<E> end = number(load(last));
        for (long i = from; i < last; i += STEP) {
            store(number(load(i)), i + away);
        }
        store(end, last + away);
    }

    private Vector<E> key(Vector<E> v) {
        if (!FLOATING) {
            return exact(v.lanewise(VectorOperators.ADD, SHIFT));
        }
        Vector<E> size = exact(v.lanewise(VectorOperators.AND, GREATEST));
        return exact(turned(v).blend(GREATEST, size.compare(VectorOperators.GT, INFINITY)));
    }

    private Vector<E> number(Vector<E> v) {
        return FLOATING ? turned(v) : exact(v.lanewise(VectorOperators.SUB, SHIFT));
    }

    /** Turns over all bits but the sign of what is negative; there and back. */
    private Vector<E> turned(Vector<E> v) {
        Vector<E> negative = exact(exact(v.lanewise(VectorOperators.ASHR, SIGN)).lanewise(VectorOperators.LSHR, 1));
        return exact(v.lanewise(VectorOperators.XOR, negative));
    }

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
