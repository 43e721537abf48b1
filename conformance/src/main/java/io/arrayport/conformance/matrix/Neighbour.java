package io.arrayport.conformance.matrix;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.Target;

/**
 * Whom arrays are given to.
 *
 * @param <T> its form of an array
 */
interface Neighbour<T> extends AutoCloseable {
    /** The form. */
    String name();

    /** How arrays become that form. */
    Target<T> target();

    /** How the neighbour sees what it was given. */
    View view(T taken);

    /** What has to come of an exchange: written down apart from the bridge's own rules. */
    Expected expected(DType dtype, Sample sample, boolean writeable);

    @Override
    default void close() {}
}
