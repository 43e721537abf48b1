package io.arrayport.core.sorting;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.SetOption;
import io.arrayport.core.ndarray.SetResult;

/**
 * Operations of two sets.
 *
 * @param assumeUnique whether no element comes twice in an array
 */
public record SetOperations(boolean assumeUnique) {

    /** Reads the options of one of the functions. */
    public static SetOperations of(String operation, SetOption... options) {
        Option.requireDistinct(operation, options);
        boolean unique = false;
        for (SetOption option : options) {
            unique = switch (option) {
                case SetOption.AssumeUnique(boolean assumed) -> assumed;
            };
        }
        return new SetOperations(unique);
    }

    /** {@code np.union1d}. */
    public static NdArray union(NdArray first, NdArray second) {
        try (Flat one = Flat.of(first); Flat other = Flat.of(second);
                NdArray joined = Sequences.joined(one.array(), other.array())) {
            return Unique.USUAL.values(joined);
        }
    }

    /** {@code np.intersect1d}. */
    public NdArray intersection(NdArray first, NdArray second) {
        try (Flat one = set(first); Flat other = set(second);
                NdArray joined = Sequences.joined(one.array(), other.array())) {
            joined.sort();
            try (NdArray twice = twice(joined)) {
                return joined.get(Index.slice(null, twice.size())).get(twice);
            }
        }
    }

    /** {@code np.intersect1d(..., return_indices=True)}. */
    public List<NdArray> intersectionWithIndices(NdArray first, NdArray second) {
        List<NdArray> results = new ArrayList<>();
        boolean done = false;
        try (Indexed one = indexed(first); Indexed other = indexed(second);
                NdArray joined = Sequences.joined(one.set().array(), other.set().array());
                NdArray order = joined.argsort(); NdArray sorted = joined.get(order); NdArray twice = twice(sorted)) {
            results.add(sorted.get(Index.slice(null, twice.size())).get(twice));
            results.add(one.places(order.get(Index.slice(null, twice.size())).get(twice)));
            NdArray behind = order.get(order.size() == 0 ? Index.all() : Index.slice(1, null)).get(twice);
            behind.subtracti(one.set().array().size());
            results.add(other.places(behind));
            done = true;
            return results;
        } finally {
            if (!done) {
                results.forEach(NdArray::close);
            }
        }
    }

    /** {@code np.setdiff1d}. */
    public NdArray difference(NdArray first, NdArray second) {
        try (Flat one = set(first); NdArray others = Membership.find(one.array(), second, true)) {
            return one.array().get(others);
        }
    }

    /** {@code np.setxor1d}. */
    public NdArray exclusive(NdArray first, NdArray second) {
        try (Flat one = set(first); Flat other = set(second);
                NdArray joined = Sequences.joined(one.array(), other.array())) {
            joined.sort();
            long n = joined.size();
            try (NdArray single = Sequences.empty(joined, DType.BOOL, n); NdArray twice = twice(joined)) {
                single.fill(1);
                if (n > 1) {
                    single.get(Index.slice(null, -1)).set(0, twice);
                    single.get(Index.slice(1, null)).set(0, twice);
                }
                return joined.get(single);
            }
        }
    }

    /** Returns which of sorted elements, but the last, are equal to the next one: bools. */
    private static NdArray twice(NdArray sorted) {
        long pairs = Math.max(0, sorted.size() - 1);
        NdArray twice = Sequences.empty(sorted, DType.BOOL, pairs);
        if (pairs > 0) {
            Sequences.EQUAL.call(sorted.get(Index.slice(1, null)), sorted.get(Index.slice(null, -1)), new Out(twice));
        }
        return twice;
    }

    private Flat set(NdArray array) {
        return assumeUnique ? Flat.of(array) : new Flat(Unique.USUAL.values(array), true);
    }

    private Indexed indexed(NdArray array) {
        if (assumeUnique) {
            return new Indexed(Flat.of(array), List.of());
        }
        List<NdArray> both = Unique.USUAL.with(array, new SetResult.ReturnIndex());
        return new Indexed(new Flat(both.getFirst(), true), both.subList(1, 2));
    }

    /** All elements along one axis. */
    private record Flat(NdArray array, boolean owned) implements AutoCloseable {
        static Flat of(NdArray array) {
            NdArray flat = array.reshape(-1);
            return new Flat(flat, flat.storage() != array.storage());
        }

        @Override
        public void close() {
            if (owned) {
                array.close();
            }
        }
    }

    /** @param index where each stands first; empty if the elements are those of the array */
    private record Indexed(Flat set, List<NdArray> index) implements AutoCloseable {
        /** Turns places in the set into places in the array. */
        NdArray places(NdArray inSet) {
            if (index.isEmpty()) {
                return inSet;
            }
            try (inSet) {
                return index.getFirst().get(inSet);
            }
        }

        @Override
        public void close() {
            set.close();
            index.forEach(NdArray::close);
        }
    }
}
