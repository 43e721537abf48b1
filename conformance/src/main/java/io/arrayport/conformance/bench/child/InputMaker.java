package io.arrayport.conformance.bench.child;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import io.arrayport.conformance.bench.table.Fill;
import io.arrayport.conformance.bench.table.Input;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Makes a case's inputs; {@code numpy_child.py} makes the same, to the last bit. All pages are touched. */
final class InputMaker {
    private InputMaker() {}

    /** Returns the array without its view: new, owned by the caller. */
    static NdArray make(Input input, DType dtype, long n) {
        Shape shape = Shape.of(input.extent().of(n));
        int parts = dtype instanceof ComplexType ? 2 : 1;
        try (NdArray doubles = doubles(input, n, shape.size() * parts)) {
            switch (dtype.kind()) {
                case 'b' -> lowerHalf(doubles, input.fill(), n);
                case 'i', 'u' -> wholeParts(doubles);
                default -> {}
            }
            DType part = parts == 1 ? dtype : dtype.equals(DType.COMPLEX64) ? DType.FLOAT32 : DType.FLOAT64;
            Storage storage = doubles.astype(part).storage();
            return NdArray.of(storage, dtype, Layout.contiguous(shape, dtype.itemsize()));
        }
    }

    /** Returns what the case works on: {@code made} seen through the input's view. */
    static NdArray view(Input input, NdArray made) {
        String view = input.view();
        if (view.isEmpty()) {
            return made;
        }
        return view.equals(".T") ? made.transpose() : made.get(view.substring(1, view.length() - 1));
    }

    private static NdArray doubles(Input input, long n, long count) {
        Storage storage = Storage.allocate(count * Double.BYTES);
        NdArray array = NdArray.of(storage, DType.FLOAT64, Layout.contiguous(Shape.of(count), Double.BYTES));
        MemorySegment bytes = Memory.segment(storage.address(), count * Double.BYTES);
        for (long i = 0; i < count; i++) {
            bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, i, input.fill().at(input.seed(), i, n));
        }
        return array;
    }

    private static void lowerHalf(NdArray doubles, Fill fill, long n) {
        double middle = (fill.low() + fill.highFor(n)) / 2;
        MemorySegment bytes = Memory.segment(doubles.address(), doubles.nbytes());
        for (long i = 0; i < doubles.size(); i++) {
            bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, i,
                    bytes.getAtIndex(ValueLayout.JAVA_DOUBLE, i) < middle ? 1 : 0);
        }
    }

    private static void wholeParts(NdArray doubles) {
        MemorySegment bytes = Memory.segment(doubles.address(), doubles.nbytes());
        for (long i = 0; i < doubles.size(); i++) {
            bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, i,
                    Math.floor(bytes.getAtIndex(ValueLayout.JAVA_DOUBLE, i)));
        }
    }
}
