package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ReduceKernel} into 64-bit integers, whose order is free: four accumulators over contiguous input,
 * which may be 32-bit and is then widened on the way; the scalar twin has strides and what is left over.
 */
final class VectorFold implements ReduceKernel {
    record Spec(VectorOperators.Associative op, ScalarOp scalar, Lane in, VectorSpecies<Integer> narrow,
            VectorSpecies<Long> species, ReduceKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Associative OP = SPEC.op();
    private static final ScalarOp SCALAR = SPEC.scalar();
    private static final Lane IN = SPEC.in();
    private static final VectorSpecies<Integer> NARROW = SPEC.narrow();
    private static final VectorSpecies<Long> SPECIES = SPEC.species();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final int ELEMENT = IN.bytes();
    private static final int STEP = SPECIES.length() * ELEMENT;
    private static final int BLOCK = 4 * SPECIES.length();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride != ELEMENT || n < BLOCK) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        long end = (n - n % BLOCK) * ELEMENT;
        Raw.i64(acc, SCALAR.i64(Raw.i64(acc), blocks(in, end)));
        TWIN.run(in + end, stride, n % BLOCK, acc);
    }

    private static long blocks(long in, long end) {
        LongVector r0 = load(in);
        LongVector r1 = load(in + STEP);
        LongVector r2 = load(in + 2L * STEP);
        LongVector r3 = load(in + 3L * STEP);
        for (long i = 4L * STEP; i < end; i += 4L * STEP) {
            r0 = op(r0, load(in + i));
            r1 = op(r1, load(in + i + STEP));
            r2 = op(r2, load(in + i + 2L * STEP));
            r3 = op(r3, load(in + i + 3L * STEP));
        }
        return op(op(r0, r1), op(r2, r3)).reduceLanes(OP);
    }

    private static LongVector op(LongVector a, LongVector b) {
        return a.lanewise(OP, b);
    }

    private static LongVector load(long address) {
        if (IN == Lane.I32) {
            return (LongVector) IntVector.fromMemorySegment(NARROW, Raw.MEMORY, address, ByteOrder.nativeOrder())
                    .convertShape(VectorOperators.I2L, SPECIES, 0);
        }
        return LongVector.fromMemorySegment(SPECIES, Raw.MEMORY, address, ByteOrder.nativeOrder());
    }
}
