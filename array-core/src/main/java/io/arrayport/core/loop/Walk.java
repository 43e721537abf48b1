package io.arrayport.core.loop;

import java.util.Arrays;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/**
 * The way of a user's loop over operands of one shape: its axes, innermost first, and each operand's steps. K walks as
 * elements lie in memory, by the rules of NumPy's nditer, the other orders as they say.
 */
public final class Walk {
    private final Shape shape;
    private final Axes axes;
    private final long[] first;
    private final boolean[] backwards;
    private final boolean columns;

    private Walk(Shape shape, Axes axes, long[] first, boolean[] backwards, boolean columns) {
        this.shape = shape;
        this.axes = axes;
        this.first = first;
        this.backwards = backwards;
        this.columns = columns;
    }

    /** @param strips whether only each strip along the innermost axis counts, so that others may join it */
    public static Walk of(Order order, boolean strips, Layout... operands) {
        boolean columns = order == Order.F;
        Axes axes = Axes.of(columns ? Arrays.stream(operands).map(Layout::transpose).toArray(Layout[]::new) : operands);
        long[] first = Arrays.stream(operands).mapToLong(Layout::offset).toArray();
        boolean[] backwards = new boolean[axes.ndim()];
        if (order == Order.K) {
            long[][] before = strides(axes.order(), operands.length);
            axes.flip(first);
            for (int i = 0; i < backwards.length; i++) {
                for (int operand = 0; operand < operands.length; operand++) {
                    backwards[i] |= before[operand][i] != axes.stride(operand, i);
                }
            }
        }
        return new Walk(operands[0].shape(), strips ? axes.coalesce() : axes, first, backwards, columns);
    }

    private static long[][] strides(Axes axes, int operands) {
        long[][] strides = new long[operands][axes.ndim()];
        for (int operand = 0; operand < operands; operand++) {
            for (int i = 0; i < axes.ndim(); i++) {
                strides[operand][i] = axes.stride(operand, i);
            }
        }
        return strides;
    }

    /** What is walked. */
    public Shape shape() {
        return shape;
    }

    /** How many axes there are. */
    public int ndim() {
        return axes.ndim();
    }

    /** The length of the i-th axis from the inside; 1 beyond the last. */
    public long dim(int i) {
        return axes.dim(i);
    }

    /** An operand's byte stride along the i-th axis from the inside; 0 beyond the last. */
    public long stride(int operand, int i) {
        return axes.stride(operand, i);
    }

    /** The offsets of the elements where the way begins. */
    public long[] first() {
        return first.clone();
    }

    /**
     * Where in the shape an element is; not for strips.
     *
     * @param position along the axes, innermost first
     */
    public long[] index(long[] position) {
        long[] index = new long[position.length];
        for (int i = 0; i < index.length; i++) {
            int axis = columns ? index.length - 1 - axes.axis(i) : axes.axis(i);
            index[axis] = backwards[i] ? axes.dim(i) - 1 - position[i] : position[i];
        }
        return index;
    }
}
