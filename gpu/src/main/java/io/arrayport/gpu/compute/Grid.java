package io.arrayport.gpu.compute;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Axes;
import io.arrayport.gpu.kernel.Walk;

/**
 * Some operands' axes, the innermost first, with the addresses of their first elements.
 *
 * @param strides in bytes, of each operand along each axis
 */
record Grid(long[] shape, long[][] strides, long[] bases) {
    /** Takes coalesced axes of so many operands. */
    static Grid of(Axes axes, long... bases) {
        int ndim = axes.ndim();
        long[] shape = new long[ndim];
        long[][] strides = new long[bases.length][ndim];
        for (int axis = 0; axis < ndim; axis++) {
            shape[axis] = axes.dim(axis);
            for (int operand = 0; operand < bases.length; operand++) {
                strides[operand][axis] = axes.stride(operand, axis);
            }
        }
        return new Grid(shape, strides, bases);
    }

    /** Takes layouts of one shape. */
    static Grid rows(long[] bases, Layout... layouts) {
        return of(Axes.of(layouts).order().coalesce(), bases);
    }

    int ndim() {
        return shape.length;
    }

    long size() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** Returns the axes that are asked for, in their order. */
    Grid only(IntPredicate wanted) {
        int[] kept = IntStream.range(0, ndim()).filter(wanted).toArray();
        long[][] some = new long[strides.length][];
        for (int operand = 0; operand < some.length; operand++) {
            long[] own = strides[operand];
            some[operand] = Arrays.stream(kept).mapToLong(axis -> own[axis]).toArray();
        }
        return new Grid(Arrays.stream(kept).mapToLong(axis -> shape[axis]).toArray(), some, bases);
    }

    /** Hands over grids of as many axes as kernels take, together all of this one, the outermost axes in order. */
    void each(Consumer<Grid> take) {
        each(Walk.AXES, take);
    }

    /** As {@link #each(Consumer)}, of so many axes. */
    void each(int most, Consumer<Grid> take) {
        int outer = ndim() - 1;
        if (outer < most) {
            take.accept(this);
            return;
        }
        Grid inner = only(axis -> axis < outer);
        for (long i = 0; i < shape[outer]; i++) {
            long[] moved = bases.clone();
            for (int operand = 0; operand < moved.length; operand++) {
                moved[operand] += i * strides[operand][outer];
            }
            new Grid(inner.shape, inner.strides, moved).each(most, take);
        }
    }
}
