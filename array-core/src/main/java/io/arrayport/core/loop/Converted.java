package io.arrayport.core.loop;

import java.lang.foreign.SegmentAllocator;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.UnaryKernel;
import org.jspecify.annotations.Nullable;

/**
 * An operand that a kernel does not take as it is: a block of it at a time is converted between its type and the
 * kernel's, in a buffer that stays in the cache.
 */
final class Converted {
    /** Elements of a block: three buffers of the widest type are 48 KB. */
    private static final int BLOCK = 1024;

    private final UnaryKernel conversion;
    private final long buffer;
    private final int itemsize;

    private Converted(UnaryKernel conversion, long buffer, int itemsize) {
        this.conversion = conversion;
        this.buffer = buffer;
        this.itemsize = itemsize;
    }

    /** Returns null if nothing is to be converted. */
    private static @Nullable Converted of(DType from, DType to, DType computed, long size, SegmentAllocator room) {
        if (from.equals(to)) {
            return null;
        }
        long count = Math.min(size, BLOCK);
        return new Converted(Converters.of(from, to),
                room.allocate(count * computed.itemsize(), Long.BYTES).address(), computed.itemsize());
    }

    /** Returns how many bytes the buffers take at most that a kernel of these types has. */
    static long bytes(DType[] kernelTypes, long size) {
        long bytes = 0;
        for (DType type : kernelTypes) {
            bytes += Math.min(size, BLOCK) * type.itemsize() + Long.BYTES;
        }
        return bytes;
    }

    /**
     * Returns {@code kernel} for operands of other types than its own.
     *
     * @param types of the operands, the output last
     * @param kernelTypes what the kernel takes and gives
     * @param size elements in all
     * @param room gives the buffers
     */
    static UnaryKernel unary(UnaryKernel kernel, DType[] types, DType[] kernelTypes, long size, SegmentAllocator room) {
        Converted input = of(types[0], kernelTypes[0], kernelTypes[0], size, room);
        Converted output = of(kernelTypes[1], types[1], kernelTypes[1], size, room);
        return (a, aStride, to, toStride, n) -> {
            for (long done = 0; done < n; done += BLOCK) {
                long count = Math.min(BLOCK, n - done);
                long target = to + done * toStride;
                kernel.run(at(input, a, aStride, done, count), stride(input, aStride),
                        output == null ? target : output.buffer, output == null ? toStride : output.itemsize, count);
                if (output != null) {
                    output.conversion.run(output.buffer, output.itemsize, target, toStride, count);
                }
            }
        };
    }

    /** As {@link #unary}. */
    static BinaryKernel binary(BinaryKernel kernel, DType[] types, DType[] kernelTypes, long size,
            SegmentAllocator room) {
        Converted left = of(types[0], kernelTypes[0], kernelTypes[0], size, room);
        Converted right = of(types[1], kernelTypes[1], kernelTypes[1], size, room);
        Converted output = of(kernelTypes[2], types[2], kernelTypes[2], size, room);
        return (a, aStride, b, bStride, to, toStride, n) -> {
            for (long done = 0; done < n; done += BLOCK) {
                long count = Math.min(BLOCK, n - done);
                long target = to + done * toStride;
                kernel.run(at(left, a, aStride, done, count), stride(left, aStride),
                        at(right, b, bStride, done, count), stride(right, bStride),
                        output == null ? target : output.buffer, output == null ? toStride : output.itemsize, count);
                if (output != null) {
                    output.conversion.run(output.buffer, output.itemsize, target, toStride, count);
                }
            }
        };
    }

    /** Returns where the kernel finds the input's elements {@code [done, done + n)}. */
    private static long at(@Nullable Converted input, long in, long stride, long done, long n) {
        if (input == null) {
            return in + done * stride;
        }
        input.conversion.run(in + done * stride, stride, input.buffer, input.itemsize, stride == 0 ? 1 : n);
        return input.buffer;
    }

    private static long stride(@Nullable Converted input, long stride) {
        return input == null || stride == 0 ? stride : input.itemsize;
    }
}
