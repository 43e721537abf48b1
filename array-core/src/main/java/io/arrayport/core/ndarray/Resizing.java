package io.arrayport.core.ndarray;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;

/**
 * The array's own {@code resize}. NumPy changes an array in place, and first counts who else refers to it. Here nobody
 * counts views; so the storage ends, and with it every view, and the elements go on in another one.
 */
final class Resizing {
    private Resizing() {}

    static NdArray resize(NdArray array, Shape shape) {
        requireOwn(array);
        int itemsize = array.itemsize();
        boolean columns = array.layout().isFContiguous(itemsize) && !array.isCContiguous();
        Layout layout = columns ? Fresh.columns(shape, itemsize) : Layout.contiguous(shape, itemsize);
        NdArray resized = Temporaries.finished(Temporaries.empty(array, array.dtype(), layout), fresh -> {
            long kept = Math.min(array.size(), fresh.size());
            bytes(fresh, kept, fresh.size()).fill(0);
            row(fresh, 0, kept).set(row(array, 0, kept));
        });
        array.close();
        return resized;
    }

    /** Elements as they lie in memory, of an array without gaps. */
    private static NdArray row(NdArray array, long from, long to) {
        return NdArray.of(array.storage(), array.dtype(), Layout.contiguous(Shape.of(to - from), array.itemsize())
                .shifted(array.layout().offset() + from * array.itemsize()));
    }

    /** Those of {@link #row}: all 0 is nothing of any type, an empty text too. */
    private static NdArray bytes(NdArray array, long from, long to) {
        return NdArray.of(array.storage(), DType.UINT8, Layout.contiguous(Shape.of((to - from) * array.itemsize()), 1)
                .shifted(array.layout().offset() + from * array.itemsize()));
    }

    private static void requireOwn(NdArray array) {
        Storage storage = array.storage();
        array.operand().requireWriteable("resize", "this array");
        boolean single = array.isCContiguous() || array.layout().isFContiguous(array.itemsize());
        if (!single || array.nbytes() != storage.byteSize()) {
            throw new ShapeException("resize: this array shows " + array.nbytes() + " of the " + storage.byteSize()
                    + " bytes of its storage, as " + array.layout() + "; only the whole of it can be resized, use"
                    + " np.resize or copy()");
        }
        if (storage.exports() > 0) {
            throw new ZeroCopyException("resize: " + storage.exports() + " neighbours hold the bytes of this array;"
                    + " resize it before they do, or a copy()");
        }
    }
}
