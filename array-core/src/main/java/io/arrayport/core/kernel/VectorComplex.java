package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Template: {@link BinaryKernel} that adds, subtracts or multiplies complex numbers, their parts side by side in a
 * vector; where the result and at least one input are contiguous and the other is contiguous or one repeated element.
 * Its scalar twin has the rest.
 */
final class VectorComplex<E> implements BinaryKernel {
    /**
     * @param op of the parts, unless they are those of a product
     * @param far as that of {@link VectorBinary}
     */
    record Spec(VectorOperators.Binary op, boolean product, VectorSpecies<?> species, VectorMask<?> imag,
            VectorShuffle<?> reals, VectorShuffle<?> imags, VectorShuffle<?> swap, BinaryKernel twin,
            @Nullable BinaryKernel far) {

        static Spec of(VectorOperators.Binary op, boolean product, VectorSpecies<?> species, BinaryKernel twin,
                @Nullable BinaryKernel far) {
            return new Spec(op, product, species, VectorMask.fromLong(species, 0xAAAA_AAAA_AAAA_AAAAL),
                    species.shuffleFromOp(i -> i & -2), species.shuffleFromOp(i -> i | 1),
                    VectorTypes.swap(species, 1), twin, far);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Binary OP = SPEC.op();
    private static final boolean PRODUCT = SPEC.product();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final VectorSpecies<?> WHOLE = Repeated.whole(SPECIES);
    private static final VectorMask<?> IMAG = SPEC.imag();
    private static final VectorShuffle<?> REALS = SPEC.reals();
    private static final VectorShuffle<?> IMAGS = SPEC.imags();
    private static final VectorShuffle<?> SWAP = SPEC.swap();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final @Nullable BinaryKernel FAR = SPEC.far();
    private static final int PART = SPECIES.elementSize() / Byte.SIZE;
    private static final int ELEMENT = 2 * PART;
    private static final int VECTOR = SPECIES.length() * PART;
    private static final int LENGTH = VECTOR / ELEMENT;
    private static final long LIMIT = Template.PART * LENGTH;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (FAR != null && n * ELEMENT >= FAR_BYTES && aStride == ELEMENT && bStride == ELEMENT) {
            FAR.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        long done = 0;
        if (outStride == ELEMENT && (aStride == ELEMENT && (bStride == ELEMENT || bStride == 0)
                || aStride == 0 && bStride == ELEMENT)) {
            long whole = n - n % LENGTH;
            for (; done < whole; done += LIMIT) {
                part(a + done * aStride, aStride, b + done * bStride, bStride, out + done * ELEMENT,
                        Math.min(LIMIT, whole - done) * ELEMENT);
            }
            done = whole;
        }
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    @Override
    public BinaryKernel far() {
        return FAR == null ? this : FAR;
    }

    private void part(long a, long aStride, long b, long bStride, long out, long end) {
        if (bStride == 0) {
            right(a, b, out, end);
        } else if (aStride == 0) {
            left(a, b, out, end);
        } else {
            both(a, b, out, end);
        }
    }

    private void both(long a, long b, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < end; i += VECTOR) {
            store(op(load(a + i), load(b + i)), out + i);
        }
    }

    @SuppressWarnings("unchecked") // as load
    private void right(long a, long b, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> repeated = repeat(b)
                .blend(repeat(b + PART), (VectorMask<E>) IMAG);
        for (long i = 0; i < end; i += VECTOR) {
            store(op(load(a + i), repeated), out + i);
        }
    }

    @SuppressWarnings("unchecked") // as load
    private void left(long a, long b, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> repeated = repeat(a)
                .blend(repeat(a + PART), (VectorMask<E>) IMAG);
        for (long i = 0; i < end; i += VECTOR) {
            store(op(repeated, load(b + i)), out + i);
        }
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return PRODUCT ? product(a, b) : a.lanewise(OP, b);
    }

    /** Real parts by all of the other, fused with imaginary parts by all of the other in turned order. */
    @SuppressWarnings("unchecked") // the shuffles and the mask are those of the species of E
    private Vector<E> product(Vector<E> a, Vector<E> b) {
        Vector<E> turned = a.rearrange((VectorShuffle<E>) IMAGS).mul(b.rearrange((VectorShuffle<E>) SWAP));
        return a.rearrange((VectorShuffle<E>) REALS).lanewise(VectorOperators.FMA, b,
                turned.neg().blend(turned, (VectorMask<E>) IMAG));
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // as load
    private Vector<E> repeat(long address) {
        return (Vector<E>) Exact.of(SPECIES,
                Exact.of(WHOLE, WHOLE.broadcast(Repeated.bits(PART, address))).reinterpretShape(SPECIES, 0));
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) Exact.of(SPECIES, SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }
}
