package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ProductKernel} one row of the result at a time, in vectors along it, without packing anything: for
 * small matrices, and for a row by a matrix, whose rows may overlap in memory (a convolution is such). Each element is
 * added up in the order of the sum, so that bits are those of the scalar twin, which has what does not lie in rows.
 */
final class VectorRows<E> implements ProductKernel {
    record Spec(Lane lane, VectorSpecies<?> species, ProductKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean FLOAT = SPEC.lane().isFloat();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Class<?> CLASS = SPECIES.vectorType();
    private static final VectorSpecies<?> WHOLE = Repeated.whole(SPECIES);
    private static final ProductKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int VECTOR = LENGTH * ELEMENT;

    @Override
    public void run(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        if (n >= LENGTH && b.column() == ELEMENT && out.column() == ELEMENT) {
            rows(a, b, out, m, k, n);
        } else if (m >= LENGTH && a.row() == ELEMENT && out.row() == ELEMENT
                && !(n == 1 && a.column() == ELEMENT && b.row() == ELEMENT)) {
            rows(b.transposed(), a.transposed(), out.transposed(), n, k, m);
        } else { // a row by a column that both lie so is added up in parts
            TWIN.run(a, b, out, m, k, n);
        }
    }

    @Override
    public void runAll(Matrix a, Matrix b, Matrix out, long m, long k, long n, long count, long... steps) {
        boolean lies = b.column() == ELEMENT && out.column() == ELEMENT;
        if (n == LENGTH && lies) {
            for (long i = 0; i < count; i++) {
                whole(a.at() + i * steps[0], a, b.at() + i * steps[1], b.row(), m, k, out.at() + i * steps[2],
                        out.row());
            }
        } else if (n < LENGTH && m < LENGTH) {
            TWIN.runAll(a, b, out, m, k, n, count, steps);
        } else {
            ProductKernel.super.runAll(a, b, out, m, k, n, count, steps);
        }
    }

    /** All rows of a result that is one vector wide. */
    @SuppressWarnings("unchecked") // as plus
    private void whole(long a, Matrix form, long b, long bStep, long m, long k, long out, long outRow) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long aRow = form.row();
        long aStep = form.column();
        long to = out;
        for (long i = 0; i < m; i++) {
            Vector<E> sum = (Vector<E>) CLASS.cast(SPECIES.broadcast(0L));
            long left = a + i * aRow;
            long right = b;
            for (long p = 0; p < k; p++) {
                sum = plus(repeat(left), load(right), sum);
                left += aStep;
                right += bStep;
            }
            sum.intoMemorySegment(Raw.MEMORY, to, ByteOrder.nativeOrder());
            to += outRow;
        }
    }

    private void rows(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        long end = n * ELEMENT;
        for (long i = 0; i < m; i++) {
            if (n >= 4L * LENGTH) {
                wide(a.at(i, 0), a.column(), b, k, out.at(i, 0), end);
            } else {
                narrow(a.at(i, 0), a.column(), b, k, out.at(i, 0), end);
            }
        }
    }

    /** The last vectors overlap those before them. */
    private void wide(long a, long aStep, Matrix b, long k, long to, long end) {
        long last = end - 4L * VECTOR;
        for (long j = 0; j < last; j += 4L * VECTOR) {
            four(a, aStep, b.at() + j, b.row(), k, to + j);
        }
        four(a, aStep, b.at() + last, b.row(), k, to + last);
    }

    private void narrow(long a, long aStep, Matrix b, long k, long to, long end) {
        long last = end - VECTOR;
        for (long j = 0; j < last; j += VECTOR) {
            one(a, aStep, b.at() + j, b.row(), k, to + j);
        }
        one(a, aStep, b.at() + last, b.row(), k, to + last);
    }

    @SuppressWarnings("unchecked") // as plus
    private void four(long a, long aStep, long b, long bStep, long k, long to) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> s0 = (Vector<E>) CLASS.cast(SPECIES.broadcast(0L));
        Vector<E> s1 = (Vector<E>) CLASS.cast(SPECIES.broadcast(0L));
        Vector<E> s2 = (Vector<E>) CLASS.cast(SPECIES.broadcast(0L));
        Vector<E> s3 = (Vector<E>) CLASS.cast(SPECIES.broadcast(0L));
        long left = a;
        long right = b;
        for (long p = 0; p < k; p++) {
            Vector<E> factor = repeat(left);
            s0 = plus(factor, load(right), s0);
            s1 = plus(factor, load(right + VECTOR), s1);
            s2 = plus(factor, load(right + 2L * VECTOR), s2);
            s3 = plus(factor, load(right + 3L * VECTOR), s3);
            left += aStep;
            right += bStep;
        }
        s0.intoMemorySegment(Raw.MEMORY, to, ByteOrder.nativeOrder());
        s1.intoMemorySegment(Raw.MEMORY, to + VECTOR, ByteOrder.nativeOrder());
        s2.intoMemorySegment(Raw.MEMORY, to + 2L * VECTOR, ByteOrder.nativeOrder());
        s3.intoMemorySegment(Raw.MEMORY, to + 3L * VECTOR, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // as plus
    private void one(long a, long aStep, long b, long bStep, long k, long to) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> sum = (Vector<E>) CLASS.cast(SPECIES.broadcast(0L));
        long left = a;
        long right = b;
        for (long p = 0; p < k; p++) {
            sum = plus(repeat(left), load(right), sum);
            left += aStep;
            right += bStep;
        }
        sum.intoMemorySegment(Raw.MEMORY, to, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> plus(Vector<E> a, Vector<E> b, Vector<E> sum) {
        return (Vector<E>) CLASS.cast(FLOAT ? a.lanewise(VectorOperators.FMA, b, sum) : a.mul(b).add(sum));
    }

    @SuppressWarnings("unchecked") // as plus
    private Vector<E> load(long address) {
        return (Vector<E>) CLASS.cast(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    @SuppressWarnings("unchecked") // as plus
    private Vector<E> repeat(long address) {
        return (Vector<E>) CLASS.cast(
                Exact.of(WHOLE, WHOLE.broadcast(Repeated.bits(ELEMENT, address))).reinterpretShape(SPECIES, 0));
    }
}
