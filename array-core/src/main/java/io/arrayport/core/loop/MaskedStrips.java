package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.BlendKernel;
import io.arrayport.core.kernel.Choices;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.memory.Memory;

/**
 * Where a mask is true here and there, computes all elements of a block beside the result, which costs less than to
 * begin at each of them, and puts those that it chooses. No other is written.
 */
final class MaskedStrips implements MaskedLoop.Stretch {
    private static final int OUT = 2;
    private static final int MASK = 3;
    private static final long BLOCK = 1024;
    /** Of more elements to a true one, stretches are looked for. */
    private static final long SPARSE = 16;

    private final BinaryKernel kernel;
    private final int result;
    private final BlendKernel blend;

    /** @param kernel has an {@link BinaryKernel#element} */
    MaskedStrips(BinaryKernel kernel) {
        this.kernel = kernel;
        this.result = kernel.result();
        this.blend = Choices.blend(result);
    }

    @Override
    public void run(long[] at, long[] strides, long skipped, long n) {
        kernel.run(at[0] + skipped * strides[0], strides[0], at[1] + skipped * strides[1], strides[1],
                at[OUT] + skipped * strides[OUT], strides[OUT], n);
    }

    @Override
    public void strip(long[] at, long[] strides, long n) {
        if (n < BLOCK || strides[MASK] != 1 || isFar(strides[0]) || isFar(strides[1])) {
            MaskedLoop.Stretch.super.strip(at, strides, n);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            long count = arena.allocate(Long.BYTES, Long.BYTES).address();
            long spare = arena.allocate(result, Long.BYTES).address();
            long beside = arena.allocate(BLOCK * result, 64).address();
            for (long done = 0; done < n; done += BLOCK) {
                block(at, strides, done, Math.min(BLOCK, n - done), count, spare, beside);
            }
        }
    }

    private boolean isFar(long stride) {
        return stride != 0 && stride != kernel.element();
    }

    private void block(long[] at, long[] strides, long done, long n, long count, long spare, long beside) {
        long mask = at[MASK] + done;
        Memory.RAW.set(ValueLayout.JAVA_LONG, count, 0);
        Kernels.count(Lane.BOOL).run(mask, 1, count, 0, n);
        long trues = Memory.RAW.get(ValueLayout.JAVA_LONG, count);
        if (trues == n) {
            run(at, strides, done, n);
        } else if (trues * SPARSE < n) {
            Mask.runs(mask, 1, n, (from, length) -> run(at, strides, done + from, length));
        } else {
            kernel.run(at[0] + done * strides[0], strides[0], at[1] + done * strides[1], strides[1], beside, result, n);
            blend.put(mask, 1, beside, result, at[OUT] + done * strides[OUT], strides[OUT], spare, n);
        }
    }
}
