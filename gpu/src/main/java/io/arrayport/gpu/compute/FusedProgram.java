package io.arrayport.gpu.compute;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.StepByStep;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.fuse.FusedKernels;
import io.arrayport.gpu.fuse.FusedSource;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.Walk;
import jcuda.driver.CUfunction;
import org.jspecify.annotations.Nullable;

/** An expression as one kernel, compiled when it is first run; where it cannot be, one step after the other. */
final class FusedProgram implements Fusion {
    private final Backend backend;
    private final Program program;
    private final FusedKernels kernels;
    private final String source;
    private final Fusion steps;

    private FusedProgram(Backend backend, Program program, FusedKernels kernels) {
        this.backend = backend;
        this.program = program;
        this.kernels = kernels;
        this.source = FusedSource.of(program);
        this.steps = new StepByStep(program, _ -> backend);
    }

    /** Returns the program as one kernel if that is any better than what there is, and can be written. */
    static Fusion of(Backend backend, Program program, FusedKernels kernels) {
        boolean isOne = program.steps().size() == 1 && program.numbers().isEmpty();
        return isOne || !FusedSource.has(program) ? new StepByStep(program, _ -> backend)
                : new FusedProgram(backend, program, kernels);
    }

    @Override
    public void run(List<Operand> arrays, List<Object> numbers, Operand out) {
        if (out.layout().size() == 0) {
            return;
        }
        CUfunction kernel = kernels.get(Gpu.of(out.device().id()), source);
        if (kernel == null) {
            steps.run(arrays, numbers, out);
            return;
        }
        try (Temporaries temporaries = new Temporaries(backend);
                Storage bytes = Storage.allocate(Math.max(1, bytes()))) {
            Operand written = GpuKernels.isAligned(out) ? out : temporaries.like(out, out.dtype());
            List<@Nullable Operand> operands = new ArrayList<>(List.of(written));
            for (Operand array : arrays) {
                operands.add(temporaries.as(array, FusedSource.stored(array.dtype())));
            }
            operands.add(null); // no mask
            write(numbers, bytes);
            MemorySegment given = MemorySegment.ofAddress(bytes.address()).reinterpret(bytes());
            GpuKernels.of(out.device()).run(kernel, to -> to.asSlice(Walk.bytes(arrays.size() + 2)).copyFrom(given),
                    operands.toArray(new @Nullable Operand[0]));
            if (!written.equals(out)) {
                backend.copy(written, out);
            }
        }
    }

    private long bytes() {
        return program.numbers().stream().mapToLong(FusedSource::bytes).sum();
    }

    /** Numbers as elements of their types, one after the other. */
    private void write(List<Object> numbers, Storage bytes) {
        Backend here = Backend.of("fuse", Device.CPU);
        long at = 0;
        for (int i = 0; i < numbers.size(); i++) {
            DType type = program.numbers().get(i);
            Layout one = Layout.contiguous(Shape.of(), type.itemsize()).shifted(at);
            here.fill(Operand.of(type, one, bytes), numbers.get(i));
            at += FusedSource.bytes(type);
        }
    }

    @Override
    public void reduce(Op op, List<Operand> arrays, List<Object> numbers, Layout elements, Operand out) {
        DType type = program.type();
        try (Storage storage = backend.allocate(out.device(), elements.endByte(type.itemsize()))) {
            Operand all = Operand.of(type, elements, storage);
            run(arrays, numbers, all);
            backend.reduce(op, all, out, null);
        }
    }
}
