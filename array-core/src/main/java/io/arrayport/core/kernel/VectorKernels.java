package io.arrayport.core.kernel;

import java.util.List;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Kernels on jdk.incubator.vector, and the scalar ones where vectors gain nothing. Only {@link Simd} names this class,
 * by reflection, once the module is known to be there.
 */
final class VectorKernels implements KernelProvider {
    /** With vectors of so many bits there are registers enough for the tiles of {@link #panels}. */
    private static final int PANEL_BITS = 512;

    private static final ReduceKernel NONE = (_, _, _, _) -> {
        throw new AssertionError("only peaks are asked for");
    };
    private static final int LEAST_PAIRWISE = 4;

    private final KernelProvider twins;
    private final Template<UnaryKernel> unary = new Template<>(VectorUnary.class);
    private final Template<BinaryKernel> binary = new Template<>(VectorBinary.class);
    private final Template<ClipKernel> clip = new Template<>(VectorClip.class);
    private final Template<BinaryKernel> pairs = new Template<>(VectorPairs.class);
    private final IntQuotients quotients = new IntQuotients();
    private final Template<BinaryKernel> power32 = new Template<>(VectorPower32.class);
    private final Template<PowerPasses.Log> powerLog = new Template<>(VectorPowerLog.class);
    private final Template<PowerPasses.Power> power = new Template<>(VectorPower.class);
    private final Template<BinaryKernel> complex = new Template<>(VectorComplex.class);
    private final Template<BinaryKernel> first = new Template<>(ScalarBinary.class);
    private final Template<BinaryKernel> compare = new Template<>(VectorCompare.class);
    private final Template<UnaryKernel> test = new Template<>(VectorTest.class);
    private final Template<UnaryKernel> half = new Template<>(VectorHalf.class);
    private final Template<UnaryKernel> length = new Template<>(VectorLength.class);
    private final VectorConversions conversions = new VectorConversions();
    private final Template<ProductKernel> product = new Template<>(VectorProduct.class);
    private final Template<ProductKernel> rows = new Template<>(VectorRows.class);
    private final Template<ReduceKernel> complexSum = new Template<>(VectorComplexSum.class);
    private final Template<ReduceKernel> pairwise = new Template<>(VectorPairwise.class);
    private final Template<ReduceKernel> extremum = new Template<>(VectorExtremum.class);
    private final Template<Peak> peaks = new Template<>(VectorExtremum.class);
    private final Template<CountKernel> count = new Template<>(VectorCount.class);
    private final Template<ReduceKernel> logic = new Template<>(VectorLogic.class);
    private final Template<BinaryKernel> into = new Template<>(VectorInto.class);
    private final Template<ScanKernel> scan = new Template<>(VectorScan.class);
    private final Template<TileKernel> tile = new Template<>(VectorTile.class);
    private final Template<StepKernel> steps = new Template<>(VectorSteps.class);
    private final VectorStrips strips;
    private final Template<ReduceKernel> smallSum = new Template<>(VectorSmallSum.class);
    private final Template<ReduceKernel> fold = new Template<>(VectorFold.class);
    private final Template<TextKernel> filling = new Template<>(VectorFilling.class);
    private final Template<TextKernel> search = new Template<>(VectorSearch.class);

    VectorKernels(KernelProvider twins) {
        this(twins, new VectorStrips(true));
    }

    VectorKernels(KernelProvider twins, VectorStrips strips) {
        VectorTypes.know();
        this.strips = strips;
        this.twins = twins;
    }

    /** Returns the bits of the vectors this machine prefers. */
    static int bits() {
        return VectorShape.preferredShape().vectorBitSize();
    }

    @Override
    public UnaryKernel unary(Op op, Lane lane) {
        return unary(op, lane, twins.unary(op, lane));
    }

