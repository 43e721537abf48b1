package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/** Kernels in plain Java: on every JVM, and the oracle of the vector ones. */
final class ScalarKernels implements KernelProvider {
    private final Template<UnaryKernel> unary = new Template<>(ScalarUnary.class);
    private final Template<BinaryKernel> binary = new Template<>(ScalarBinary.class);
    private final Template<ReduceKernel> pairwise = new Template<>(ScalarPairwise.class);
    private final Template<ReduceKernel> fold = new Template<>(ScalarFold.class);
    private final Template<ArgKernel> arg = new Template<>(ScalarArg.class);
    private final Template<CountKernel> count = new Template<>(ScalarCount.class);
    private final Template<ReduceKernel> logic = new Template<>(ScalarLogic.class);
    private final Template<ScanKernel> scan = new Template<>(ScalarScan.class);
    private final Template<ProductKernel> product = new Template<>(ScalarProduct.class);
    private final Template<KeyKernel> keys = new Template<>(ScalarKeys.class);
    private final Template<SearchKernel> search = new Template<>(ScalarSearch.class);

    @Override
    public UnaryKernel unary(Op op, Lane lane) {
        return unary.specialise(
                new ScalarUnary.Spec(UnaryStep.of(op, lane), lane.bytes(),
                        Kernels.output(op, lane).bytes()));
    }

    @Override
    public BinaryKernel binary(Op op, Lane lane) {
        BinaryKernel kernel = binary.specialise(
                new ScalarBinary.Spec(Step.of(op, lane), lane.bytes(), Kernels.output(op, lane).bytes()));
        QuotientKind kind = QuotientKind.of(op);
        return kind != null && lane == Lane.I64 ? LongQuotient.of(kind, kernel) : kernel;
    }

    /** Combines results so far, which stand first, with elements. */
    BinaryKernel carried(Op op, Lane lane) {
        return binary.specialise(new ScalarBinary.Spec(Step.carried(op, lane), lane.bytes(), lane.bytes()));
    }

    /** Multiplies or divides times by numbers. */
    BinaryKernel scaled(Op op, Lane number) {
        return binary.specialise(new ScalarBinary.Spec(TimeSteps.scaled(op, number.isFloat()), Long.BYTES, Long.BYTES));
    }

    @Override
    public ClipKernel clip(Lane lane) {
        return ClipKernel.twice(Kernels.binary(Op.MAXIMUM, lane), Kernels.binary(Op.MINIMUM, lane), lane.bytes());
    }

    @Override
    public ReduceKernel reduce(Op op, Lane in, Lane acc) {
        if (op == Op.ADD && (in.isFloat() || in.isComplex())) {
            return pairwise.specialise(ScalarPairwise.Spec.of(in));
        }
        if (ScalarTest.isLogical(op)) {
            return logic.specialise(ScalarLogic.Spec.of(op, in));
        }
        return fold.specialise(ScalarFold.Spec.of(op, in, acc));
    }

    @Override
    public ArgKernel arg(Op op, Lane lane) {
        return arg.specialise(ScalarArg.Spec.of(op, lane));
    }

    @Override
    public @Nullable PanelProduct panels(Lane lane) {
        return null;
    }

    @Override
    public ProductKernel product(Lane lane, boolean conjugate) {
        return product.specialise(ScalarProduct.Spec.of(lane, conjugate));
    }

    @Override
    public CountKernel count(Lane lane) {
        return count.specialise(ScalarCount.Spec.of(lane));
    }

    @Override
    public PositionKernel positions() {
        return Positions::write;
    }

    @Override
    public BitKernel packing() {
        return new ScalarBits();
    }

    @Override
    public BinaryKernel into(Op op, Lane in, Lane acc) {
        Step step = Template.own(Step.class, Step.Widened.class, ScalarOp.of(op, acc), Whole.of(in));
        return binary.specialise(new ScalarBinary.Spec(step, acc.bytes(), acc.bytes()));
    }

    @Override
    public ScanKernel scan(Op op, Lane in, Lane acc) {
        return scan.specialise(ScalarScan.Spec.of(op, in, acc));
    }

    @Override
    public SelectKernel select(Lane lane) {
        return select(lane, ScalarSort.LONGS);
    }

    /** @param sort of longs */
    SelectKernel select(Lane lane, StripSort sort) {
        if (lane.isComplex()) {
            return new ComplexSelect(lane.part());
        }
        KeyKernel longs = keys.specialise(ScalarKeys.Spec.of(Lane.I64));
        return new KeySelect(lane == Lane.I64 ? longs : keys.specialise(ScalarKeys.Spec.of(lane)), longs,
                sort);
    }

    @Override
    public SortKernel sort(Lane lane) {
        return sort(lane, ScalarSort.LONGS, SideKernel::scalar);
    }

    /**
     * @param longs sorts keys
     * @param sides of keys
     */
    SortKernel sort(Lane lane, StripSort longs, SideKernel sides) {
        return lane.isComplex() ? new ComplexSort(lane, Kernels.sort(lane.part()))
                : new KeySort(lane, keys.specialise(ScalarKeys.Spec.of(lane)), longs, sides);
    }

    @Override
    public SearchKernel search(Lane lane) {
        return lane.isComplex() ? new ComplexSearch(lane.part()) : search.specialise(ScalarSearch.Spec.of(lane));
    }

    @Override
    public UnaryKernel convert(Lane from, Lane to) {
        return unary.specialise(new ScalarUnary.Spec(ConvertStep.of(from, to), from.bytes(), to.bytes()));
    }

    @Override
    public UnaryKernel swap(int bytes) {
        return unary.specialise(new ScalarUnary.Spec(ConvertStep.swap(bytes), bytes, bytes));
    }

    @Override
    public @Nullable TileKernel tile(int bytes) {
        return null;
    }

    @Override
    public StepKernel steps(int bytes, boolean backwards, StepKernel twin) {
        return twin;
    }
}
