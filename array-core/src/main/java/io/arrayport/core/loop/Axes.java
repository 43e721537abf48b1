package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/**
 * The axes that a loop walks, for several operands of one shape: innermost first, ordered by stride and coalesced by
 * the rules of NumPy's nditer. These rules decide the layout of fresh results and the order of sums, so they are kept
 * exactly.
 */
public final class Axes {
    /** Elements that a loop takes at a time along rows of a few each: they stay in the cache until all are done. */
    private static final long BLOCK = 8192;

    /** An axis so short, and one so long that it is walked instead. */
    private static final long THIN = 8;
    private static final long LONG = 4 * THIN;

    /** One operand's after the other's, all along the first {@link #width} axes. */
    private final long[] strides;
    private final long[] shape;
    private final int[] axis;
    private final int width;
    private int ndim;

    private Axes(long[] strides, long[] shape, int[] axis, int ndim) {
        this.strides = strides;
        this.shape = shape;
        this.axis = axis;
        this.width = shape.length;
        this.ndim = ndim;
    }

    /** Takes the axes of {@code layouts}, which have one shape, in C order: the last axis is innermost. */
    public static Axes of(Layout... layouts) {
        int ndim = layouts[0].ndim();
        long[] shape = new long[ndim];
        int[] axis = new int[ndim];
        long[] strides = new long[layouts.length * ndim];
        for (int i = 0; i < ndim; i++) {
            axis[i] = ndim - 1 - i;
            shape[i] = layouts[0].dim(axis[i]);
            for (int operand = 0; operand < layouts.length; operand++) {
                strides[operand * ndim + i] = shape[i] == 1 ? 0 : layouts[operand].stride(axis[i]);
            }
        }
        return new Axes(strides, shape, axis, ndim);
    }