    @Override
    public UnaryKernel unary(Op op, Lane lane, UnaryKernel twin) {
        if (op.isPredicate()) {
            return test(op, lane, twin);
        }
        if (Kernels.output(op, lane) != lane && !(op == Op.ABSOLUTE && lane.isComplex()) || op == Op.SPACING) {
            return twin;
        }
        if (op == Op.EXP && lane == Lane.F16 && bits() >= VectorTypes.LEAST_WIDENING_BITS) {
            return half(Template.own(VectorHalf.Function.class, Exp16.Vectors.class), twin);
        }
        if (VectorTypes.isHalf(lane)) {
            return new HalfUnary(HalfStrip.of(lane), Kernels.unary(op, Lane.F32), twin);
        }
        if (op == Op.ABSOLUTE && lane.isComplex()) {
            return length(lane == Lane.C64, twin);
        }
        VectorSpecies<?> species = VectorTypes.species(lane);
        VectorFunction function = species == null || lane == Lane.BOOL ? null : VectorFunction.of(op, lane);
        return species == null || function == null ? twin
                : unary.specialise(new VectorUnary.Spec(function, species, twin));
    }

    private static VectorCompare.Truth truth(Op op) {
        return switch (op) {
            case LOGICAL_AND -> VectorCompare.Truth.AND;
            case LOGICAL_OR -> VectorCompare.Truth.OR;
            default -> VectorCompare.Truth.XOR;
        };
    }

    private UnaryKernel test(Op op, Lane lane, UnaryKernel twin) {
        VectorTest.Kind kind = switch (op) {
            case LOGICAL_NOT -> VectorTest.Kind.ZERO;
            case ISNAN -> VectorTest.Kind.NAN;
            case ISINF -> VectorTest.Kind.INFINITE;
            case ISFINITE -> VectorTest.Kind.FINITE;
            default -> VectorTest.Kind.NEGATIVE;
        };
        boolean there = op == Op.LOGICAL_NOT && !lane.isComplex() && !VectorTypes.isHalf(lane)
                || lane == Lane.F32 || lane == Lane.F64;
        return there ? test.specialise(new VectorTest.Spec(kind,
                VectorSpecies.of(VectorTypes.type(lane), VectorShape.preferredShape()),
                ByteVector.SPECIES_PREFERRED, twin)) : twin;
    }

    private UnaryKernel half(VectorHalf.Function function, UnaryKernel twin) {
        return half.specialise(new VectorHalf.Spec(function,
                VectorSpecies.of(short.class, VectorShape.forBitSize(bits() / 2)), IntVector.SPECIES_PREFERRED, twin));
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
        return binary(op, lane, twins.binary(op, lane));
    }

    @Override
    public BinaryKernel binary(Op op, Lane lane, BinaryKernel twin) {
        if (op == Op.NEXTAFTER) {
            return twin;
        }
        if (VectorTypes.isHalf(lane)) {
            return new HalfBinary(HalfStrip.of(lane), op.isPredicate(), single(op, lane), twin);
        }
        if (lane.isTime()) {
            return VectorPairFunction.kernel(op, lane, pairs, twin);
        }
        VectorOperators.Binary operator = VectorTypes.operator(op, lane);
        if (lane.isComplex()) {
            return operator != null && (op == Op.ADD || op == Op.SUBTRACT || op == Op.MULTIPLY)
                    ? complex(operator, op == Op.MULTIPLY,
                            VectorSpecies.of(VectorTypes.type(lane.part()), VectorShape.preferredShape()), twin)
                    : twin;
        }
        VectorSpecies<?> species = VectorTypes.species(lane);
        if (species == null) {
            return twin;
        }
        boolean bool = lane == Lane.BOOL || ScalarTest.isLogical(op);
        if (ScalarTest.isLogical(op) && lane.bytes() > 1) {
            return compare.specialise(new VectorCompare.Spec(VectorOperators.NE, truth(op), species,
                    ByteVector.SPECIES_PREFERRED, twin));
        }
        if (op.isPredicate() && operator == null) {
            VectorOperators.Comparison comparison = VectorTypes.comparison(op, lane);
            return lane.bytes() > 1
                    ? compare.specialise(new VectorCompare.Spec(comparison, VectorCompare.Truth.NONE, species,
                            ByteVector.SPECIES_PREFERRED, twin))
                    : binary(VectorBinary.Spec.comparing(VectorBinary.Kind.TEST, comparison, bool, species,
                            twin));
        }
        if (lane.isFloat() && isExtremum(op)) {
            return binary(VectorBinary.Spec.comparing(select(op), prefer(op), false, species, twin));
        }
        if (operator == null) {
            if (op == Op.POWER && lane.isFloat()) {
                return lane == Lane.F64 ? power(twin) : power32(twin);
            }
            BinaryKernel quotient = bool ? twin : quotients.kernel(op, lane, twin);
            return quotient != null ? quotient : VectorPairFunction.kernel(op, lane, pairs, twin);
        }
        return binary(VectorBinary.Spec.lanewise(operator, bool, species, twin));
    }

