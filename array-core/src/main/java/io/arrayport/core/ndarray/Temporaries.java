package io.arrayport.core.ndarray;

import java.util.function.Consumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/** Arrays that a function makes on its way: what it does not return, it closes. */
public final class Temporaries {
    private Temporaries() {}

    /** A new array beside another one, row-major, not filled. */
    public static NdArray empty(NdArray beside, DType type, Shape shape) {
        return empty(beside, type, Layout.contiguous(shape, type.itemsize()));
    }

    /** A new array beside another one, not filled. */
    public static NdArray empty(NdArray beside, DType type, Layout layout) {
        return NdArray.of(Backend.of("empty", beside.device()).allocate(beside.device(),
                layout.endByte(type.itemsize())), type, layout);
    }

    /** Gives back at once what could not be finished. */
    public static NdArray finished(NdArray fresh, Consumer<NdArray> steps) {
        boolean done = false;
        try {
            steps.accept(fresh);
            done = true;
            return fresh;
        } finally {
            if (!done) {
                fresh.close();
            }
        }
    }

    /** Closes what is not the caller's own, nor a view of it. */
    public static void closeUnless(NdArray own, NdArray array) {
        if (array.storage() != own.storage()) {
            array.close();
        }
    }
}
