package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/** Kernels in plain Java: on every JVM, and the oracle of the vector ones. */
final class ScalarKernels implements KernelProvider {
    private final Template<BinaryKernel> binary = new Template<>(ScalarBinary.class);
    private final Template<ReduceKernel> reduce = new Template<>(ScalarReduce.class);

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
        return binary.specialise(new ScalarBinary.Spec(ScalarOp.of(op), lane));
    }

    @Override
    public ReduceKernel reduce(Op op, Lane in, Lane acc) {
        return reduce.specialise(new ScalarReduce.Spec(ScalarOp.of(op), in, acc));
    }
}