    private BinaryKernel binary(VectorBinary.Spec spec) {
        VectorSpecies<?> shorter = VectorTypes.far(spec.species());
        return binary.specialise(shorter == null ? spec : spec.with(binary.specialise(spec.on(shorter))));
    }

    private BinaryKernel complex(VectorOperators.Binary operator, boolean isProduct, VectorSpecies<?> species,
            BinaryKernel twin) {
        VectorSpecies<?> shorter = VectorTypes.far(species);
        BinaryKernel far = shorter == null ? null
                : complex.specialise(VectorComplex.Spec.of(operator, isProduct, shorter, twin, null));
        return complex.specialise(VectorComplex.Spec.of(operator, isProduct, species, twin, far));
    }

    /** The kernel of floats that computes {@code op} of halves: of equal F16 numbers the first is returned. */
    private BinaryKernel single(Op op, Lane half) {
        if (half == Lane.BF16 || !isExtremum(op)) {
            return Kernels.binary(op, Lane.F32);
        }
        BinaryKernel twin = first.specialise(
                new ScalarBinary.Spec(Template.own(Step.class, Step.Singles.class, ScalarOp.of(op, half), Real.F32), 4,
                        4));
        return binary(VectorBinary.Spec.comparing(select(op),
                op == Op.MAXIMUM || op == Op.FMAX ? VectorOperators.GE : VectorOperators.LE, false,
                VectorSpecies.of(float.class, VectorShape.preferredShape()), twin));
    }

    private BinaryKernel power(BinaryKernel twin) {
        return new ByOperands(power(false, false, twin), power(false, true, twin), power(true, false, twin), twin,
                Double.BYTES, DoubleVector.SPECIES_PREFERRED.length());
    }

    private BinaryKernel power32(BinaryKernel twin) {
        VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
        if (species.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS) {
            return twin;
        }
        return new ByOperands(power32(false, false, twin), power32(false, true, twin), power32(true, false, twin), twin,
                Float.BYTES, species.length());
    }

    private BinaryKernel power32(boolean repeatsA, boolean repeatsB, BinaryKernel twin) {
        VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
        VectorShape half = VectorShape.forBitSize(species.vectorBitSize() / 2);
        return power32.specialise(new VectorPower32.Spec(IntVector.SPECIES_PREFERRED,
                VectorSpecies.of(int.class, half), VectorSpecies.of(float.class, half), species, repeatsA, repeatsB,
                twin));
    }

    private BinaryKernel power(boolean repeatsA, boolean repeatsB, BinaryKernel twin) {
        VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
        return new PowerPasses(powerLog.specialise(new VectorPowerLog.Spec(species, repeatsA)),
                power.specialise(new VectorPower.Spec(species, repeatsA, repeatsB, false, twin)),
                power.specialise(new VectorPower.Spec(species, repeatsA, repeatsB, true, twin)), twin,
                species.length(), repeatsA);
    }

