package io.arrayport.core.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A generalised ufunc as data: a product of matrices and vectors, the last axes of its operands, stacks of which
 * broadcast as elements do. Errors are those of {@link UFunc}.
 *
 * @param row its name, its types, what it says of itself
 * @param signature which axes of the operands are one, in NumPy's words
 * @param left how many axes of the first operand are its core
 * @param right how many of the second
 * @param optional whether a matrix may be a vector
 * @param conjugates whether the first operand is conjugated
 */
public record Product(UFunc row, String signature, int left, int right, boolean optional, boolean conjugates) {
    private static final int VECTOR = 1;

    /**
     * Computes the product.
     *
     * @param keywords without where
     * @param axes for each operand, the result last, which of its axes are its core; null are the last
     * @param keepdims whether a result of no core keeps an axis of length 1
     * @return {@code keywords.out()}, or a fresh array in C order unless told otherwise
     * @throws AxisException if axes do not fit
     */
    public Operand call(Operand a, Operand b, Keywords keywords, @Nullable List<int[]> axes, boolean keepdims) {
        Core left = core(0, a, left(), axes);
        Core right = core(1, b, right(), axes);
        Operand stack = a.with(left.matrix(0));
        Operand other = b.with(right.matrix(1));
        int end = stack.layout().ndim();
        long summed = stack.layout().dim(end - 1);
        if (other.layout().dim(other.layout().ndim() - 2) != summed) {
            throw mismatch(a, b, "the axis that is summed is " + summed + " long in the one and "
                    + other.layout().dim(other.layout().ndim() - 2) + " in the other");
        }
        boolean[] kept = {left.count() > VECTOR, right.count() > VECTOR || keepdims};
        return new ProductCall(this, keywords, kept, order(kept, axes)).run(a, stack, b, other);
    }

    /** What the core of an operand is: the layout with its axes behind all others. */
    private record Core(Layout layout, int count) {
        /** A vector on the left is a row, on the right a column. */
        Layout matrix(int operand) {
            return count > VECTOR ? layout : layout.expandDims(layout.ndim() - (operand == 0 ? 1 : 0));
        }
    }

    private Core core(int i, Operand operand, int wanted, @Nullable List<int[]> axes) {
        Layout layout = operand.layout();
        int count = optional && layout.ndim() == VECTOR ? VECTOR : wanted;
        if (layout.ndim() < count || layout.ndim() == 0) {
            throw new ShapeException(name() + ": operand " + i + " has shape " + operand.shape() + ", it must have "
                    + (optional ? "an axis" : count == 1 ? "an axis" : "two axes") + " at least: " + signature);
        }
        if (axes == null) {
            return new Core(layout, count);
        }
        return new Core(layout.transpose(last(i, axes, count, layout.ndim())), count);
    }

    /** How the result's axes are ordered with its core last; null if they are. */
    private @Nullable List<int[]> order(boolean[] kept, @Nullable List<int[]> axes) {
        int count = (kept[0] ? 1 : 0) + (kept[1] ? 1 : 0);
        if (axes == null || axes.size() == 2 && count == 0) {
            return null;
        }
        if (axes.size() != 3) {
            throw new AxisException(name() + ": axes names those of " + axes.size() + " operands, there are 3");
        }
        if (axes.get(2).length != count) {
            throw wrongCount(2, axes.get(2).length, count);
        }
        return axes;
    }

    /** Returns all axes, those that are named last. */
    int[] last(int i, List<int[]> axes, int count, int ndim) {
        if (i >= axes.size()) {
            throw new AxisException(name() + ": axes names those of " + axes.size() + " operands, there are 3");
        }
        int[] named = axes.get(i);
        if (named.length != count) {
            throw wrongCount(i, named.length, count);
        }
        int[] core = Arrays.stream(named).map(axis -> Layout.axis(name(), axis, ndim)).toArray();
        if (Arrays.stream(core).distinct().count() < core.length) {
            throw new AxisException(name() + ": axes names one of operand " + i + " twice: " + Arrays.toString(named));
        }
        IntStream others = IntStream.range(0, ndim).filter(axis -> Arrays.stream(core).noneMatch(c -> c == axis));
        return IntStream.concat(others, Arrays.stream(core)).toArray();
    }

    private AxisException wrongCount(int i, int named, int count) {
        return new AxisException(name() + ": " + (i < 2 ? "operand " + i : "the result") + " has a core of " + count
                + (count == 1 ? " axis" : " axes") + ", axes names " + named + ": " + signature);
    }

    ShapeException mismatch(Operand a, Operand b, String why) {
        return new ShapeException(name() + ": operand 0 has shape " + a.shape() + ", operand 1 has " + b.shape() + ": "
                + why + "; " + signature);
    }

    /** Returns the shape in which the stacks of both operands are one. */
    Shape stacked(Operand a, Layout left, Operand b, Layout right) {
        if (left.ndim() == 2 && right.ndim() == 2) {
            return Shape.of();
        }
        try {
            return Shape.broadcast(stack(left), stack(right));
        } catch (ShapeException apart) {
            throw mismatch(a, b, "the axes before those of the core do not broadcast");
        }
    }

    static Shape stack(Layout matrix) {
        return matrix.ndim() == 2 ? Shape.of()
                : Shape.of(Arrays.copyOf(matrix.shape().toArray(), matrix.ndim() - 2));
    }

    /** NumPy's name. */
    public String name() {
        return row.name();
    }
}
