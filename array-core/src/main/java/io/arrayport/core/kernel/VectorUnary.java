package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** Template: {@link UnaryKernel} a vector at a time where both sides are contiguous; its scalar twin has the rest. */
final class VectorUnary<E> implements UnaryKernel {
    record Spec(VectorFunction function, VectorSpecies<?> species, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorFunction FUNCTION = SPEC.function();
    private static final VectorFunction.@Nullable Careful CAREFUL = FUNCTION instanceof VectorFunction.Careful careful
            ? careful
            : null;
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;
    private static final long PART = Template.PART * STEP;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        long done = 0;
        if (inStride == ELEMENT && outStride == ELEMENT) {
            done = n - n % LENGTH;
            long bytes = done * ELEMENT;
            for (long at = 0; at < bytes; at += PART) {
                int end = (int) Math.min(PART, bytes - at);
                int usual = usual(in + at, out + at, end);
                if (usual < end) {
                    careful(in + at + usual, out + at + usual, end - usual);
                }
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    /**
     * Stops at the first vector with declined lanes, so that what is rare costs others nothing, and what is not rare
     * hardly more. With one call of the function: of two, the compiler inlines only one if it is long. And with no
     * method call after it but the Vector API's: beyond a number of nodes (18000; a vector operation is 400) no other
     * is inlined.
     *
     * @return how far it came
     */
    private int usual(long in, long out, int end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long from = Raw.address(in);
        long to = Raw.address(out);
        for (int i = 0; i < end; i += STEP) {
            Vector<E> v = load(from + i);
            VectorMask<?> declined = FUNCTION.declined(v);
            if (declined != null && declined.anyTrue()) {
                return i;
            }
            ((Vector<?>) VECTOR.cast(FUNCTION.apply(v))).intoMemorySegment(Raw.MEMORY, to + i, ByteOrder.nativeOrder());
        }
        return end;
    }

    /** As above: with one call of the function. */
    private void careful(long in, long out, int end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < end; i += STEP) {
            Vector<E> v = load(in + i);
            VectorMask<?> left = CAREFUL == null ? FUNCTION.declined(v) : CAREFUL.left(v);
            Vector<E> value = CAREFUL == null ? FUNCTION.apply(v) : CAREFUL.careful(v);
            if (left != null && left.anyTrue()) {
                long lanes = left.toLong();
                twin(in + i, out + i, lanes);
                value = value.blend(load(out + i), VectorMask.fromLong(value.species(), lanes));
            }
            ((Vector<?>) VECTOR.cast(value)).intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
    }

    /** Of one vector, the lanes that are bits of {@code lanes}. */
    private static void twin(long in, long out, long lanes) {
        for (long left = lanes; left != 0; left &= left - 1) {
            long at = (long) Long.numberOfTrailingZeros(left) * ELEMENT;
            TWIN.run(in + at, ELEMENT, out + at, ELEMENT, 1);
        }
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) Exact.of(SPECIES, SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }
}
