package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/**
 * One way of making kernels on this machine. Makes a new one at each call and trusts that {@link Kernels}, which keeps
 * them, has checked that there is one.
 */
interface KernelProvider {
    UnaryKernel unary(Op op, Lane lane);

    BinaryKernel binary(Op op, Lane lane);

    ClipKernel clip(Lane lane);

    ReduceKernel reduce(Op op, Lane in, Lane acc);

    /** Finds the greatest by MAXIMUM, the least by MINIMUM. */
    ArgKernel arg(Op op, Lane lane);

    CountKernel count(Lane lane);

    PositionKernel positions();

    /** Combines {@code acc}, which stands first, with {@code in}, a narrower lane. */
    BinaryKernel into(Op op, Lane in, Lane acc);

    ScanKernel scan(Op op, Lane in, Lane acc);

    SelectKernel select(Lane lane);

    SortKernel sort(Lane lane);

    SearchKernel search(Lane lane);

    /** Between lanes of which one at most is complex. */
    UnaryKernel convert(Lane from, Lane to);

    /** @param conjugate whether complex elements of the first matrix are conjugated */
    ProductKernel product(Lane lane, boolean conjugate);

    /** Of few rows, where that is faster than {@link #product}; null where it is not. */
    @Nullable
    PanelProduct panels(Lane lane);

    /** Copies numbers of {@code bytes} bytes with these reversed. */
    UnaryKernel swap(int bytes);
}
