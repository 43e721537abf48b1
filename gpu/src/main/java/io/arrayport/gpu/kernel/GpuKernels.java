package io.arrayport.gpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.gpu.driver.Gpu;
import jcuda.driver.CUfunction;
import org.jspecify.annotations.Nullable;

/** Kernels of one device, handed the operands of elementwise operations. */
public final class GpuKernels {
    private static final int THREADS = 256;
    /** Elements of a thread where it takes four at once. */
    private static final int PACK = 4;
    private static final int WIDEST = 16;

    private static final ConcurrentHashMap<Integer, GpuKernels> DEVICES = new ConcurrentHashMap<>();

    private final Gpu gpu;
    private final Kernels kernels;

    private GpuKernels(Gpu gpu) {
        this.gpu = gpu;
        this.kernels = new Kernels(gpu);
    }

    /** Returns those of a CUDA device. */
    public static GpuKernels of(Device device) {
        return DEVICES.computeIfAbsent(device.id(), id -> new GpuKernels(Gpu.of(id)));
    }

    /** Returns whether elements of so many bytes are moved as one. */
    public static boolean isWidth(int bytes) {
        return bytes <= WIDEST && Integer.bitCount(bytes) == 1;
    }

    /** Returns whether every element is at a multiple of what is read at once there: itself, or a part of it. */
    public static boolean isAligned(Operand operand) {
        DType type = operand.dtype();
        long mask = (type.kind() == 'c' ? type.itemsize() / 2 : Integer.lowestOneBit(type.itemsize())) - 1L;
        long bits = operand.storage().address() + operand.layout().offset();
        for (int axis = 0; axis < operand.layout().ndim(); axis++) {
            bits |= operand.layout().dim(axis) > 1 ? operand.layout().stride(axis) : 0;
        }
        return (bits & Math.min(mask, Long.BYTES - 1)) == 0;
    }

    /**
     * Runs an elementwise kernel.
     *
     * @param operands the output first; the last one, a mask, may be null
     */
    public void run(String kernel, @Nullable Operand... operands) {
        run(kernels.get(kernel), _ -> {}, operands);
    }

    /**
     * Runs an elementwise kernel that takes more than its operands.
     *
     * @param more writes that behind the walk, into the arguments
     */
    public void run(CUfunction function, Gpu.Arguments more, @Nullable Operand... operands) {
        Walks.each(walk -> gpu.launch(function, THREADS, walk.packed() ? (walk.size() + PACK - 1) / PACK : walk.size(),
                to -> {
                    walk.write(to);
                    more.write(to);
                }), operands);
    }

    /** What writes a kernel's arguments, given how it walks its operands. */
    @FunctionalInterface
    public interface Arguments {
        void write(Walk walk, MemorySegment to);
    }

    /** Runs an elementwise kernel that takes more than operands, one by one. */
    public void run(String kernel, Arguments arguments, @Nullable Operand... operands) {
        Walks.each(walk -> launch(kernel, walk.size(), to -> arguments.write(walk, to)), operands);
    }

    /** Starts a kernel of one argument, a struct; a grid takes elements as {@link Gpu#launch} says. */
    public void launch(String kernel, long n, Gpu.Arguments arguments) {
        gpu.launch(kernels.get(kernel), THREADS, n, arguments);
    }

    /** Starts a kernel of one argument, a struct, in so many blocks. */
    public void launchBlocks(String kernel, int threads, int blocks, Gpu.Arguments arguments) {
        gpu.launchBlocks(kernels.get(kernel), threads, blocks, arguments);
    }

    /** Copies elements of one size as bytes; by {@code "turn"}, with the bytes of each number reversed. */
    public void move(String kind, Operand in, Operand out, @Nullable Operand where) {
        DType type = out.dtype();
        int number = type.kind() == 'c' ? type.itemsize() / 2 : type.itemsize();
        int width = isAligned(in) && isAligned(out) ? Math.min(Integer.lowestOneBit(number), WIDEST) : 1;
        if (kind.equals("turn") && width != number) {
            turnBytes(in, out, number, where);
            return;
        }
        int parts = type.itemsize() / width;
        DType unit = bytes(width);
        run(kind + "_" + width, split(out, unit, parts, width), split(in, unit, parts, width),
                where == null || parts == 1 ? where : split(where, where.dtype(), parts, 0));
    }

    /** Bytes of numbers at odd addresses, from the last to the first. */
    private void turnBytes(Operand in, Operand out, int number, @Nullable Operand where) {
        for (int part = 0; part < out.dtype().itemsize(); part += number) {
            for (int i = 0; i < number; i++) {
                run("move_1", single(out, part + i), single(in, part + number - 1 - i), where);
            }
        }
    }

    private static Operand single(Operand operand, int at) {
        return Operand.of(DType.UINT8, operand.layout().shifted(at), operand.storage());
    }

    /** The operand with one more axis, along the parts of an element. */
    static Operand split(Operand operand, DType unit, int parts, int stride) {
        Layout layout = operand.layout();
        if (parts == 1) {
            return Operand.of(unit, layout, operand.storage());
        }
        long[] dims = new long[layout.ndim() + 1];
        long[] strides = new long[dims.length];
        for (int axis = 0; axis < layout.ndim(); axis++) {
            dims[axis] = layout.dim(axis);
            strides[axis] = layout.stride(axis);
        }
        dims[layout.ndim()] = parts;
        strides[layout.ndim()] = stride;
        return Operand.of(unit, Layout.of(Shape.of(dims), strides, layout.offset()), operand.storage());
    }

    static DType bytes(int width) {
        return switch (width) {
            case 1 -> DType.UINT8;
            case 2 -> DType.UINT16;
            case 4 -> DType.UINT32;
            case 8 -> DType.UINT64;
            default -> DType.COMPLEX128;
        };
    }

    /** Writes one element, whose bytes are those of two numbers, to all of {@code out}. */
    public void fill(Operand out, long low, long high) {
        CUfunction function = kernels.get("fill_" + out.dtype().itemsize());
        Walks.each(walk -> gpu.launch(function, THREADS, walk.size(), to -> {
            walk.write(to);
            to.set(ValueLayout.JAVA_LONG, Walk.bytes(1), low);
            to.set(ValueLayout.JAVA_LONG, Walk.bytes(1) + Long.BYTES, high);
        }), out);
    }
}
