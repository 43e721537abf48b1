package io.arrayport.gpu.compute;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import org.jspecify.annotations.Nullable;

/** What is not computed on NVIDIA devices yet: refused, since a copy to main memory would be a silent one. */
abstract class NotOnDevice implements Backend {
    static DeviceException refusal(String operation, Device device) {
        return new DeviceException(operation + ": " + device
                + " does not compute this yet; a copy in main memory does: a.toDevice(Device.CPU)");
    }

    @Override
    public void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        throw refusal("reduce", out.device());
    }

    @Override
    public void squares(Operand in, Operand mean, Operand out) {
        throw refusal("var", out.device());
    }

    @Override
    public void select(Operand in, int axis, long[] ranks, Operand out) {
        throw refusal("partition", out.device());
    }

    @Override
    public void sort(Operand a, int axis) {
        throw refusal("sort", a.device());
    }

    @Override
    public void argsort(Operand in, int axis, Operand out) {
        throw refusal("argsort", out.device());
    }

    @Override
    public void reorder(Operand in, int axis, Operand out) {
        throw refusal("lexsort", out.device());
    }

    @Override
    public void searchsorted(Operand sorted, @Nullable Operand sorter, Operand values, boolean right, Operand out) {
        throw refusal("searchsorted", out.device());
    }

    @Override
    public void tally(Operand positions, @Nullable Operand weights, Operand out) {
        throw refusal("bincount", out.device());
    }

    @Override
    public void multiply(Operand a, boolean conjugate, Operand b, Operand out) {
        throw refusal("matmul", out.device());
    }

    @Override
    public void fourier(Fourier kind, Operand in, int axis, long n, double factor, Operand out) {
        throw refusal("fft", out.device());
    }

    @Override
    public void accumulate(Op op, Operand in, Operand out, int axis) {
        throw refusal("accumulate", out.device());
    }

    @Override
    public void reduceat(String operation, Op op, Operand in, Operand indices, Operand out, int axis) {
        throw refusal(operation, out.device());
    }

    @Override
    public void at(String operation, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        throw refusal(operation, a.device());
    }

    @Override
    public void locate(String operation, Operand indices, long dim, int axis, long stride, Operand out) {
        throw refusal(operation, out.device());
    }

    @Override
    public void gather(String operation, Operand in, int axis, Operand indices, Operand out) {
        throw refusal(operation, out.device());
    }

    @Override
    public void scatter(String operation, Operand in, int axis, Operand indices, Operand out) {
        throw refusal(operation, out.device());
    }

    @Override
    public void gatherRows(String operation, Operand in, int axis, Operand indices, Operand out) {
        throw refusal(operation, out.device());
    }

    @Override
    public void scatterRows(String operation, Operand in, int axis, Operand indices, Operand out) {
        throw refusal(operation, out.device());
    }

    @Override
    public void choose(String operation, Operand which, List<Operand> choices, Operand out) {
        throw refusal(operation, out.device());
    }

    @Override
    public void argExtremum(Op op, Operand in, Operand out, int axis) {
        throw refusal(op == Op.MAXIMUM ? "argmax" : "argmin", out.device());
    }

    @Override
    public void countNonzero(Operand in, Operand out) {
        throw refusal("count_nonzero", out.device());
    }

    @Override
    public Operand flatnonzero(Operand mask) {
        throw refusal("nonzero", mask.device());
    }

    @Override
    public Operand compress(Operand in, Operand mask) {
        throw refusal("compress", in.device());
    }
}
