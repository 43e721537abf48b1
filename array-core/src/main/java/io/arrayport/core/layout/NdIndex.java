package io.arrayport.core.layout;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** All indices of a shape in C order: NumPy's ndindex. */
public final class NdIndex implements Iterable<long[]> {
    private final Shape shape;

    /** @param shape of what is indexed */
    public NdIndex(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Iterator<long[]> iterator() {
        return new Iterator<>() {
            private final long[] next = new long[shape.ndim()];
            private boolean waiting = shape.size() > 0;

            @Override
            public boolean hasNext() {
                return waiting;
            }

            @Override
            public long[] next() {
                if (!waiting) {
                    throw new NoSuchElementException("ndindex: there are no more indices of shape " + shape);
                }
                long[] given = next.clone();
                int axis = next.length - 1;
                while (axis >= 0 && ++next[axis] == shape.dim(axis)) {
                    next[axis--] = 0;
                }
                waiting = axis >= 0;
                return given;
            }
        };
    }
}
