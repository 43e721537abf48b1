package io.arrayport.core.statistics;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BincountOption;
import io.arrayport.core.ndarray.DigitizeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.SearchsortedOption.SideOption;
import io.arrayport.core.ndarray.Side;
import org.jspecify.annotations.Nullable;

/** Counts of whole numbers, and the whole numbers that bins give to others. */
public final class Bincounts {
    /** Most counts: their bytes are counted by a long. */
    static final long MOST = Long.MAX_VALUE / 16;

    private Bincounts() {}

    /** {@code np.bincount}. */
    public static NdArray bincount(NdArray x, BincountOption... options) {
        Option.requireDistinct("bincount", options);
        NdArray weights = null;
        long least = 0;
        for (BincountOption option : options) {
            switch (option) {
                case Weights(NdArray array) -> weights = array;
                case BincountOption.Minlength(long given) -> least = given;
            }
        }
        if (least < 0) {
            throw new IllegalArgumentException("bincount: minlength is " + least + ", it must not be negative");
        }
        if (x.ndim() != 1) {
            throw new ShapeException("bincount: the numbers have shape " + x.shape() + ", they must have one axis");
        }
        if (x.size() > 0 && "biu".indexOf(x.dtype().kind()) < 0) {
            throw new DTypeException("bincount: the numbers are " + x.dtype() + ", they must be whole");
        }
        if (weights != null && !weights.shape().equals(x.shape())) {
            throw new ShapeException("bincount: weights have shape " + weights.shape() + ", the numbers " + x.shape());
        }
        NdArray numbers = x.astype(DType.INT64, new CopyOption(false));
        try {
            if (least > MOST) {
                throw new ShapeException("bincount: minlength is " + least + ", more than an array can hold");
            }
            return tally(numbers, weights, Math.max(least, length(numbers)));
        } finally {
            Compute.closeUnless(x, numbers);
        }
    }

    private static long length(NdArray numbers) {
        if (numbers.size() == 0) {
            return 0;
        }
        // One look: read as unsigned, a negative number is greater than all others
        NdArray unsigned = NdArray.of(numbers.storage(), DType.UINT64, numbers.layout());
        try (NdArray highest = unsigned.max()) {
            long most = NdArray.of(highest.storage(), DType.INT64, highest.layout()).getLong();
            if (most < 0) {
                try (NdArray lowest = numbers.min()) {
                    throw new IllegalArgumentException("bincount: there is a " + lowest.getLong()
                            + ", no number may be negative");
                }
            }
            if (most >= MOST) {
                throw new ShapeException("bincount: there is a " + most
                        + ", up to which no array can hold a count for each number");
            }
            return most + 1;
        }
    }

    /**
     * Counts numbers, or adds up their weights, which come to be float64.
     *
     * @param numbers int64, 1-d, from 0 to below {@code n}
     */
    static NdArray tally(NdArray numbers, @Nullable NdArray weights, long n) {
        NdArray counts = Compute.empty(numbers, weights == null ? DType.INT64 : DType.FLOAT64, Shape.of(n));
        return Compute.finished(counts, made -> {
            made.fill(0);
            NdArray doubles = weights == null ? null : weights.astype(DType.FLOAT64, new CopyOption(false));
            try {
                tally(numbers, doubles, made);
            } finally {
                if (weights != null && doubles != null) {
                    Compute.closeUnless(weights, doubles);
                }
            }
        });
    }

    private static void tally(NdArray numbers, @Nullable NdArray weights, NdArray counts) {
        numbers.storage().acquire();
        try {
            if (weights != null) {
                weights.storage().acquire();
            }
            try {
                Backend.of("bincount", numbers.device()).tally(operand(numbers),
                        weights == null ? null : operand(weights), operand(counts));
            } finally {
                if (weights != null) {
                    weights.storage().release();
                }
            }
        } finally {
            numbers.storage().release();
        }
    }

    private static Operand operand(NdArray array) {
        return Operand.of(array.dtype(), array.layout(), array.storage());
    }

    /** {@code np.digitize}. */
    public static NdArray digitize(NdArray x, NdArray bins, DigitizeOption... options) {
        if (x.dtype().kind() == 'c') {
            throw new DTypeException("digitize: complex numbers lie in no order; give real parts");
        }
        Option.requireDistinct("digitize", options);
        boolean right = false;
        for (DigitizeOption option : options) {
            right = switch (option) {
                case DigitizeOption.Right(boolean closed) -> closed;
            };
        }
        SideOption side = new SideOption(right ? Side.LEFT : Side.RIGHT);
        if (!descends(bins)) {
            return bins.searchsorted(x, side);
        }
        NdArray places = bins.get(Index.slice(null, null, -1)).searchsorted(x, side);
        return Compute.finished(places, made -> {
            made.multiplyi(-1);
            made.addi(bins.size());
        });
    }

    /** {@code np.digitize} of one number. */
    public static NdArray digitize(Number x, NdArray bins, DigitizeOption... options) {
        try (NdArray scalar = Compute.scalar(bins, Compute.typeOf(x), x)) {
            return digitize(scalar, bins, options);
        }
    }

    /** Whether edges that do not ascend descend. */
    private static boolean descends(NdArray bins) {
        if (bins.ndim() != 1) {
            throw new ShapeException("digitize: the bins have shape " + bins.shape() + ", they must have one axis");
        }
        if (Bins.ascend(bins)) {
            return false;
        }
        if (!Bins.ascend(bins.get(Index.slice(null, null, -1)))) {
            throw new IllegalArgumentException("digitize: the bins neither ascend nor descend; sort them");
        }
        return true;
    }
}