    /**
     * Returns whether {@link #order} would leave the axes of {@code layouts} as they are: no stride is longer than one
     * before it.
     */
    static boolean areInOrder(Layout... layouts) {
        for (Layout layout : layouts) {
            long inside = 0;
            for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
                long stride = layout.dim(axis) == 1 ? 0 : Math.abs(layout.stride(axis));
                if (stride != 0 && stride < inside) {
                    return false;
                }
                inside = Math.max(inside, stride);
            }
        }
        return true;
    }

    /**
     * Takes the axes of (out, in) or (out, in, mask), ordered by all but out: a fresh result has been laid out by the
     * same order.
     */
    public static Axes reduction(Layout out, Layout... inputs) {
        Layout[] all = new Layout[inputs.length + 1];
        all[0] = out;
        System.arraycopy(inputs, 0, all, 1, inputs.length);
        Axes both = of(all);
        return both.ndim < 2 ? both : both.arranged(of(inputs).order());
    }

    /** Takes the axes of all, in the order in which the first one lies. */
    static Axes by(Layout first, List<Operand> others) {
        Layout[] all = new Layout[others.size() + 1];
        all[0] = first;
        for (int i = 0; i < others.size(); i++) {
            all[i + 1] = others.get(i).layout();
        }
        Axes both = of(all);
        return both.ndim < 2 ? both : both.arranged(of(first).order());
    }

    /** Brings the axes, of which none are coalesced, into the order of others. */
    private Axes arranged(Axes order) {
        for (int i = 0; i < order.ndim; i++) {
            int at = i;
            while (axis[at] != order.axis[i]) {
                at++;
            }
            move(at, i);
        }
        return this;
    }

    /**
     * Returns the axis along which strips are best: the innermost one, or a long one with only short ones inside of it.
     * Calling a kernel costs as much as some ten elements.
     */
    int along() {
        int i = 0;
        while (i < ndim && shape[i] <= THIN) {
            i++;
        }
        return i < ndim && shape[i] >= LONG ? i : 0;
    }

    /** Returns how many steps along an axis are taken together, so that all that is inside of them stays near. */
    long block(int along) {
        long inside = 1;
        for (int i = 0; i < along; i++) {
            inside *= shape[i];
        }
        return Math.max(LONG, BLOCK / inside);
    }

    /** Returns the same axes, of which one is only {@code length} long. */
    Axes part(int i, long length) {
        long[] part = shape.clone();
        part[i] = length;
        return new Axes(strides, part, axis, ndim);
    }

    /** Returns how many axes there are. */
    public int ndim() {
        return ndim;
    }

    /** Returns the length of the i-th axis from the inside; 1 beyond the last. */
    public long dim(int i) {
        return i < ndim ? shape[i] : 1;
    }

    /** Returns which axis of the layouts the i-th from the inside is, as long as none are coalesced. */
    int axis(int i) {
        return axis[i];
    }

    /** Returns an operand's byte stride along the i-th axis from the inside; 0 beyond the last. */
    public long stride(int operand, int i) {
        return i < ndim ? strides[operand * width + i] : 0;
    }

    /**
     * Sorts so that small strides are inside. Two axes are compared by every operand that has strides along both; where
     * operands disagree, or none decides, C order stays.
     */
    public Axes order() {
        for (int i = 1; i < ndim; i++) {
            int to = i;
            for (int j = i - 1; j >= 0; j--) {
                int comparison = compare(i, j);
                if (comparison == 0) {
                    continue;
                }
                if (comparison > 0) {
                    break;
                }
                to = j;
            }
            move(i, to);
        }
        return this;
    }

    /** Returns -1 if axis i belongs inside of axis j, 1 if it stays outside, 0 if no operand knows. */
    private int compare(int i, int j) {
        int result = 0;
        for (int own = 0; own < strides.length; own += width) {
            if (strides[own + i] != 0 && strides[own + j] != 0) {
                if (Math.abs(strides[own + j]) <= Math.abs(strides[own + i])) {
                    return 1;
                }
                result = -1;
            }
        }
        return result;
    }

    private void move(int from, int to) {
        for (int i = from; i > to; i--) {
            int original = axis[i];
            axis[i] = axis[i - 1];
            axis[i - 1] = original;
            exchange(shape, i);
            for (int own = 0; own < strides.length; own += width) {
                exchange(strides, own + i);
            }
        }
    }

    /** With the one before it. Of few axes this takes less time than to move all at once. */
    private static void exchange(long[] values, int i) {
        long value = values[i];
        values[i] = values[i - 1];
        values[i - 1] = value;
    }

    /**
     * Returns the layout of a fresh result, without gaps, whose axes lie in this order.
     *
     * @throws ShapeException if it has more bytes than a long counts
     */
    Layout packed(Shape result, int itemsize) {
        long[] packed = new long[result.ndim()];
        long stride = itemsize;
        for (int i = 0; i < ndim; i++) {
            packed[axis[i]] = stride;
            long dim = Math.max(1, result.dim(axis[i]));
            // Operands that repeat elements can be few bytes and their result more than there are addresses
            if (stride > Long.MAX_VALUE / dim) {
                throw new ShapeException("layout: shape " + result + " spans more bytes than a long counts");
            }
            stride *= dim;
        }
        return Layout.of(result, packed, 0);
    }

    /**
     * Walks backwards the axes along which no operand goes forwards.
     *
     * @param bases the operands' first addresses, moved to match
     */
    public Axes flip(long[] bases) {
        for (int i = 0; i < ndim; i++) {
            if (allBackwards(i)) {
                for (int operand = 0; operand < bases.length; operand++) {
                    int own = operand * width + i;
                    bases[operand] += (shape[i] - 1) * strides[own];
                    strides[own] = -strides[own];
                }
            }
        }
        return this;
    }

    private boolean allBackwards(int i) {
        boolean backwards = false;
        for (int own = i; own < strides.length; own += width) {
            if (strides[own] > 0) {
                return false;
            }
            backwards |= strides[own] < 0;
        }
        return backwards;
    }

    /** Joins neighbours that every operand walks with one stride. */
    public Axes coalesce() {
        int kept = 0;
        for (int i = 1; i < ndim; i++) {
            if (joins(kept, i)) {
                shape[kept] *= shape[i];
                for (int own = 0; own < strides.length; own += width) {
                    strides[own + kept] = strides[own + kept] == 0 ? strides[own + i] : strides[own + kept];
                }
            } else {
                kept++;
                shape[kept] = shape[i];
                for (int own = 0; own < strides.length; own += width) {
                    strides[own + kept] = strides[own + i];
                }
            }
        }
        ndim = Math.min(ndim, kept + 1);
        return this;
    }

    private boolean joins(int inner, int outer) {
        for (int own = 0; own < strides.length; own += width) {
            boolean single = shape[inner] == 1 && strides[own + inner] == 0
                    || shape[outer] == 1 && strides[own + outer] == 0;
            if (!single && strides[own + inner] * shape[inner] != strides[own + outer]) {
                return false;
            }
        }
        return true;
    }
}
