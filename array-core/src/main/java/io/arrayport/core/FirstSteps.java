package io.arrayport.core;

import java.lang.foreign.Arena;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.BinaryLoop;

/**
 * Loads what a first operation needs, and has it compiled, by a little of one on memory of its own: on a thread beside
 * that which makes the operands.
 */
final class FirstSteps implements Runnable {
    private static final int SOME = 1 << 8;
    /** The first compiler takes what was called so often. */
    private static final int OFTEN = 200;
    /**
     * The rest of an operation's way, by name: an array made to walk it would be counted as the program's own. Each
     * takes 0.2 ms to load. (No lambda: those take longer.)
     */
    private static final List<String> WAY = List.of("ndarray.Arithmetic", "ndarray.UfuncOption", "ufunc.Direct",
            "ufunc.Elementwise", "loop.Fresh", "loop.ElementLoop", "loop.Lanes", "loop.Axes", "loop.BinaryLoop$Walk",
            "loop.Cut", "loop.Cut$Free", "loop.Cut$Any", "loop.Cut$Parts", "threads.Split", "threads.Split$Range");

    @Override
    public void run() {
        // Waits until the namespace is there: two threads that initialise it might wait for each other
        Backend.of("add", Np.np.device());
        BinaryKernel add = Kernels.binary(Op.ADD, Lane.F64);
        Layout layout = Layout.contiguous(Shape.of(SOME), Double.BYTES);
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(layout.endByte(Double.BYTES), Double.BYTES).address();
            for (int i = 0; i < OFTEN; i++) {
                BinaryLoop.run(add, address, layout, address, layout, address, layout);
            }
        }
        for (String name : WAY) {
            load(name);
        }
    }

    private static void load(String name) {
        String full = FirstSteps.class.getPackageName() + '.' + name;
        try {
            Class.forName(full);
        } catch (ClassNotFoundException renamed) {
            throw new LinkageError(full, renamed);
        }
    }
}
