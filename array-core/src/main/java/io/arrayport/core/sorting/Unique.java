package io.arrayport.core.sorting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.SetResult;
import io.arrayport.core.ndarray.UniqueOption;
import org.jspecify.annotations.Nullable;

/**
 * Each element once.
 *
 * @param axis null is all elements in C order
 * @param equalNan whether all NaN are one element
 */
public record Unique(@Nullable Integer axis, boolean equalNan) {
    /** As the array API has it. */
    public static final Unique EACH_NAN = new Unique(null, false);

    static final Unique USUAL = new Unique(null, true);

    private static final String OPERATION = "unique";

    /** Reads the options of {@code np.unique}. */
    public static Unique of(UniqueOption... options) {
        Option.requireDistinct(OPERATION, options);
        Integer axis = null;
        boolean equalNan = true;
        for (UniqueOption option : options) {
            switch (option) {
                case Axis(List<Integer> axes) -> axis = one(axes);
                case UniqueOption.EqualNan(boolean equal) -> equalNan = equal;
                case UniqueOption.Sorted _ -> {
                    // They are
                }
            }
        }
        return new Unique(axis, equalNan);
    }

    private static @Nullable Integer one(@Nullable List<Integer> axes) {
        if (axes != null && axes.size() != 1) {
            throw new AxisException(OPERATION + ": " + axes.size() + " axes are named; it goes along one");
        }
        return axes == null ? null : axes.getFirst();
    }

    /** The elements. */
    public NdArray values(NdArray a) {
        if (!isFlat(a)) {
            return with(a).getFirst();
        }
        try (NdArray sorted = a.flatten()) {
            sorted.sort();
            try (NdArray first = firsts(sorted)) {
                NdArray values = sorted.get(first);
                nameNan(a, values);
                return values;
            }
        }
    }

    private boolean isFlat(NdArray a) {
        int along = axis == null ? 0 : Layout.axis(OPERATION, axis, a.ndim());
        return axis == null || a.ndim() == 1 && along == 0;
    }

    /** Of complex numbers with a NaN, which differ, the array's first stands for all. */
    private void nameNan(NdArray a, NdArray values) {
        if (!equalNan || a.dtype().kind() != 'c' || values.size() == 0) {
            return;
        }
        NdArray last = values.get(Index.slice(-1, null));
        try (NdArray nan = Sequences.isNan(last); NdArray all = Sequences.isNan(a); NdArray at = all.argmax()) {
            if (nan.getBoolean(0)) {
                NdArray flat = a.reshape(-1);
                try {
                    last.set(flat.get(Index.slice(at.getLong(), at.getLong() + 1)));
                } finally {
                    Sequences.closeUnless(a, flat);
                }
            }
        }
    }

    /** The elements and what else is wanted, which is named in NumPy's order. */
    public List<NdArray> with(NdArray a, SetResult... wanted) {
        boolean flat = isFlat(a);
        if (flat && a.dtype().kind() != 'c'
                && Arrays.stream(wanted).allMatch(SetResult.ReturnCounts.class::isInstance)) {
            return counted(a, wanted.length);
        }
        try (Rows rows = flat || axis == null ? Rows.flat(a) : Rows.along(a, Layout.axis(OPERATION, axis, a.ndim()));
                NdArray order = rows.order(); NdArray sorted = rows.rows().get(order);
                NdArray first = flat ? firsts(sorted) : different(sorted)) {
            List<NdArray> results = new ArrayList<>();
            boolean done = false;
            try {
                NdArray values = sorted.get(first);
                results.add(values);
                for (SetResult result : wanted) {
                    results.add(switch (result) {
                        case SetResult.ReturnIndex _ -> order.get(first);
                        case SetResult.ReturnInverse _ -> inverse(order, first, rows.inverse());
                        case SetResult.ReturnCounts _ -> counts(first);
                        case SetResult.ReturnIndices _ -> throw new IllegalArgumentException("unique has no indices");
                    });
                }
                results.set(0, rows.arranged(values));
                done = true;
                return results;
            } finally {
                if (!done) {
                    results.forEach(NdArray::close);
                }
            }
        }
    }

    /** The elements and how often each comes, for which no positions are sorted. */
    private List<NdArray> counted(NdArray a, int times) {
        List<NdArray> results = new ArrayList<>();
        boolean done = false;
        try (NdArray sorted = a.flatten()) {
            sorted.sort();
            try (NdArray first = firsts(sorted)) {
                results.add(sorted.get(first));
                for (int i = 0; i < times; i++) {
                    results.add(counts(first));
                }
            }
            done = true;
            return results;
        } finally {
            if (!done) {
                results.forEach(NdArray::close);
            }
        }
    }

