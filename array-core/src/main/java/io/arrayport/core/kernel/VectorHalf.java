package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} of binary16 a vector at a time, by a function that converts too. */
final class VectorHalf implements UnaryKernel {
    /** Of the bits of binary16, extended by their sign, makes those of the results, whose high half is free. */
    interface Function {
        IntVector apply(IntVector halves);
    }

    /** @param halves as many lanes as {@code ints} has */
    record Spec(Function function, VectorSpecies<Short> halves, VectorSpecies<Integer> ints, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Function FUNCTION = SPEC.function();
    private static final VectorSpecies<Short> HALVES = SPEC.halves();
    private static final VectorSpecies<Integer> INTS = SPEC.ints();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = HALVES.length();
    private static final int STEP = LENGTH * Short.BYTES;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        long done = 0;
        if (inStride == Short.BYTES && outStride == Short.BYTES) {
            done = n - n % LENGTH;
            contiguous(in, out, done * Short.BYTES);
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    private static void contiguous(long in, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < end; i += STEP) {
            narrow(FUNCTION.apply(load(in + i))).intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
    }

    private static IntVector load(long address) {
        return Exact
                .of((IntVector) Exact.of(HALVES, HALVES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()))
                        .convertShape(VectorOperators.S2I, INTS, 0));
    }

    private static ShortVector narrow(IntVector v) {
        return (ShortVector) Exact.of(HALVES, v.convertShape(VectorOperators.I2S, HALVES, 0));
    }
}
