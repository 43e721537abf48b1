package io.arrayport.conformance.matrix;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;

/** Arrays of our own. */
final class OwnOrigin implements Origin {
    @Override
    public String name() {
        return "Arrayport";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        NdArray array = sample.array(dtype);
        return new Made(array, array.address(), () -> {});
    }
}
