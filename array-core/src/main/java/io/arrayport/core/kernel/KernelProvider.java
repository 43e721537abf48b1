package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/**
 * One way of making kernels on this machine. Makes a new one at each call and trusts that {@link Kernels}, which keeps
 * them, has checked that there is one.
 */
interface KernelProvider {
    UnaryKernel unary(Op op, Lane lane);

    /** As {@link #unary(Op, Lane)}, or {@code twin}, which computes the same, where that is as fast. */
    default UnaryKernel unary(Op op, Lane lane, UnaryKernel twin) {
        return twin;
    }

    BinaryKernel binary(Op op, Lane lane);

    /** As {@link #unary(Op, Lane, UnaryKernel)}. */
    default BinaryKernel binary(Op op, Lane lane, BinaryKernel twin) {
        return twin;
    }

    ClipKernel clip(Lane lane);

    ReduceKernel reduce(Op op, Lane in, Lane acc);

    /** As {@link #unary(Op, Lane, UnaryKernel)}. */
    default ReduceKernel reduce(Op op, Lane in, Lane acc, ReduceKernel twin) {
        return twin;
    }

    /** Finds the greatest by MAXIMUM, the least by MINIMUM. */
    ArgKernel arg(Op op, Lane lane);

    CountKernel count(Lane lane);

    PositionKernel positions();

    BitKernel packing();

    /** Combines {@code acc}, which stands first, with {@code in}, a narrower lane. */
    BinaryKernel into(Op op, Lane in, Lane acc);

    ScanKernel scan(Op op, Lane in, Lane acc);

    SelectKernel select(Lane lane);

    SortKernel sort(Lane lane);

    SearchKernel search(Lane lane);

    /** Between lanes of which one at most is complex. */
    UnaryKernel convert(Lane from, Lane to);

    /** As {@link #unary(Op, Lane, UnaryKernel)}. */
    default UnaryKernel convert(Lane from, Lane to, UnaryKernel twin) {
        return twin;
    }

    /** @param conjugate whether complex elements of the first matrix are conjugated */
    ProductKernel product(Lane lane, boolean conjugate);

    /** Copies columns of elements of 4 or 8 bytes to rows; null where vectors gain nothing. */
    @Nullable
    TileKernel tile(int bytes);

    /**
     * Copies elements of 1 to 8 bytes that lie two apart, or backwards, to neighbours.
     *
     * @param twin does the same
     */
    StepKernel steps(int bytes, boolean backwards, StepKernel twin);

    /** Of few rows, where that is faster than {@link #product}; null where it is not. */
    @Nullable
    PanelProduct panels(Lane lane);

    /** Copies numbers of {@code bytes} bytes with these reversed. */
    UnaryKernel swap(int bytes);

    /** As {@link #unary(Op, Lane, UnaryKernel)}. */
    default TextKernel text(TextOp op, int unit, TextKernel twin) {
        return twin;
    }
}
