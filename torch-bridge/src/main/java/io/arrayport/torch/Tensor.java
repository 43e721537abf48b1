package io.arrayport.torch;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.torch.Aoti.Property;

/**
 * A dense tensor as libtorch describes it, checked once.
 *
 * @param data address of the first element; may be 0 if there is none
 * @param layout byte strides, from offset 0: torch has no negative ones
 */
record Tensor(DType dtype, long data, Layout layout) {
    private static final int CPU = 0;
    private static final int META = 14;

    /**
     * Reads a tensor of strided layout through a reference that the caller holds.
     *
     * @throws ZeroCopyException if its bytes are not its values, or do not lie in main memory
     * @throws DTypeException if we have no such element type
     * @throws ForeignDescriptorException if the description contradicts itself
     */
    static Tensor read(long tensor) {
        long[] scratch = new long[1];
        requireCpu((int) Aoti.get(Property.DEVICE_TYPE, tensor, scratch));
        int scalarType = (int) Aoti.get(Property.DTYPE, tensor, scratch);
        TorchDtype row = TorchDtype.of(scalarType);
        if (row == null) {
            throw new DTypeException("torch import: there is no element type for torch's "
                    + TorchDtype.describe(scalarType) + "; " + TorchDtype.remedy(scalarType) + ", which copies");
        }
        if (Aoti.isConjugated(tensor) || Aoti.isNegated(tensor)) {
            throw new ZeroCopyException(
                    "torch import: the tensor is a lazy " + (Aoti.isConjugated(tensor) ? "conj" : "neg")
                            + "() view, its bytes are not its values; copy it inside torch first: add(0), or resolve_"
                            + (Aoti.isConjugated(tensor) ? "conj" : "neg") + "() in the model");
        }
        int ndim = (int) Aoti.get(Property.DIM, tensor, scratch);
        long[] dims = longs(Aoti.get(Property.SIZES, tensor, scratch), ndim);
        long[] strides = longs(Aoti.get(Property.STRIDES, tensor, scratch), ndim);
        long data = Aoti.get(Property.DATA_PTR, tensor, scratch);
        Layout layout = layout(dims, strides, row.dtype.itemsize());
        requireInside(layout, row.dtype.itemsize(), data, Aoti.get(Property.STORAGE_SIZE, tensor, scratch),
                Aoti.get(Property.STORAGE_OFFSET, tensor, scratch));
        return new Tensor(row.dtype, data, layout);
    }

    private static void requireCpu(int device) {
        if (device != CPU) {
            throw new ZeroCopyException("torch import: expected a tensor in main memory, got one on "
                    + (device == META ? "torch's meta device, which has no bytes" : "torch's device type " + device)
                    + "; call toDevice(Device.cpu(), true), which copies");
        }
    }

    private static long[] longs(long address, int count) {
        return count == 0 ? new long[0]
                : Memory.segment(address, (long) Long.BYTES * count).toArray(ValueLayout.JAVA_LONG);
    }

    private static Layout layout(long[] dims, long[] strides, int itemsize) {
        if (dims.length > Shape.MAX_NDIM) {
            throw new ZeroCopyException("torch import: the tensor has " + dims.length + " axes, an array has at most "
                    + Shape.MAX_NDIM + "; call reshape(...) or squeeze(...) first");
        }
        try {
            Shape shape = Shape.of(dims);
            // Along the axes of an empty tensor nothing steps: its strides need not even be countable.
            long[] bytes = Arrays.stream(strides)
                    .map(stride -> shape.size() == 0 ? itemsize : Math.multiplyExact(stride, itemsize))
                    .toArray();
            return Layout.of(shape, bytes, 0);
        } catch (ShapeException | ArithmeticException e) {
            throw new ForeignDescriptorException(
                    "torch import: a tensor of sizes " + Arrays.toString(dims) + " and strides "
                            + Arrays.toString(strides) + " spans more bytes than can be counted",
                    e);
        }
    }

    private static void requireInside(Layout layout, int itemsize, long data, long storageBytes, long storageOffset) {
        if (layout.size() == 0) {
            return;
        }
        long room = storageBytes - storageOffset * itemsize;
        if (data == 0 || layout.minByte() < 0 || layout.endByte(itemsize) > room) {
            throw new ForeignDescriptorException(
                    "torch import: " + layout + " of " + itemsize + "-byte elements touches "
                            + layout.endByte(itemsize) + " bytes, the tensor has "
                            + (data == 0 ? "none: its zeros are not stored" : room)
                            + "; copy it inside torch first: add(0)");
        }
    }

    /**
     * Whether two indices may name the same element, as after {@code expand}: torch refuses to write to such a tensor
     * in place. True also for the rare strided view that interleaves without overlapping.
     */
    boolean mayOverlap() {
        if (layout.isCContiguous(dtype.itemsize())) {
            return false;
        }
        int[] axes = IntStream.range(0, layout.ndim()).filter(axis -> layout.dim(axis) > 1).boxed()
                .sorted(Comparator.comparingLong(layout::stride)).mapToInt(Integer::intValue).toArray();
        long reach = 0;
        for (int axis : axes) {
            if (layout.stride(axis) <= reach) {
                return true;
            }
            reach += layout.stride(axis) * (layout.dim(axis) - 1);
        }
        return false;
    }
}