    @Override
    public ClipKernel clip(Lane lane) {
        ClipKernel twin = twins.clip(lane);
        VectorSpecies<?> species = lane.isFloat() || lane.isInteger() ? VectorTypes.species(lane) : null;
        if (species == null || VectorTypes.isHalf(lane)) {
            return twin;
        }
        VectorOperators.Binary maximum = lane.isFloat() ? VectorOperators.MAX
                : VectorTypes.operator(Op.MAXIMUM, lane);
        VectorOperators.Binary minimum = lane.isFloat() ? VectorOperators.MIN
                : VectorTypes.operator(Op.MINIMUM, lane);
        return maximum == null || minimum == null ? twin
                : clip.specialise(new VectorClip.Spec(lane.isFloat(), maximum, minimum, prefer(Op.MAXIMUM),
                        prefer(Op.MINIMUM), species, twin));
    }

    @Override
    public ReduceKernel reduce(Op op, Lane in, Lane acc) {
        return reduce(op, in, acc, twins.reduce(op, in, acc));
    }

    @Override
    public ReduceKernel reduce(Op op, Lane in, Lane acc, ReduceKernel twin) {
        if (op == Op.ADD && in.isComplex()) {
            VectorSpecies<?> eight = atMostEight(in.part());
            return eight.length() < LEAST_PAIRWISE ? twin
                    : complexSum.specialise(VectorComplexSum.Spec.of(in.part(), eight, twin));
        }
        if (ScalarTest.isLogical(op)) {
            return in.isComplex() || op == Op.LOGICAL_XOR ? twin
                    : logic.specialise(new VectorLogic.Spec(op == Op.LOGICAL_AND, in.isFloat() ? 1 : 0, in.bytes(),
                            VectorTypes.wholeSpecies(in), twin));
        }
        if (isExtremum(op, in)) {
            boolean skipsNan = op == Op.FMAX || op == Op.FMIN;
            Ordering ordering = new Ordering(in, op == Op.MAXIMUM || op == Op.FMAX, skipsNan);
            return far(VectorTypes.wholeSpecies(in),
                    (species, far) -> extremum.specialise(new VectorExtremum.Spec(ordering, species, twin, far)));
        }
        VectorSpecies<?> species = VectorTypes.species(acc);
        if (species == null || op.isPredicate()) {
            return twin;
        }
        if (acc.isFloat()) {
            return op == Op.ADD ? sum(acc, twin) : twin;
        }
        return !Step.isFree(op) ? twin : fold(op, in, acc, species, twin);
    }

    @Override
    public ArgKernel arg(Op op, Lane lane) {
        ArgKernel twin = twins.arg(op, lane);
        if (lane.isComplex() || lane == Lane.BOOL) {
            return twin;
        }
        VectorSpecies<?> species = VectorTypes.wholeSpecies(lane);
        Ordering ordering = new Ordering(lane, op == Op.MAXIMUM, false);
        Peak near = peaks.specialise(new VectorExtremum.Spec(ordering, species, NONE, null));
        VectorSpecies<?> shorter = VectorTypes.far(species);
        Peak far = shorter == null ? near
                : peaks.specialise(new VectorExtremum.Spec(ordering, shorter, NONE, null));
        return new VectorArg(ordering, near, far, 4 * species.length(), twin);
    }

    @Override
    public CountKernel count(Lane lane) {
        CountKernel twin = twins.count(lane);
        return lane.isComplex() ? twin
                : count.specialise(new VectorCount.Spec(lane.isFloat() ? 1 : 0, lane.bytes(),
                        VectorTypes.wholeSpecies(lane), twin));
    }

    @Override
    public TextKernel text(TextOp op, int unit, TextKernel twin) {
        if (!VectorBits.fits()) {
            return twin;
        }
        return op.isSearch() ? search.specialise(new VectorSearch.Spec(op.spec(unit), twin))
                : filling.specialise(new VectorFilling.Spec(op.spec(unit), twin));
    }

    @Override
    public PositionKernel positions() {
        return VectorPositions.fits() ? new VectorPositions(twins.positions()) : twins.positions();
    }

    @Override
    public BitKernel packing() {
        return VectorBits.fits() ? new VectorBits(twins.packing()) : twins.packing();
    }

