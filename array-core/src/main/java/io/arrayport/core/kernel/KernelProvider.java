package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/** One way of making kernels on this machine. Makes a new one at each call; {@link Kernels} keeps them. */
interface KernelProvider {
    BinaryKernel binary(Op op, Lane lane);

    /** {@code acc} is {@code in}, or I64 where {@code in} is I32. */
    ReduceKernel reduce(Op op, Lane in, Lane acc);
}
