package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Walk;
import io.arrayport.core.ndarray.NditerOption.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the elements of arrays that are broadcast together: NumPy's nditer.
 *
 * <pre>{@code
 * NdIterator it = np.nditer(List.of(a, b));
 * while (it.next()) {
 *     it.setDouble(1, Math.hypot(it.getDouble(0), 1));
 * }
 * }</pre>
 *
 * As an {@link Iterable} it begins anew each time, and gives the elements as {@link NdArray#item()} does, of several
 * arrays a list of them, or with {@link Flag#EXTERNAL_LOOP} views. It owns nothing but what it converts, and is for one
 * thread at a time.
 */
public final class NdIterator implements Iterable<Object>, AutoCloseable {
    private final IteratorOperands owner;
    private final List<NdArray> operands;
    private final Walk walk;
    private final boolean strips;
    /** What goes through further axes, from each element of this one on. */
    private final @Nullable NdIterator inner;
    /** Where the element of the iterator around this one lies. */
    private final long[] base;
    private final long[] position;
    private long[] offsets;
    private boolean begun;
    private boolean ended;

    private NdIterator(IteratorOperands owner, Walk walk, boolean strips, long[] base, @Nullable NdIterator inner) {
        this.owner = owner;
        this.operands = owner.seen();
        this.walk = walk;
        this.strips = strips;
        this.base = base;
        this.inner = inner;
        this.position = new long[walk.ndim()];
        this.offsets = first();
    }

    private long[] first() {
        long[] first = walk.first();
        Arrays.setAll(first, operand -> first[operand] + base[operand]);
        return first;
    }

    /**
     * Before the first element.
     *
     * @throws ShapeException if the arrays do not broadcast, or there is no element and no leave for that
     */
    public static NdIterator of(List<NdArray> operands, NditerOption... options) {
        return IteratorPlan.of("nditer", operands, options).iterator();
    }

    /**
     * Iterators within one another, the outermost first.
     *
     * @param axes for each iterator, of the shape that all broadcast to
     * @throws io.arrayport.core.error.AxisException if there is no such axis, or one is named twice
     */
    public static List<NdIterator> nested(List<NdArray> operands, int[][] axes, NditerOption... options) {
        return IteratorPlan.of("nestedIters", operands, options).nested(axes);
    }

    /** Before the first element, of arrays as they are. */
    static NdIterator of(String operation, List<NdArray> operands, Order order, boolean strips) {
        IteratorOperands asTheyAre = IteratorOperands.asTheyAre(operands);
        return new IteratorPlan(operation, asTheyAre, order, strips, true).iterator();
    }

    /** @param inner what is begun anew at each element, or null */
    static NdIterator over(IteratorOperands owner, Walk walk, boolean strips, @Nullable NdIterator inner) {
        NdIterator iterator = new NdIterator(owner, walk, strips, new long[owner.seen().size()], inner);
        if (inner != null) {
            inner.beginAt(iterator.offsets);
        }
        return iterator;
    }

    /** Goes back before the first element, from another one of the iterator around. */
    private void beginAt(long[] around) {
        System.arraycopy(around, 0, base, 0, base.length);
        reset();
    }

    /** Writes converted elements back to the arrays that are to be written, and ends what was made for reading. */
    @Override
    public void close() {
        owner.close();
    }

    /** What all broadcast to. */
    public Shape shape() {
        return walk.shape();
    }

    /** How many elements there are. */
    public long itersize() {
        return shape().size();
    }

    /** How many arrays there are. */
    public int nop() {
        return operands.size();
    }

    /** Goes back before the first element. */
    public void reset() {
        offsets = first();
        Arrays.fill(position, 0);
        begun = false;
        ended = false;
    }

    /** Goes to the next element, or row; false if there is none. What goes through further axes begins anew there. */
    public boolean next() {
        boolean there = step();
        if (there && inner != null) {
            inner.beginAt(offsets);
        }
        return there;
    }

    private boolean step() {
        if (!begun) {
            begun = true;
            ended = itersize() == 0;
            return !ended;
        }
        for (int i = strips ? 1 : 0; i < position.length && !ended; i++) {
            position[i]++;
            move(i, 1);
            if (position[i] < walk.dim(i)) {
                return true;
            }
            move(i, -position[i]);
            position[i] = 0;
        }
        ended = true;
        return false;
    }

    /** Whether there is a next element, or row. */
    private boolean isFollowed() {
        boolean followed = !begun && itersize() > 0;
        for (int i = strips ? 1 : 0; i < position.length && begun && !ended; i++) {
            followed |= position[i] + 1 < walk.dim(i);
        }
        return followed;
    }

    private void move(int i, long steps) {
        for (int operand = 0; operand < offsets.length; operand++) {
            offsets[operand] += steps * walk.stride(operand, i);
        }
    }

    /**
     * Where the element is, along each axis of {@link #shape()}.
     *
     * @throws IllegalStateException if rows are gone through
     */
    public long[] multiIndex() {
        if (strips) {
            throw new IllegalStateException("nditer: a row has no index; leave out EXTERNAL_LOOP");
        }
        return walk.index(position);
    }

    /** The element, or the row, of an array: a view. */
    public NdArray value(int operand) {
        NdArray array = operands.get(operand);
        long offset = at(operand);
        return array.view(strips ? Layout.of(Shape.of(walk.dim(0)), new long[]{walk.stride(operand, 0)}, offset)
                : Layout.of(Shape.of(), new long[0], offset));
    }

    /** The element of an array, as {@link NdArray#item()} gives it; of a row its first. */
    public Object item(int operand) {
        NdArray array = held(operand);
        try {
            return Element.item(array.dtype(), array.storage().address() + offsets[operand]);
        } finally {
            array.storage().release();
        }
    }

    /** The element of an array as a double; of a row its first. */
    public double getDouble(int operand) {
        NdArray array = held(operand);
        try {
            return Element.toDouble(array.dtype(), array.storage().address() + offsets[operand]);
        } finally {
            array.storage().release();
        }
    }

    /** The element of an array as a long, of bool and integer types; of a row its first. */
    public long getLong(int operand) {
        NdArray array = held(operand);
        try {
            return Element.toLong(array.dtype(), array.storage().address() + offsets[operand]);
        } finally {
            array.storage().release();
        }
    }

    /** Sets the element of an array as {@link NdArray#setDouble} does; of a row its first. */
    public void setDouble(int operand, double value) {
        NdArray array = written(operand);
        try {
            Element.set(array.dtype(), array.storage().address() + offsets[operand], value);
        } finally {
            array.storage().release();
        }
    }

    /** Sets the element of an array as {@link NdArray#setLong} does; of a row its first. */
    public void setLong(int operand, long value) {
        NdArray array = written(operand);
        try {
            Element.set(array.dtype(), array.storage().address() + offsets[operand], value);
        } finally {
            array.storage().release();
        }
    }

    private NdArray written(int operand) {
        operands.get(operand).operand().requireWriteable("nditer", "operand " + operand);
        return held(operand);
    }

    private NdArray held(int operand) {
        at(operand);
        NdArray array = operands.get(operand);
        array.storage().acquireOnHost();
        return array;
    }

    /** The offset of the element. */
    private long at(int operand) {
        if (!begun || ended) {
            throw new NoSuchElementException("nditer: it stands " + (begun ? "behind the last" : "before the first")
                    + " element; " + (begun ? "reset() begins anew" : "next() goes there"));
        }
        return offsets[operand];
    }

    @Override
    public Iterator<Object> iterator() {
        NdIterator own = new NdIterator(owner, walk, strips, base.clone(), inner);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return own.isFollowed();
            }

            @Override
            public Object next() {
                own.next(); // not before it is asked for: inner iterators go along
                return own.nop() == 1 ? own.given(0) : own.all();
            }
        };
    }

    private Object given(int operand) {
        return strips ? value(operand) : item(operand);
    }

    /** The elements of all arrays. */
    List<Object> all() {
        List<Object> values = new ArrayList<>(nop());
        for (int operand = 0; operand < nop(); operand++) {
            values.add(given(operand));
        }
        return values;
    }
}
