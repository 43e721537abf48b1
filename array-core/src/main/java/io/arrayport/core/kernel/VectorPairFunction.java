package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * A function of pairs of vectors: as {@link VectorFunction}, with its rules, a constant that {@link VectorPairs} is
 * specialised with.
 */
interface VectorPairFunction {
    /**
     * Returns the class of the form of {@code op} for a float or time lane; null if it has none. Each kernel has an
     * instance of its own.
     */
    static @Nullable Class<? extends VectorPairFunction> of(Op op, Lane lane) {
        if (lane.isTime()) {
            return TimeVectors.of(op);
        }
        boolean single = lane == Lane.F32;
        return switch (op) {
            case ARCTAN2 -> single ? Atan32.Vectors.class : Atan64.Vectors.class;
            case HYPOT -> single ? Hypot.Singles.class : Hypot.Doubles.class;
            default -> null;
        };
    }

    /** Returns the kernel of {@code op}; {@code twin} if it has no vector form here. */
    static BinaryKernel kernel(Op op, Lane lane, Template<BinaryKernel> template, BinaryKernel twin) {
        Class<? extends VectorPairFunction> type = lane.isFloat() || lane.isTime() ? of(op, lane) : null;
        VectorShape shape = VectorShape.preferredShape();
        if (shape.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS) {
            return twin;
        }
        if (type == null) {
            PairForm form = PairForm.of(op, lane);
            return form == null ? twin : kernel(form, template, twin);
        }
        BinaryKernel[] kernels = new BinaryKernel[3];
        VectorSpecies<?> memory = VectorSpecies.of(VectorTypes.type(lane), shape);
        for (int i = 0; i < kernels.length; i++) {
            VectorPairFunction function = Template.own(VectorPairFunction.class, type);
            VectorSpecies<?> species = memory;
            if (function.widens()) {
                species = VectorSpecies.of(double.class, shape);
                memory = VectorSpecies.of(float.class, VectorShape.forBitSize(shape.vectorBitSize() / 2));
            }
            kernels[i] = template
                    .specialise(new VectorPairs.Spec(function, memory, species, i == 2, i == 1, twin));
        }
        return new ByOperands(kernels[0], kernels[1], kernels[2], twin, lane.bytes(), memory.length());
    }

    private static BinaryKernel kernel(PairForm form, Template<BinaryKernel> template, BinaryKernel twin) {
        BinaryKernel[] kernels = new BinaryKernel[3];
        for (int i = 0; i < kernels.length; i++) {
            VectorPairFunction function = Template.own(VectorPairFunction.class, form.type(), form.arguments());
            kernels[i] = template.specialise(
                    new VectorPairs.Spec(function, form.species(), form.species(), i == 2, i == 1, twin));
        }
        return new ByOperands(kernels[0], kernels[1], kernels[2], twin, form.species().elementSize() / Byte.SIZE,
                form.species().length());
    }

    /** Returns the value of each pair of lanes, with the bits that the scalar twin gives. */
    <E> Vector<E> apply(Vector<E> a, Vector<E> b);

    /** Returns whether {@code a} and {@code b} hold what only the scalar twin computes. */
    default boolean declines(Vector<?> a, Vector<?> b) {
        return false;
    }

    /** Returns whether it takes and gives doubles though the lane is F32. */
    default boolean widens() {
        return false;
    }
}
