package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.threads.Split;

/** An expression computed in blocks that stay in the cache, by the kernels that compute its steps one by one. */
final class Blocks implements Fusion {
    private final BlockProgram program;

    Blocks(Program program) {
        this.program = new BlockProgram(program);
    }

    @Override
    public void run(List<Operand> arrays, List<Object> numbers, Operand out) {
        long size = out.layout().size();
        if (size == 0 || StraightFormula.run(program, arrays, numbers, out)
                || size <= program.block() && runAtOnce(arrays, numbers, out, size)) {
            return;
        }
        try (BlockWalk walk = walk(arrays, numbers, out)) {
            if (Split.isWorth(size, program.steps())) {
                Split.run(walk.blocks(), walk.most() * program.steps(), (first, end) -> {
                    try (BlockWalk own = walk(arrays, numbers, out)) { // for one thread
                        own.run(first, end);
                    }
                });
            } else {
                walk.run(0, walk.blocks());
            }
        }
    }

    /**
     * One block whose elements lie side by side: there are no axes to think about, which takes longer than computing
     * it.
     *
     * @return false, and nothing is done, if some lie otherwise
     */
    private boolean runAtOnce(List<Operand> arrays, List<Object> numbers, Operand out, long size) {
        int itemsize = program.type().itemsize();
        if (!out.layout().isCContiguous(itemsize)) {
            return false;
        }
        long[] at = new long[program.values()];
        long[] strides = new long[at.length];
        int count = arrays.size();
        for (int i = 0; i < count; i++) {
            Operand array = arrays.get(i);
            strides[i] = program.itemsize(i);
            if (!array.layout().isCContiguous(program.itemsize(i))) {
                return false;
            }
            at[i] = array.storage().address() + array.layout().offset();
        }
        long room = BlockProgram.padded(BlockWalk.NUMBER * numbers.size());
        try (Scratch scratch = Scratch.of(room + program.room(size))) {
            for (int i = 0; i < numbers.size(); i++) {
                at[count + i] = scratch.address() + i * BlockWalk.NUMBER;
                FillLoop.put(program.number(i), at[count + i], numbers.get(i));
            }
            program.run(at, strides, scratch.address() + room, size, out.storage().address() + out.layout().offset(),
                    itemsize, size, size);
        }
        return true;
    }

    private BlockWalk walk(List<Operand> arrays, List<Object> numbers, Operand out) {
        return new BlockWalk(program, arrays, numbers, out.layout(), out.storage().address());
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
