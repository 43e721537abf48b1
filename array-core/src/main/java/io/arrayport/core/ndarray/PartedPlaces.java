package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.Searches;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * The positions of a vector's elements, those of what sorting would put before one place in front, then those of what
 * is equal to the element there. They are taken from masks that nobody else knows, so that each position comes once
 * even where another thread writes to the vector meanwhile.
 */
final class PartedPlaces {
    /** Sorting fewer costs less. */
    static final long LEAST = 4096;

    private static final BinaryUfunc LESS = new BinaryUfunc(Ufuncs.LESS);
    private static final BinaryUfunc GREATER = new BinaryUfunc(Ufuncs.GREATER);
    private static final BinaryUfunc EQUAL = new BinaryUfunc(Ufuncs.EQUAL);

    private PartedPlaces() {}

    /** Whether elements are numbers that comparisons order. */
    static boolean suit(NdArray array) {
        return array.ndim() == 1 && array.size() >= LEAST && "iuf".indexOf(array.dtype().kind()) >= 0;
    }

    /** @param rank inside the array */
    static NdArray of(String operation, NdArray array, long rank) {
        DType type = Promotion.nativeOf(array.dtype());
        try (NdArray pivot = Made.of(operation, array, type, Layout.contiguous(Shape.of(1), type.itemsize()),
                (backend, made) -> backend.select(array.operand(), 0, new long[]{rank}, made));
                NdArray ordered = EQUAL.call(pivot, pivot)) {
            // All that is no number is equal, and behind everything else
            boolean isNumber = ordered.item(0) instanceof Boolean truth && truth;
            try (NdArray before = isNumber ? LESS.call(array, pivot) : EQUAL.call(array, array);
                    NdArray equal = EQUAL.call(array, pivot)) {
                GREATER.call(equal, before, new Out(equal));
                try (NdArray behind = EQUAL.call(before, equal)) {
                    return joined(array, List.of(before, equal, behind));
                }
            }
        }
    }

    private static NdArray joined(NdArray array, List<NdArray> masks) {
        return Temporaries.finished(Temporaries.empty(array, DType.INT64, array.shape()), all -> {
            long done = 0;
            for (NdArray mask : masks) {
                try (NdArray places = Arithmetic.wrap(Searches.nonzero(mask.operand()).getFirst())) {
                    all.get(Index.slice(done, done + places.size())).set(places);
                    done += places.size();
                }
            }
        });
    }
}
