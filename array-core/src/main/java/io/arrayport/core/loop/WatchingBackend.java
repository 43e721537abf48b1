package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.backend.StepByStep;
import org.jspecify.annotations.Nullable;

/** Main memory, where operands and results are looked at for floating-point errors. */
final class WatchingBackend extends CpuBackend {
    private final String operation;
    private final FloatErrors errors;

    WatchingBackend(String operation, FloatErrors errors) {
        this.operation = operation;
        this.errors = errors;
    }

    @Override
    public void unary(Op op, Signature signature, Operand in, Operand out, @Nullable Operand where) {
        try (FloatWatch watch = FloatWatch.elementwise(op, signature, List.of(in))) {
            super.unary(op, signature, in, out, where);
            watch.look(out, where).act(operation, errors);
        }
    }

    @Override
    public void binary(Op op, Signature signature, Operand a, Operand b, Operand out, @Nullable Operand where) {
        try (FloatWatch watch = FloatWatch.elementwise(op, signature, List.of(a, b))) {
            super.binary(op, signature, a, b, out, where);
            watch.look(out, where).act(operation, errors);
        }
    }

    /** Step by step, so that errors are found in each step and called by its name. */
    @Override
    public Fusion fusion(Program program) {
        return new StepByStep(program, name -> new WatchingBackend(name, errors));
    }

    @Override
    public void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        FoldWatch watch = FoldWatch.of(op, List.of(in, out));
        super.reduce(op, in, out, where);
        watch.look(out).act(operation, errors);
    }

    @Override
    public void accumulate(Op op, Operand in, Operand out, int axis) {
        FoldWatch watch = FoldWatch.of(op, List.of(in));
        super.accumulate(op, in, out, axis);
        watch.look(out).act(operation, errors);
    }

    @Override
    public void reduceat(String name, Op op, Operand in, Operand indices, Operand out, int axis) {
        FoldWatch watch = FoldWatch.of(op, List.of(in));
        super.reduceat(name, op, in, indices, out, axis);
        watch.look(out).act(operation, errors);
    }

    @Override
    public void at(String name, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        FoldWatch watch = FoldWatch.of(op, b == null ? List.of(a) : List.of(a, b));
        super.at(name, op, signature, a, indices, b);
        watch.look(a).act(operation, errors);
    }
}
