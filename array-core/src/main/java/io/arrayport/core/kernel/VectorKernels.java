package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on jdk.incubator.vector, and the scalar ones where vectors gain nothing. Only {@link Simd} names this class,
 * by reflection, once the module is known to be there.
 */
final class VectorKernels implements KernelProvider {
    private static final int LEAST_PAIRWISE = 4;

    private final KernelProvider twins;
    private final Template<UnaryKernel> unary = new Template<>(VectorUnary.class);
    private final Template<BinaryKernel> binary = new Template<>(VectorBinary.class);
    private final Template<BinaryKernel> pairs = new Template<>(VectorPairs.class);
    private final Template<BinaryKernel> power = new Template<>(VectorPower.class);
    private final Template<BinaryKernel> complex = new Template<>(VectorComplex.class);
    private final Template<BinaryKernel> first = new Template<>(ScalarBinary.class);
    private final Template<BinaryKernel> compare = new Template<>(VectorCompare.class);
    private final Template<UnaryKernel> length = new Template<>(VectorLength.class);
    private final Template<ReduceKernel> complexSum = new Template<>(VectorComplexSum.class);
    private final Template<ReduceKernel> pairwise = new Template<>(VectorPairwise.class);
    private final Template<ReduceKernel> extremum = new Template<>(VectorExtremum.class);
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
        UnaryKernel twin = twins.unary(op, lane);
        if (Kernels.output(op, lane) != lane && !(op == Op.ABSOLUTE && lane.isComplex()) || op == Op.SPACING) {
            return twin;
        }
        if (VectorTypes.isHalf(lane)) {
            return new HalfUnary(lane, Kernels.unary(op, Lane.F32), twin);
        }
        if (op == Op.ABSOLUTE && lane.isComplex()) {
            return length(lane == Lane.C64, twin);
        }
        VectorSpecies<?> species = VectorTypes.species(lane);
        VectorFunction function = species == null || lane == Lane.BOOL ? null : VectorFunction.of(op, lane);
        return species == null || function == null ? twin
                : unary.specialise(new VectorUnary.Spec(function, species, twin));
    }

    private UnaryKernel length(boolean single, UnaryKernel twin) {
        VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
        if (species.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS) {
            return twin;
        }
        VectorSpecies<Float> floats = VectorSpecies.of(float.class,
                VectorShape.forBitSize(species.vectorBitSize() / 2));
        return length.specialise(VectorLength.Spec.of(single, floats, species, twin));
    }

    @Override
    public BinaryKernel binary(Op op, Lane lane) {
        BinaryKernel twin = twins.binary(op, lane);
        if (op == Op.NEXTAFTER) {
            return twin;
        }
        if (VectorTypes.isHalf(lane)) {
            return new HalfBinary(lane, op.isPredicate(), single(op, lane), twin);
        }
        VectorOperators.Binary operator = VectorTypes.operator(op, lane);
        if (lane.isComplex()) {
            return operator != null && (op == Op.ADD || op == Op.SUBTRACT || op == Op.MULTIPLY)
                    ? complex.specialise(VectorComplex.Spec.of(operator, op == Op.MULTIPLY,
                            VectorSpecies.of(VectorTypes.type(lane.part()), VectorShape.preferredShape()), twin))
                    : twin;
        }
        VectorSpecies<?> species = VectorTypes.species(lane);
        if (species == null) {
            return twin;
        }
        boolean bool = lane == Lane.BOOL;
        if (ScalarTest.isLogical(op) && !bool) {
            return twin;
        }
        if (op.isPredicate() && !ScalarTest.isLogical(op)) {
            VectorOperators.Comparison comparison = VectorTypes.comparison(op, lane);
            return lane.bytes() > 1
                    ? compare
                            .specialise(new VectorCompare.Spec(comparison, species, ByteVector.SPECIES_PREFERRED, twin))
                    : binary.specialise(VectorBinary.Spec.comparing(VectorBinary.Kind.TEST, comparison, bool, species,
                            twin));
        }
        if (lane.isFloat() && isExtremum(op)) {
            return binary.specialise(VectorBinary.Spec.comparing(select(op), prefer(op), false, species, twin));
        }
        if (operator == null) {
            if (op == Op.POWER && lane == Lane.F64) {
                return VectorPower.Spec.kernel(power, twin);
            }
            return lane.isFloat() ? VectorPairFunction.kernel(op, lane, pairs, twin) : twin;
        }
        return binary.specialise(VectorBinary.Spec.lanewise(operator, bool, species, twin));
    }

    /** The kernel of floats that computes {@code op} of halves: of equal F16 numbers the first is returned. */
    private BinaryKernel single(Op op, Lane half) {
        if (half == Lane.BF16 || !isExtremum(op)) {
            return Kernels.binary(op, Lane.F32);
        }
        BinaryKernel twin = first.specialise(
                new ScalarBinary.Spec(Template.own(Step.class, Step.Singles.class, ScalarOp.of(op, half), Real.F32), 4,
                        4));
        return binary.specialise(VectorBinary.Spec.comparing(select(op),
                prefer(op) == VectorOperators.GT ? VectorOperators.GE : VectorOperators.LE, false,
                VectorSpecies.of(float.class, VectorShape.preferredShape()), twin));
    }

    @Override
    public ReduceKernel reduce(Op op, Lane in, Lane acc) {
        ReduceKernel twin = twins.reduce(op, in, acc);
        if (op == Op.ADD && in.isComplex()) {
            VectorSpecies<?> eight = atMostEight(in.part());
            return eight.length() < LEAST_PAIRWISE ? twin
                    : complexSum.specialise(VectorComplexSum.Spec.of(in.part(), eight, twin));
        }
        VectorSpecies<?> species = VectorTypes.species(acc);
        if (species == null || op.isPredicate()) {
            return twin;
        }
        if (acc.isFloat()) {
            return switch (op) {
                case ADD -> sum(acc, twin);
                case MAXIMUM, MINIMUM -> extremum.specialise(
                        new VectorExtremum.Spec(prefer(op), ScalarOp.of(op, acc), acc, species, twin));
                default -> twin;
            };
        }
        return !Step.isFree(op) ? twin : fold(op, in, acc, species, twin);
    }

    /** The next element waits for the one before: there is nothing to be had from vectors. */
    @Override
    public ScanKernel scan(Op op, Lane lane) {
        return twins.scan(op, lane);
    }

    private static VectorOperators.Comparison prefer(Op op) {
        return op == Op.MAXIMUM || op == Op.FMAX ? VectorOperators.GT : VectorOperators.LT;
    }

    private static boolean isExtremum(Op op) {
        return op == Op.MAXIMUM || op == Op.MINIMUM || op == Op.FMAX || op == Op.FMIN;
    }

    private static VectorBinary.Kind select(Op op) {
        return op == Op.FMAX || op == Op.FMIN ? VectorBinary.Kind.SELECT_NUMBER : VectorBinary.Kind.SELECT;
    }

    private ReduceKernel sum(Lane lane, ReduceKernel twin) {
        VectorSpecies<?> species = atMostEight(lane);
        // Two doubles a vector: the leaf's four vectors are more than the compiler inlines, and slower than the twin
        return species.length() < LEAST_PAIRWISE ? twin
                : pairwise.specialise(VectorPairwise.Spec.of(lane, species, twin));
    }

    /** Returns the widest species that the machine likes and that the eight accumulators of a leaf fill. */
    private static VectorSpecies<?> atMostEight(Lane lane) {
        int bits = Math.min(VectorShape.preferredShape().vectorBitSize(), 8 * 8 * lane.bytes());
        return VectorSpecies.of(VectorTypes.type(lane), VectorShape.forBitSize(bits));
    }

    private ReduceKernel fold(Op op, Lane in, Lane acc, VectorSpecies<?> species, ReduceKernel twin) {
        VectorOperators.Binary operator = VectorTypes.operator(op, acc);
        if (operator == null) {
            return twin;
        }
        VectorSpecies<?> source = species;
        if (in.bytes() != acc.bytes()) {
            int bits = species.vectorBitSize() * in.bytes() / acc.bytes();
            if (species.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS
                    || bits < VectorShape.S_64_BIT.vectorBitSize()) {
                return twin;
            }
            source = VectorSpecies.of(VectorTypes.type(in), VectorShape.forBitSize(bits));
        }
        Whole form = Step.form(op, acc);
        long mask = acc.bytes() == 8 || !acc.isUnsigned() ? -1 : (1L << acc.bytes() * 8) - 1;
        return fold.specialise(new VectorFold.Spec(operator, ScalarOp.of(op, acc), in.bytes(),
                in == Lane.BOOL, source,
                VectorTypes.widening(in), species, form, mask, form == Whole.U64_ORDERED ? Long.MIN_VALUE : 0, twin));
    }
}
