package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link BinaryKernel} a vector at a time where the result and at least one input are contiguous and the
 * other input is contiguous or one repeated element; its scalar twin has the rest.
 */
final class VectorBinary<E> implements BinaryKernel {
    record Spec(VectorOperators.Binary op, Lane lane, VectorSpecies<?> species, BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Binary OP = SPEC.op();
    private static final Lane LANE = SPEC.lane();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = LANE.bytes();
    private static final int STEP = LENGTH * ELEMENT;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (n >= LENGTH && outStride == ELEMENT) {
            if (aStride == ELEMENT && bStride == ELEMENT) {
                both(a, b, out, n);
                return;
            }
            if (aStride == ELEMENT && bStride == 0) {
                right(a, b, out, n);
                return;
            }
            if (aStride == 0 && bStride == ELEMENT) {
                left(a, b, out, n);
                return;
            }
        }
        TWIN.run(a, aStride, b, bStride, out, outStride, n);
    }

    // The last vector ends with the last element and overlaps its neighbour. It is computed first, because in place the
    // loop will have overwritten its inputs; where the two overlap both store the same values.

    private void both(long a, long b, long out, long n) {
        long last = (n - LENGTH) * ELEMENT;
        Vector<E> end = op(load(a + last), load(b + last));
        for (long i = 0; i < last; i += STEP) {
            store(op(load(a + i), load(b + i)), out + i);
        }
        store(end, out + last);
    }

    private void right(long a, long b, long out, long n) {
        long last = (n - LENGTH) * ELEMENT;
        Vector<E> repeated = repeat(b);
        Vector<E> end = op(load(a + last), repeated);
        for (long i = 0; i < last; i += STEP) {
            store(op(load(a + i), repeated), out + i);
        }
        store(end, out + last);
    }

    private void left(long a, long b, long out, long n) {
        long last = (n - LENGTH) * ELEMENT;
        Vector<E> repeated = repeat(a);
        Vector<E> end = op(repeated, load(b + last));
        for (long i = 0; i < last; i += STEP) {
            store(op(repeated, load(b + i)), out + i);
        }
        store(end, out + last);
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return a.lanewise(OP, b);
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // as above; LANE decides at compile time which of the four it is
    private Vector<E> repeat(long address) {
        if (LANE == Lane.F32) {
            return (Vector<E>) FloatVector.broadcast((VectorSpecies<Float>) SPECIES, Raw.f32(address));
        } else if (LANE == Lane.F64) {
            return (Vector<E>) DoubleVector.broadcast((VectorSpecies<Double>) SPECIES, Raw.f64(address));
        } else if (LANE == Lane.I32) {
            return (Vector<E>) IntVector.broadcast((VectorSpecies<Integer>) SPECIES, Raw.i32(address));
        }
        return (Vector<E>) LongVector.broadcast((VectorSpecies<Long>) SPECIES, Raw.i64(address));
    }
}
