package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** Kernels of floor division and remainders of integers whose quotients floats hold. */
final class IntQuotients {
    private final Template<BinaryKernel> ints = new Template<>(VectorQuotient.class);
    private final Template<BinaryKernel> shorts = new Template<>(VectorShortQuotient.class);
    private final Template<LongQuotient.Loop> longs = new Template<>(VectorLongQuotient.class);

    /** Returns the kernel of {@code op}; null if it has no vector form here. */
    @Nullable
    BinaryKernel kernel(Op op, Lane lane, BinaryKernel twin) {
        QuotientKind kind = QuotientKind.of(op);
        VectorShape shape = VectorShape.preferredShape();
        if (lane == Lane.I64 && twin instanceof LongQuotient one) {
            return new LongQuotient(longs.specialise(new VectorLongQuotient.Spec(kind == QuotientKind.QUOTIENT,
                    VectorSpecies.ofPreferred(long.class), one.loop())), one.twin());
        }
        if (kind == null || lane.isFloat() || lane.isTime() || lane.bytes() > Integer.BYTES
                || shape.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS) {
            return null;
        }
        BinaryKernel[] kernels = new BinaryKernel[3];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = lane.bytes() == Integer.BYTES ? ints(kind, lane, i, twin) : shorts(kind, lane, i, twin);
        }
        int least = shape.vectorBitSize() / (lane.bytes() == Integer.BYTES ? Double.SIZE : Float.SIZE);
        return new ByOperands(kernels[0], kernels[1], kernels[2], twin, lane.bytes(), least);
    }

    private BinaryKernel ints(QuotientKind kind, Lane lane, int i, BinaryKernel twin) {
        VectorSpecies<Double> doubles = VectorSpecies.ofPreferred(double.class);
        return ints.specialise(new VectorQuotient.Spec(kind, lane.isUnsigned(), doubles.withLanes(int.class)
                .withShape(VectorShape.forBitSize(doubles.length() * Integer.SIZE)), doubles, i == 2, i == 1, twin));
    }

    private BinaryKernel shorts(QuotientKind kind, Lane lane, int i, BinaryKernel twin) {
        VectorSpecies<Float> floats = VectorSpecies.ofPreferred(float.class);
        VectorSpecies<?> memory = VectorSpecies.of(VectorTypes.type(lane),
                VectorShape.forBitSize(floats.length() * lane.bytes() * Byte.SIZE));
        return shorts.specialise(new VectorShortQuotient.Spec(kind, lane.isUnsigned(), memory,
                floats.withLanes(int.class), floats, i == 2, i == 1, twin));
    }
}
