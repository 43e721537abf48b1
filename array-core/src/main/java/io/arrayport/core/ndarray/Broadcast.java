package io.arrayport.core.ndarray;

import java.util.Iterator;
import java.util.List;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;

/** What arrays are together when they broadcast, and their elements side by side, in C order: NumPy's broadcast. */
public final class Broadcast implements Iterable<List<Object>> {
    private final List<NdArray> operands;
    private final Shape shape;

    /**
     * @param operands not owned
     * @throws ShapeException if they do not broadcast
     */
    public Broadcast(NdArray... operands) {
        this.operands = List.of(operands);
        this.shape = Shape.broadcast("broadcast", this.operands.stream().map(NdArray::shape).toArray(Shape[]::new));
    }

    /** What they broadcast to. */
    public Shape shape() {
        return shape;
    }

    /** How many axes that has. */
    public int ndim() {
        return shape.ndim();
    }

    /** {@link #ndim} by its older name. */
    public int nd() {
        return ndim();
    }

    /** How many elements that has. */
    public long size() {
        return shape.size();
    }

    /** How many arrays there are. */
    public int numiter() {
        return operands.size();
    }

    /** The elements of all arrays, as {@link NdArray#item()} gives them. */
    @Override
    public Iterator<List<Object>> iterator() {
        NdIterator elements = NdIterator.of("broadcast", operands, Order.C, false);
        return new Iterator<>() {
            private boolean waiting = elements.next();

            @Override
            public boolean hasNext() {
                return waiting;
            }

            @Override
            public List<Object> next() {
                List<Object> values = elements.all();
                waiting = elements.next();
                return values;
            }
        };
    }
}
