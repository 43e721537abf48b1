package io.arrayport.gpu.compute;

import java.util.Arrays;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.Walk;

/** The sums of strips of floats, each in NumPy's pairwise order, on as many threads as there are parts of them. */
final class PairwiseSums {
    /** Elements of a strip that is worth eight threads. */
    static final long LEAST = 32;

    private static final int THREADS = 256;
    /** Parts that a block sums, as a power of 2, and levels that it adds. */
    private static final int PARTS = 8;
    /** Levels of sums that a further launch adds at most. */
    private static final int LEVELS = 12;
    private static final long REAL_LEAF = 128;
    private static final long COMPLEX_LEAF = 64;

    private final Temporaries temporaries;
    private final GpuKernels kernels;
    private final DType type;
    private final DType sum;

    PairwiseSums(Temporaries temporaries, GpuKernels kernels, DType type) {
        this.temporaries = temporaries;
        this.kernels = kernels;
        this.type = type;
        this.sum = type.itemsize() == 2 ? DType.FLOAT32 : type;
    }

    /** Returns sums of all strips, those of one result after the other: 2-d, results by strips. */
    Operand of(Device device, Grid kept, Grid outer, Grid inner, long most, int operand) {
        long block = inner.size();
        long blocks = kept.size() * outer.size();
        long strips = (block + most - 1) / most;
        Operand sums = temporaries.of(device, Shape.of(kept.size(), outer.size() * strips), sum);
        long[] shape = Arrays.copyOf(outer.shape(), outer.ndim() + kept.ndim());
        long[] strides = Arrays.copyOf(outer.strides()[operand], shape.length);
        System.arraycopy(kept.shape(), 0, shape, outer.ndim(), kept.ndim());
        System.arraycopy(kept.strides()[operand], 0, strides, outer.ndim(), kept.ndim());
        Struct place = new Struct().put(strips, most, shape.length).put(Arrays.copyOf(shape, 2 * Walk.AXES))
                .put(Arrays.copyOf(strides, 2 * Walk.AXES)).put(inner.strides()[operand][0], kept.bases()[operand]);
        long full = block / most;
        sums(place, blocks, full, 0, most, sums);
        if (block % most > 0) {
            sums(place, blocks, 1, full, block % most, sums);
        }
        return sums;
    }

    private void sums(Struct place, long blocks, long each, long first, long length, Operand sums) {
        int levels = levels(length);
        long rows = blocks * each;
        int left = Math.max(0, levels - PARTS);
        long to = Reductions.first(sums);
        long partial = left == 0 ? to : bytes(sums.device(), rows << left).address();
        long parts = rows << levels;
        kernels.launchBlocks("sums_" + type.name(), THREADS, Math.toIntExact((parts + (1 << PARTS) - 1) >> PARTS),
                new Struct().put(rows, levels, length, each, first).put(place).put(partial));
        while (left > 0) {
            int step = Math.min(left, LEVELS);
            long items = rows << left;
            left -= step;
            long next = left == 0 ? to : bytes(sums.device(), rows << left).address();
            long block = (long) THREADS << Math.max(0, step - PARTS);
            kernels.launchBlocks("tree_" + sum.name(), THREADS, Math.toIntExact((items + block - 1) / block),
                    new Struct().put(items, step, partial, next));
            partial = next;
        }
    }

    private Storage bytes(Device device, long numbers) {
        return temporaries.bytes(device, numbers * sum.itemsize());
    }

    /** Returns how often a row is halved until its shortest part is not halved any more. */
    private int levels(long length) {
        boolean complex = type.kind() == 'c';
        int levels = 0;
        for (long n = length; n > (complex ? COMPLEX_LEAF : REAL_LEAF); levels++) {
            n = complex ? (n & -8) >> 1 : n >> 1 & -8;
        }
        return levels;
    }
}
