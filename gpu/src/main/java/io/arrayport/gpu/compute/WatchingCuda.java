package io.arrayport.gpu.compute;

import java.util.List;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.backend.StepByStep;
import io.arrayport.core.loop.Watched;
import org.jspecify.annotations.Nullable;

/** NVIDIA devices, whose operands and results are looked at in main memory for floating-point errors. */
final class WatchingCuda extends CudaBackend {
    private final Watched watched;

    WatchingCuda(String operation, FloatErrors errors) {
        this.watched = new Watched(operation, errors);
    }

    @Override
    public void unary(Op op, Signature signature, Operand in, Operand out, @Nullable Operand where) {
        watched.elementwise(op, signature, List.of(in), out, where, () -> super.unary(op, signature, in, out, where));
    }

    @Override
    public void binary(Op op, Signature signature, Operand a, Operand b, Operand out, @Nullable Operand where) {
        watched.elementwise(op, signature, List.of(a, b), out, where,
                () -> super.binary(op, signature, a, b, out, where));
    }

    /** Step by step, so that errors are found in each step and called by its name. */
    @Override
    public Fusion fusion(Program program) {
        return new StepByStep(program, name -> new WatchingCuda(name, watched.errors()));
    }

    @Override
    public void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        watched.fold(op, List.of(in, out), out, () -> super.reduce(op, in, out, where));
    }

    @Override
    public void accumulate(Op op, Operand in, Operand out, int axis) {
        watched.fold(op, List.of(in), out, () -> super.accumulate(op, in, out, axis));
    }

    @Override
    public void reduceat(String name, Op op, Operand in, Operand indices, Operand out, int axis) {
        watched.fold(op, List.of(in), out, () -> super.reduceat(name, op, in, indices, out, axis));
    }

    @Override
    public void at(String name, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        watched.fold(op, b == null ? List.of(a) : List.of(a, b), a,
                () -> super.at(name, op, signature, a, indices, b));
    }
}
