package io.arrayport.core.sorting;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** One-dimensional arrays, and what is done with them. */
final class Sequences {
    static final BinaryUfunc EQUAL = new BinaryUfunc(Ufuncs.EQUAL);
    static final BinaryUfunc NOT_EQUAL = new BinaryUfunc(Ufuncs.NOT_EQUAL);

    private static final UnaryUfunc ISNAN = new UnaryUfunc(Ufuncs.ISNAN);
    private static final UnaryUfunc ISNAT = new UnaryUfunc(Ufuncs.ISNAT);

    private Sequences() {}

    /** A new array beside another one, not filled. */
    static NdArray empty(NdArray beside, DType type, long n) {
        Layout layout = Layout.contiguous(Shape.of(n), type.itemsize());
        return NdArray.of(Backend.of("empty", beside.device()).allocate(beside.device(),
                layout.endByte(type.itemsize())), type, layout);
    }

    /** Which elements are NaN, or no time: new, bool. */
    static NdArray isNan(NdArray a) {
        return (a.dtype() instanceof TimeType ? ISNAT : ISNAN).call(a);
    }

    /** How many bools are true. */
    static long count(NdArray truths) {
        try (NdArray count = truths.sum(new DtypeOption(DType.INT64))) {
            return count.getLong();
        }
    }

    /** The elements of both arrays, one after the other, in the type that both fit in: new, in native byte order. */
    static NdArray joined(NdArray first, NdArray second) {
        DType type = Promotion.nativeOf(Promotion.promoteTypes(first.dtype(), second.dtype()));
        NdArray joined = empty(first, type, Math.addExact(first.size(), second.size()));
        boolean done = false;
        try {
            joined.get(Index.slice(null, first.size())).set(first);
            joined.get(Index.slice(first.size(), null)).set(second);
            done = true;
            return joined;
        } finally {
            if (!done) {
                joined.close();
            }
        }
    }

    /** Closes what is not the caller's own, nor a view of it. */
    static void closeUnless(NdArray own, NdArray array) {
        if (array.storage() != own.storage()) {
            array.close();
        }
    }
}
