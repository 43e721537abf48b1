package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on jdk.incubator.vector. Only {@link Simd} names this class, by reflection, once the module is known to be
 * there.
 */
final class VectorKernels implements KernelProvider {
    private static final int LEAST_PAIRWISE = 4;
    private static final int LEAST_WIDENING_BITS = 256;

    private final KernelProvider twins;
    private final Template<BinaryKernel> binary = new Template<>(VectorBinary.class);
    private final Template<ReduceKernel> pairwise = new Template<>(VectorPairwise.class);
    private final Template<ReduceKernel> fold = new Template<>(VectorFold.class);

    VectorKernels(KernelProvider twins) {
        this.twins = twins;
    }

    /** Returns the bits of the vectors this machine prefers. */
    static int bits() {
        return VectorShape.preferredShape().vectorBitSize();
    }

    @Override
    public UnaryKernel unary(Op op, Lane lane) {
        throw new IllegalArgumentException("kernel: no unary kernel of " + op + " on " + lane);
    }

    @Override
    public ScanKernel scan(Op op, Lane lane) {
        throw new IllegalArgumentException("kernel: no scan of " + op + " on " + lane);
    }

    @Override
    public BinaryKernel binary(Op op, Lane lane) {
        return binary.specialise(
                new VectorBinary.Spec(operator(op), lane, preferred(lane), twins.binary(op, lane)));
    }

    @Override
    public ReduceKernel reduce(Op op, Lane in, Lane acc) {
        ReduceKernel twin = twins.reduce(op, in, acc);
        ScalarOp scalar = ScalarOp.of(op);
        if (acc.isFloat()) {
            VectorSpecies<?> species = atMostEight(acc);
            // Two doubles a vector: the leaf's four vectors are more than the compiler inlines, and slower than the
            // twin
            return species.length() < LEAST_PAIRWISE ? twin
                    : pairwise.specialise(VectorPairwise.Spec.of(operator(op), scalar, acc, species, twin));
        }
        if (in != acc && LongVector.SPECIES_PREFERRED.vectorBitSize() < LEAST_WIDENING_BITS) {
            // Not every processor with 128-bit vectors widens ints: without that instruction each is an object.
            return twin;
        }
        if (acc == Lane.I64 && operator(op) instanceof VectorOperators.Associative associative) {
            VectorSpecies<Long> species = LongVector.SPECIES_PREFERRED;
            VectorSpecies<Integer> narrow = VectorSpecies.of(int.class,
                    VectorShape.forBitSize(species.vectorBitSize() / 2));
            return fold.specialise(new VectorFold.Spec(associative, scalar, in, narrow, species, twin));
        }
        return twin;
    }

    private static VectorOperators.Binary operator(Op op) {
        return switch (op) {
            case ADD -> VectorOperators.ADD;
            case SUBTRACT -> VectorOperators.SUB;
            case MULTIPLY -> VectorOperators.MUL;
            case DIVIDE -> VectorOperators.DIV;
            default -> throw new IllegalArgumentException("kernel: no vector form of " + op);
        };
    }

    private static VectorSpecies<?> preferred(Lane lane) {
        return switch (lane) {
            case I32 -> IntVector.SPECIES_PREFERRED;
            case I64 -> LongVector.SPECIES_PREFERRED;
            case F32 -> FloatVector.SPECIES_PREFERRED;
            case F64 -> DoubleVector.SPECIES_PREFERRED;
            default -> throw new IllegalArgumentException("kernel: no vectors of " + lane);
        };
    }

    /** Returns the widest species that the machine likes and that the eight accumulators of a pairwise leaf fill. */
    private static VectorSpecies<?> atMostEight(Lane lane) {
        VectorSpecies<?> preferred = preferred(lane);
        return preferred.length() <= 8 ? preferred
                : preferred.withShape(VectorShape.forBitSize(8 * 8 * lane.bytes()));
    }
}