    @Override
    public BinaryKernel into(Op op, Lane in, Lane acc) {
        BinaryKernel twin = twins.into(op, in, acc);
        VectorSpecies<?> species = VectorTypes.wholeSpecies(acc);
        VectorSpecies<?> source = source(in, species);
        VectorOperators.Binary operator = VectorTypes.operator(op, acc);
        return source == null || operator == null ? twin
                : into.specialise(new VectorInto.Spec(operator, in.bytes(), in == Lane.BOOL, source,
                        VectorTypes.widening(in), species, twin));
    }

    @Override
    public ProductKernel product(Lane lane, boolean conjugate) {
        ProductKernel twin = twins.product(lane, conjugate);
        VectorSpecies<?> species = VectorTypes.species(lane);
        if (species == null || lane.bytes() == 1 || species.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS) {
            return twin;
        }
        // Rows too short for one vector may fill a narrower one
        ProductKernel small = twin;
        for (VectorShape shape : List.of(VectorShape.S_128_BIT, VectorShape.S_256_BIT, species.vectorShape())) {
            if (shape.vectorBitSize() < species.vectorBitSize() || shape == species.vectorShape()) {
                small = rows.specialise(new VectorRows.Spec(lane, VectorSpecies.of(VectorTypes.type(lane), shape),
                        small));
            }
        }
        return product.specialise(new VectorProduct.Spec(lane, species,
                VectorSpecies.of(VectorTypes.type(lane), VectorShape.S_256_BIT), small));
    }

    @Override
    public @Nullable PanelProduct panels(Lane lane) {
        VectorSpecies<?> species = VectorTypes.species(lane);
        return species == null || lane != Lane.F32 && lane != Lane.F64 || species.vectorBitSize() < PANEL_BITS ? null
                : new PanelProduct(() -> TileCode.of(species), lane, species.vectorByteSize());
    }

    /** But for sums of whole numbers, the next element waits for the one before. */
    @Override
    public ScanKernel scan(Op op, Lane in, Lane acc) {
        ScanKernel twin = twins.scan(op, in, acc);
        // Elsewhere lanes of two vectors are not chosen by one instruction
        if (op != Op.ADD || acc != Lane.I64 && acc != Lane.U64 || bits() < 512) {
            return twin;
        }
        VectorSpecies<?> species = VectorTypes.wholeSpecies(acc);
        VectorSpecies<?> source = in.bytes() == Long.BYTES ? species : source(in, species);
        return source == null ? twin
                : scan.specialise(new VectorScan.Spec(in.bytes(), in == Lane.BOOL, source, VectorTypes.widening(in),
                        species, twin));
    }

    /** Where rows are long most of the time goes into reading all keys once, which vectors do not hasten. */
    @Override
    public SelectKernel select(Lane lane) {
        return Simd.scalar().select(lane, strips.of(Lane.I64));
    }

    @Override
    public SortKernel sort(Lane lane) {
        SortKernel twin = Simd.scalar().sort(lane, strips.of(Lane.I64),
                VectorPositions.fits() ? new VectorSides() : SideKernel::scalar);
        if (lane.isComplex() || lane.bytes() < Integer.BYTES) {
            return twin;
        }
        boolean own = lane == Lane.I32 || lane == Lane.I64;
        return new WholeSort(lane.bytes(), own ? 0 : VectorTypes.wholeSpecies(lane).length(), strips.of(lane), twin);
    }

    /** Each step of a search waits for the one before. */
    @Override
    public SearchKernel search(Lane lane) {
        return twins.search(lane);
    }

    @Override
    public UnaryKernel convert(Lane from, Lane to) {
        return convert(from, to, twins.convert(from, to));
    }

    @Override
    public UnaryKernel convert(Lane from, Lane to, UnaryKernel twin) {
        return conversions.of(from, to, twin);
    }

    @Override
    public UnaryKernel swap(int bytes) {
        Lane lane = bytes == 2 ? Lane.I16 : bytes == 4 ? Lane.I32 : Lane.I64;
        return unary.specialise(new VectorUnary.Spec(VectorFunction.reversal(),
                VectorSpecies.of(VectorTypes.type(lane), VectorShape.preferredShape()),
                twins.swap(bytes)));
    }

