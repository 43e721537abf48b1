package io.arrayport.conformance.matrix;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

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
     * @param plan of the import, made before it; null if there was none to make
     */
    record Made(NdArray array, long address, Runnable release, @Nullable ExchangePlan plan) implements AutoCloseable {
        Made(NdArray array, long address, Runnable release) {
            this(array, address, release, null);
        }

        /** Imports what its plan has said that can be imported, and nothing else. */
        static Made opened(Source source, long address, Runnable release) {
            ExchangePlan plan = source.plan().orElse(null);
            try {
                return new Made(source.open(), address, release, plan);
            } catch (ArrayportException refused) {
                String message = String.valueOf(refused.getMessage());
                if (plan != null && (plan.isZeroCopy() || !message.contains(plan.reason()))) {
                    throw new IllegalStateException("planned " + plan + ", and refused: " + message, refused);
                }
                throw refused;
            }
        }

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
