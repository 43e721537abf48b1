package io.arrayport.core.statistics;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * Counts elements in bins without looking for each among all edges: where bins are equally wide they say nearly where
 * it is, and of few edges all elements can be compared with each.
 */
final class BinLoop {
    private static final BinaryUfunc GREATER_EQUAL = new BinaryUfunc(Ufuncs.GREATER_EQUAL);
    private static final BinaryUfunc GREATER = new BinaryUfunc(Ufuncs.GREATER);
    /** Most edges of other bins. */
    private static final long FEW = 24;
    /** Most edges of equal bins. */
    private static final long MANY = 1 << 20;
    /** From here on that pays. */
    private static final long LEAST = 4096;
    /** Elements that a cache holds while they are compared. */
    private static final long BLOCK = 1 << 14;

    private BinLoop() {}

    /** @param equal whether bins are equally wide */
    static boolean suits(NdArray a, NdArray edges, boolean equal) {
        return "iuf".indexOf(a.dtype().kind()) >= 0 && a.size() >= LEAST && (equal
                ? edges.size() <= MANY && edges.dtype().kind() == 'f'
                : edges.size() > 1 && edges.size() <= FEW && a.dtype().equals(edges.dtype()));
    }

    /** How many elements are in each bin: new. */
    static NdArray count(NdArray a, NdArray edges, boolean equal) {
        NdArray flat = a.reshape(-1);
        try {
            long[] counts = equal ? equal(flat, edges) : few(flat, edges);
            return Compute.finished(Compute.empty(a, DType.INT64, Shape.of(counts.length)), made -> {
                for (int i = 0; i < counts.length; i++) {
                    made.setLong(counts[i], i);
                }
            });
        } finally {
            Compute.closeUnless(a, flat);
        }
    }

    private static long[] equal(NdArray flat, NdArray edges) {
        double[] bounds = new double[(int) edges.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = edges.getDouble(i);
        }
        long[] counts = new long[bounds.length - 1];
        for (long done = 0; done < flat.size(); done += BLOCK) {
            NdArray some = flat.get(Index.slice(done, Math.min(flat.size(), done + BLOCK)));
            NdArray numbers = some.astype(DType.FLOAT64, new OrderOption(Order.C), new CopyOption(false));
            Storage storage = numbers.storage();
            storage.acquireOnHost();
            try {
                tally(numbers.address(), numbers.size(), bounds, counts);
            } finally {
                storage.release();
                Compute.closeUnless(flat, numbers);
            }
        }
        return counts;
    }

    private static void tally(long at, long n, double[] bounds, long[] counts) {
        int last = counts.length - 1;
        double low = bounds[0];
        double high = bounds[last + 1];
        double scale = counts.length / (high - low);
        for (long i = 0; i < n; i++) {
            double x = Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, at + i * Double.BYTES);
            if (x >= low && x <= high) {
                int bin = Math.min(last, (int) ((x - low) * scale));
                // Edges are rounded, as the product is
                while (bin > 0 && x < bounds[bin]) {
                    bin--;
                }
                while (bin < last && x >= bounds[bin + 1]) {
                    bin++;
                }
                counts[bin]++;
            }
        }
    }

    /** By how many are not less than each edge; the last edge belongs to the last bin. */
    private static long[] few(NdArray flat, NdArray edges) {
        int last = (int) edges.size() - 1;
        List<NdArray> each = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            each.add(edges.get(Index.slice(i, i + 1)));
        }
        long[] reached = new long[last + 1];
        for (long done = 0; done < flat.size(); done += BLOCK) {
            NdArray some = flat.get(Index.slice(done, Math.min(flat.size(), done + BLOCK)));
            for (int i = 0; i <= last; i++) {
                try (NdArray mask = (i == last ? GREATER : GREATER_EQUAL).call(some, each.get(i));
                        NdArray count = Counting.nonzero(mask)) {
                    reached[i] += count.getLong();
                }
            }
        }
        long[] counts = new long[last];
        for (int i = 0; i < last; i++) {
            counts[i] = reached[i] - reached[i + 1];
        }
        return counts;
    }
}