    @Override
    public @Nullable TileKernel tile(int bytes) {
        Class<?> type = bytes == Integer.BYTES ? int.class : long.class;
        // Elsewhere lanes of two vectors are not chosen by one instruction
        return bits() < 512 ? null
                : tile.specialise(new VectorTile.Spec(VectorSpecies.of(type, VectorShape.forBitSize(8 * 8 * bytes))));
    }

    @Override
    public StepKernel steps(int bytes, boolean backwards, StepKernel twin) {
        VectorSpecies<?> species = VectorTypes
                .wholeSpecies(bytes == 1 ? Lane.I8 : bytes == 2 ? Lane.I16 : bytes == 4 ? Lane.I32 : Lane.I64);
        // Bytes and shorts are not moved between lanes by one instruction everywhere
        if (bits() < 512 || species.length() < 2) {
            return twin;
        }
        VectorSpecies<?> narrow = backwards ? species : species.withShape(VectorShape.forBitSize(bits() / 2));
        VectorShuffle<?> order = backwards ? VectorTypes.reversed(species)
                : species.shuffleFromOp(i -> 2 * i & species.length() - 1);
        return steps.specialise(new VectorSteps.Spec(backwards, species, narrow, order, twin));
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

    private static boolean isExtremum(Op op, Lane lane) {
        return switch (op) {
            case MAXIMUM, MINIMUM -> !lane.isComplex() && lane != Lane.BOOL;
            case FMAX, FMIN -> !lane.isComplex() && lane != Lane.BOOL && lane != Lane.TIME;
            default -> false;
        };
    }

    private ReduceKernel sum(Lane lane, ReduceKernel twin) {
        VectorSpecies<?> species = atMostEight(lane);
        // Two doubles a vector: the leaf's four vectors are more than the compiler inlines, and slower than the twin
        if (species.length() < LEAST_PAIRWISE) {
            return twin;
        }
        ReduceKernel apart = pairwise.specialise(VectorPairwise.Spec.of(lane, species, true, twin));
        return pairwise.specialise(VectorPairwise.Spec.of(lane, species, false, apart));
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
        VectorSpecies<?> source = in.bytes() == acc.bytes() ? species : source(in, species);
        if (source == null) {
            return twin;
        }
        VectorFold.Spec spec = new VectorFold.Spec(operator, ScalarOp.of(op, acc), in.bytes(), in == Lane.BOOL, source,
                VectorTypes.widening(in), species, Whole.of(in), Whole.of(acc), VectorTypes.identity(operator), twin,
                null);
        ReduceKernel folded = source.equals(species)
                ? far(species, (lanes, far) -> fold.specialise(spec.on(lanes, far)))
                : fold.specialise(spec);
        return op != Op.ADD || !in.isInteger() || acc.bytes() < Long.BYTES || in.bytes() > Short.BYTES ? folded
                : smallSum.specialise(new VectorSmallSum.Spec(in.bytes(), !in.isUnsigned(),
                        LongVector.SPECIES_PREFERRED, folded));
    }

    /** A reduction by a vector's lanes: on these, and on fewer. */
    private interface ByLanes {
        ReduceKernel of(VectorSpecies<?> lanes, @Nullable ReduceKernel far);
    }

    private static ReduceKernel far(VectorSpecies<?> species, ByLanes kernel) {
        VectorSpecies<?> shorter = VectorTypes.far(species);
        return kernel.of(species, shorter == null ? null : kernel.of(shorter, null));
    }

    /** Returns how elements of a narrower lane are loaded that are widened; null if that does not work. */
    private static @Nullable VectorSpecies<?> source(Lane in, VectorSpecies<?> wide) {
        int bits = wide.length() * in.bytes() * Byte.SIZE;
        // Not every processor with 128-bit vectors widens: without that instruction each vector is an object.
        return wide.vectorBitSize() < VectorTypes.LEAST_WIDENING_BITS || bits < VectorShape.S_64_BIT.vectorBitSize()
                ? null
                : VectorSpecies.of(VectorTypes.type(in), VectorShape.forBitSize(bits));
    }
}
