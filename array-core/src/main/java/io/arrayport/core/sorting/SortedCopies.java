package io.arrayport.core.sorting;

import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.PartitionOption;
import io.arrayport.core.ndarray.SortOption;

/** Arrays' methods that sort in place, done on a copy. */
public final class SortedCopies {
    private static final Axis FIRST = new Axis(List.of(0));

    private SortedCopies() {}

    /** {@code np.sort}. */
    public static NdArray sort(NdArray a, SortOption... options) {
        boolean flat = isFlat(options);
        for (int i = 0; flat && i < options.length; i++) {
            options[i] = options[i] instanceof Axis ? FIRST : options[i];
        }
        return done(copy(a, flat), copy -> copy.sort(options));
    }

    /** {@code np.partition}. */
    public static NdArray partition(NdArray a, long[] kth, PartitionOption... options) {
        boolean flat = isFlat(options);
        for (int i = 0; flat && i < options.length; i++) {
            options[i] = options[i] instanceof Axis ? FIRST : options[i];
        }
        return done(copy(a, flat), copy -> copy.partition(kth, options));
    }

    /** {@code np.sort_complex}. */
    public static NdArray sortComplex(NdArray a) {
        DType type = switch (a.dtype().kind()) {
            case 'c' -> a.dtype();
            case 'i', 'u' -> a.itemsize() <= Short.BYTES ? DType.COMPLEX64 : DType.COMPLEX128;
            default -> DType.COMPLEX128;
        };
        return done(a.astype(type), copy -> copy.sort(FIRST));
    }

    private static boolean isFlat(Option... options) {
        for (Option option : options) {
            if (option instanceof Axis axis && axis.axes() == null) {
                return true;
            }
        }
        return false;
    }

    private static NdArray copy(NdArray a, boolean flat) {
        return flat ? a.flatten() : a.copy(new OrderOption(Order.K));
    }

    private static NdArray done(NdArray copy, Consumer<NdArray> step) {
        boolean done = false;
        try {
            step.accept(copy);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }
}
