package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.loop.Walk;
import io.arrayport.core.ndarray.NditerOption.Flag;
import io.arrayport.core.ndarray.NditerOption.Flags;
import io.arrayport.core.ndarray.Option.OrderOption;

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
 * arrays a list of them, or with {@link Flag#EXTERNAL_LOOP} views. It owns nothing, and is for one thread at a time.
 */
public final class NdIterator implements Iterable<Object> {
    private final List<NdArray> operands;
    private final Walk walk;
    private final boolean strips;
    private final long[] position;
    private long[] offsets;
    private boolean begun;
    private boolean ended;

    private NdIterator(List<NdArray> operands, Walk walk, boolean strips) {
        this.operands = operands;
        this.walk = walk;
        this.strips = strips;
        this.position = new long[walk.ndim()];
        this.offsets = walk.first();
    }

    /**
     * Before the first element.
     *
     * @throws ShapeException if the arrays do not broadcast, or there is no element and no leave for that
     */
    public static NdIterator of(List<NdArray> operands, NditerOption... options) {
        Option.requireDistinct("nditer", options);
        Order order = Order.K;
        Set<Flag> flags = Set.of();
        for (NditerOption option : options) {
            switch (option) {
                case OrderOption(Order given) -> order = given;
                case Flags(Set<Flag> given) -> flags = given;
            }
        }
        NdIterator iterator = of("nditer", operands, order, flags.contains(Flag.EXTERNAL_LOOP));
        if (iterator.shape().size() == 0 && !flags.contains(Flag.ZEROSIZE_OK)) {
            throw new ShapeException("nditer: there is no element in shape " + iterator.shape()
                    + "; allow that with flags(ZEROSIZE_OK)");
        }
        return iterator;
    }

    static NdIterator of(String operation, List<NdArray> operands, Order order, boolean strips) {
        if (operands.isEmpty()) {
            throw new ShapeException(operation + ": there is no array; give at least one");
        }
        Shape shape = Shape.broadcast(operation, operands.stream().map(NdArray::shape).toArray(Shape[]::new));
        boolean columns = order == Order.A && operands.stream()
                .allMatch(array -> Orders.isColumns(Order.A, array.layout(), array.itemsize()));
        Layout[] layouts = operands.stream().map(array -> array.layout().broadcastTo(shape)).toArray(Layout[]::new);
        Order way = order == Order.A ? columns ? Order.F : Order.C : order;
        return new NdIterator(List.copyOf(operands), Walk.of(way, strips, layouts), strips);
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
        offsets = walk.first();
        Arrays.fill(position, 0);
        begun = false;
        ended = false;
    }

    /** Goes to the next element, or row; false if there is none. */
    public boolean next() {
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
        NdIterator own = new NdIterator(operands, walk, strips);
        return new Iterator<>() {
            private boolean waiting = own.next();

            @Override
            public boolean hasNext() {
                return waiting;
            }

            @Override
            public Object next() {
                Object values = own.nop() == 1 ? own.given(0) : own.all();
                waiting = own.next();
                return values;
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
