package io.arrayport.core.selection;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;
import io.arrayport.core.ufunc.Ufuncs;

/** Arrays of positions, as backends take them: int64 in native order. */
final class Positions {
    private Positions() {}

    /** @throws IndexException if elements are neither integers nor bools */
    static void require(String operation, Operand indices) {
        if ("biu".indexOf(indices.dtype().kind()) < 0) {
            throw new IndexException(operation + ": an index array is " + indices.dtype()
                    + ", it must be of integers, or of bools for a mask");
        }
    }

    /** The only element of a 0-d array. */
    static long only(Operand position) {
        if (!position.device().type().isHost()) {
            try (Storage here = Storage.allocate(position.dtype().itemsize()); Held _ = Held.of(position)) {
                Backend.of("index", position.device()).download(position.storage(), position.layout().offset(),
                        here.address(), position.dtype().itemsize());
                return Element.toLong(position.dtype(), here.address());
            }
        }
        position.storage().acquireOnHost();
        try {
            return Element.toLong(position.dtype(), position.storage().address() + position.layout().offset());
        } finally {
            position.storage().release();
        }
    }

    /**
     * Returns {@code indices} itself if it is int64, else a copy.
     *
     * @param owned the copy's storage is added to these
     */
    static Operand longs(Backend backend, Operand indices, List<Storage> owned) {
        if (indices.dtype().equals(DType.INT64)) {
            return indices;
        }
        Operand copy = empty(backend, indices, indices.shape(), owned);
        backend.copy(indices, copy);
        return copy;
    }

    /**
     * Returns {@code longs} with all of them inside an axis of length {@code dim}, or with none changed if
     * {@code mode} leaves that to who reads them.
     *
     * @throws IndexException if none can be inside, because the axis has no elements
     */
    static Operand inside(String operation, Operand longs, long dim, IndexMode mode, List<Storage> owned) {
        if (mode == IndexMode.RAISE || longs.layout().size() == 0) {
            return longs;
        }
        if (dim == 0) {
            throw new IndexException(operation + ": positions of an axis without elements");
        }
        Operand inside = mode == IndexMode.WRAP ? Ufuncs.REMAINDER.call(longs, dim) : Ufuncs.MAXIMUM.call(longs, 0);
        owned.add(inside.storage());
        if (mode == IndexMode.CLIP) {
            Ufuncs.MINIMUM.inPlace(inside, dim - 1);
        }
        return inside;
    }

    /** Returns {@code longs} along one axis, contiguous: a view, or a copy. */
    static Operand flat(Backend backend, Operand longs, List<Storage> owned) {
        Operand flat = longs.layout().isCContiguous(Long.BYTES) ? longs
                : Rows.copy(backend, longs, DType.INT64, owned);
        return flat.with(Layout.of(Shape.of(longs.layout().size()), new long[]{Long.BYTES}, flat.layout().offset()));
    }

    /** Returns a row-major int64 array that is not filled. */
    static Operand empty(Backend backend, Operand beside, Shape shape, List<Storage> owned) {
        Layout packed = Layout.contiguous(shape, Long.BYTES);
        Operand fresh = Operand.of(DType.INT64, packed,
                backend.allocate(beside.device(), packed.endByte(Long.BYTES)));
        owned.add(fresh.storage());
        return fresh;
    }
}