    /** Returns which of sorted elements are not equal to the one before: bools. All NaN are one, if they shall be. */
    private NdArray firsts(NdArray sorted) {
        NdArray first = different(sorted);
        long n = sorted.size();
        if (equalNan && n > 0 && "fcmMT".indexOf(sorted.dtype().kind()) >= 0) {
            try (NdArray nan = Sequences.isNan(sorted)) {
                long numbers = n - Sequences.count(nan);
                if (numbers < n) {
                    first.get(Index.slice(numbers, null)).fill(0);
                    first.get(Index.slice(numbers, numbers + 1)).fill(1);
                }
            }
        }
        return first;
    }

    /** Returns which of rows differ from the one before. */
    private static NdArray different(NdArray sorted) {
        long n = sorted.shape().dim(0);
        NdArray first = Sequences.empty(sorted, DType.BOOL, n);
        if (n > 0) {
            first.get(Index.slice(null, 1)).fill(1);
            NdArray rest = first.get(Index.slice(1, null));
            NdArray next = sorted.get(Index.slice(1, null));
            NdArray before = sorted.get(Index.slice(null, -1));
            if (sorted.ndim() == 1) {
                Sequences.NOT_EQUAL.call(next, before, new Out(rest));
            } else {
                try (NdArray each = Sequences.NOT_EQUAL.call(next, before)) {
                    each.any(new Axis(List.of(1)), new Out(rest));
                }
            }
        }
        return first;
    }

    private static NdArray inverse(NdArray order, NdArray first, Shape shape) {
        try (NdArray numbers = first.cumsum()) {
            numbers.subtracti(1);
            NdArray inverse = Sequences.empty(order, DType.INT64, order.size());
            inverse.set(numbers, order);
            return inverse.reshape(shape.toArray());
        }
    }

    /** The distances from each first one to the next. */
    private static NdArray counts(NdArray first) {
        try (NdArray starts = first.nonzero().getFirst()) {
            long n = starts.size();
            NdArray counts = Sequences.empty(first, DType.INT64, n);
            if (n > 0) {
                counts.get(Index.slice(null, -1)).set(starts.get(Index.slice(1, null)));
                counts.get(Index.slice(-1, null)).fill(first.size());
                counts.subtracti(starts);
            }
            return counts;
        }
    }

    /**
     * An array as rows.
     *
     * @param rows of shape (n), or (n, numbers of a row)
     * @param shape of the array, with what the rows are of first
     * @param inverse the shape of what names a row for each
     */
    private record Rows(NdArray own, NdArray rows, Shape shape, int axis, Shape inverse) implements AutoCloseable {
        static Rows flat(NdArray a) {
            return new Rows(a, a.reshape(-1), Shape.of(a.size()), 0, a.shape());
        }

        static Rows along(NdArray a, int axis) {
            NdArray moved = a.transpose(IntStream.range(0, a.ndim()).map(i -> i == 0 ? axis : i <= axis ? i - 1 : i)
                    .toArray());
            long n = moved.shape().dim(0);
            long length = Arrays.stream(moved.shape().toArray()).skip(1).reduce(1, Math::multiplyExact);
            return new Rows(a, moved.reshape(n, length), moved.shape(), axis, Shape.of(n));
        }

        /** The positions of rows in their order. */
        NdArray order() {
            if (rows.ndim() == 1) {
                return rows.argsort();
            }
            long length = rows.shape().dim(1);
            if (length == 0) {
                NdArray first = Sequences.empty(rows, DType.INT64, rows.shape().dim(0));
                first.fill(0);
                try (first) {
                    return first.argsort();
                }
            }
            return Lexsort.of(LongStream.range(0, length).mapToObj(i -> rows.get(Index.all(),
                    Index.at(length - 1 - i))).toList());
        }

        /** Some rows, as parts of the array. */
        NdArray arranged(NdArray some) {
            if (rows.ndim() == 1) {
                return some;
            }
            long[] dims = shape.toArray();
            dims[0] = some.shape().dim(0);
            return some.reshape(dims).transpose(IntStream.range(0, dims.length)
                    .map(i -> i == axis ? 0 : i < axis ? i + 1 : i).toArray());
        }

        @Override
        public void close() {
            if (rows.storage() != own.storage()) {
                rows.close();
            }
        }
    }
}
