package io.arrayport.conformance.matrix;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;

/** Where arrays come from. */
interface Origin {
    /** Who makes them. */
    String name();

    /**
     * An array that this origin has made in its own memory, as the hub imports it.
     *
     * @throws NoSuchSource if it cannot make one
     */
    Made make(DType dtype, Sample sample);

    /**
     * @param address where the origin itself says that the first element is
     * @param release ends the origin's own hold on the bytes; the array is closed before
     */
    record Made(NdArray array, long address, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            array.close();
            release.run();
        }
    }

    /** An array that an origin cannot make, and why. */
    final class NoSuchSource extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchSource(String reason) {
            super(reason);
        }
    }
}
