package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Storage;

/** An expression computed in blocks that stay in the cache, by the kernels that compute its steps one by one. */
final class Blocks implements Fusion {
    private final BlockProgram program;

    Blocks(Program program) {
        this.program = new BlockProgram(program);
    }

    @Override
    public void run(List<Operand> arrays, List<Object> numbers, Operand out) {
        if (out.layout().size() > 0) {
            try (BlockWalk walk = new BlockWalk(program, arrays, numbers, out.layout(), out.storage().address())) {
                walk.run();
            }
        }
    }

    @Override
    public void reduce(Op op, List<Operand> arrays, List<Object> numbers, Layout elements, Operand out) {
        if (BlockFold.run(program, op, arrays, numbers, elements, out)) {
            return;
        }
        try (Storage storage = Storage.allocate(elements.endByte(program.type().itemsize()))) {
            Operand all = Operand.of(program.type(), elements, storage);
            run(arrays, numbers, all);
            ReduceLoop.run(op, all, out, null);
        }
    }
}
