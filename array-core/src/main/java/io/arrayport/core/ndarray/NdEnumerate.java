package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import io.arrayport.core.dtype.Order;

/** The elements of an array in C order, each with its index: NumPy's ndenumerate. */
public final class NdEnumerate implements Iterable<NdEnumerate.Entry> {
    private final NdArray array;

    /** @param array not owned */
    public NdEnumerate(NdArray array) {
        this.array = array;
    }

    /**
     * An element.
     *
     * @param index a number for each axis
     * @param value as {@link NdArray#item()} gives it
     */
    public record Entry(List<Long> index, Object value) {}

    @Override
    public Iterator<Entry> iterator() {
        NdIterator elements = NdIterator.of("ndenumerate", List.of(array), Order.C, false);
        return new Iterator<>() {
            private boolean waiting = elements.next();

            @Override
            public boolean hasNext() {
                return waiting;
            }

            @Override
            public Entry next() {
                Entry entry = new Entry(Arrays.stream(elements.multiIndex()).boxed().toList(), elements.item(0));
                waiting = elements.next();
                return entry;
            }
        };
    }
}
