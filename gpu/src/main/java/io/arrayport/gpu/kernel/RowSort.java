package io.arrayport.gpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Sorts all rows along an axis at once. Elements become unsigned numbers that compare as they should, which are sorted
 * with or without their positions; of what has no such number, records and strings, the numbers of elements are sorted
 * by a comparison. Short rows are sorted several as one, by the row's number first.
 */
public final class RowSort {
    /** As sort.cuh has it. */
    private static final int THREADS = 256;
    private static final int TILE = THREADS * 7;
    /** Rows are so many at most that their numbers fit beside a key. */
    private static final long MOST_ROWS = 1L << 31;
    private static final int WIDEST = 16;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final GpuKernels kernels;
    private final DType type;
    private final @Nullable RecordOrder records;
    private final LongUnaryOperator room;

    /**
     * @param type in native order, if it is numbers
     * @param records how elements compare that are no numbers
     * @param room returns the address of so many bytes, to be freed when the sort has been asked for
     */
    public RowSort(GpuKernels kernels, DType type, @Nullable RecordOrder records, LongUnaryOperator room) {
        this.kernels = kernels;
        this.type = type;
        this.records = records;
        this.room = room;
    }

    /** Returns whether elements are sorted as numbers. */
    public static boolean hasKeys(DType type) {
        return KernelTable.has("search_" + KernelTable.name(type));
    }

    /** Sorts elements in place. */
    public void sort(Operand a, int axis) {
        Walks.each(walk -> {
            Rows rows = new Rows(walk, a.layout().dim(axis), a.layout().stride(axis), 0);
            if (records != null) {
                long packed = collected(rows, 0);
                spread(rows, packed, numbers(rows, packed, false));
            } else if (type.kind() == 'c') {
                spread(rows, collected(rows, sortedKeys(rows, true, false).places), 0);
            } else {
                Sorted sorted = sortedKeys(rows, false, false);
                kernels.launch("elements_" + KernelTable.name(type) + "_" + sorted.key.cuda(), rows.size(),
                        to -> rows.write(to, false, sorted.keys, 0));
            }
        }, row(a, axis), null);
    }

    /**
     * Sorts positions.
     *
     * @param given whether {@code out} has some, or all from 0 on are sorted
     */
    public void order(Operand in, int axis, Operand out, boolean given) {
        Walks.each(walk -> {
            Rows rows = new Rows(walk, in.layout().dim(axis), in.layout().stride(axis), out.layout().stride(axis));
            long places = records == null ? sortedKeys(rows, true, given).places : 0;
            long numbers = records == null ? 0 : numbers(rows, collected(rows, 0), given);
            kernels.launch("places_write", rows.size(), to -> rows.positions(to, places, numbers, true));
        }, row(in, axis), row(out, axis));
    }

    private static Operand row(Operand operand, int axis) {
        return operand.with(operand.layout().index(axis, 0));
    }

    /**
     * Rows of one length.
     *
     * @param walk of rows: of elements and of positions
     * @param stride of elements in a row
     * @param outStride of positions in a row
     */
    private record Rows(Walk walk, long n, long stride, long outStride) {
        long size() {
            return walk.size() * n;
        }

        /** Writes the struct Rows. */
        void write(MemorySegment to, boolean given, long keys, long places) {
            // What comes without its position is to come out as it is: zeros of both signs are two
            walk(given ? List.of(0, 1) : List.of(0), 2)
                    .write(to.asSlice(longs(to, n, stride, outStride, places != 0 ? 1 : 0, keys, places)));
        }

        /** Writes the struct Places. */
        void positions(MemorySegment to, long places, long numbers, boolean given) {
            walk(given ? List.of(1) : List.of(), 1).write(to.asSlice(longs(to, n, outStride, places, numbers)));
        }

        /** Returns how some operands are walked; what is not among them has address 0. */
        Walk walk(List<Integer> operands, int count) {
            long[][] strides = new long[count][walk.shape().length];
            long[] bases = new long[count];
            for (int i = 0; i < operands.size(); i++) {
                strides[i] = walk.strides()[operands.get(i)];
                bases[i] = walk.bases()[operands.get(i)];
            }
            return new Walk(walk.shape(), strides, bases, false);
        }
    }

    /** Keys in order, and the positions of what they are the keys of; addresses. */
    private record Sorted(KeyType key, long keys, long places) {}

    private static long longs(MemorySegment to, long... values) {
        for (int i = 0; i < values.length; i++) {
            to.set(LONG, (long) i * Long.BYTES, values[i]);
        }
        return (long) values.length * Long.BYTES;
    }

    private Sorted sortedKeys(Rows rows, boolean placed, boolean given) {
        List<KeyType> types = KeyType.of(type);
        long group = types.size() > 1 ? group(rows) : 1;
        KeyType key = group > 1 ? types.get(1) : types.getFirst();
        long keys = room.applyAsLong(rows.size() * key.bytes());
        long places = placed ? room.applyAsLong(rows.size() * Integer.BYTES) : 0;
        kernels.launch("keys_" + KernelTable.name(type) + "_" + key.cuda(), rows.size(),
                to -> rows.write(to, given, keys, places));
        Merge merge = new Merge((placed ? "Placed_" : "Plain_") + key.cuda(), rows, group, key.bytes(), 0);
        return merge.run(key, keys, places);
    }

    /** Returns how many rows are sorted as one. */
    private static long group(Rows rows) {
        return rows.walk.size() < MOST_ROWS ? Math.max(1, TILE / rows.n) : 1;
    }

    /** Returns the address of the numbers of records, in order. */
    private long numbers(Rows rows, long packed, boolean given) {
        long numbers = room.applyAsLong(rows.size() * Long.BYTES);
        kernels.launch("places_read", rows.size(), to -> rows.positions(to, 0, numbers, given));
        return new Merge("Records", rows, group(rows), Long.BYTES, packed).run(KeyType.UINT64, numbers, 0).keys;
    }

    /** The steps of a sort, from tiles to whole rows. */
    private final class Merge {
        private final String form;
        private final int bytes;
        private final long packed;
        private final long all;
        private final long each;
        private final long n;
        private final long rows;

        Merge(String form, Rows rows, long group, int bytes, long packed) {
            this.form = form;
            this.bytes = bytes;
            this.packed = packed;
            this.all = rows.size();
            this.each = rows.n;
            this.n = rows.n * group;
            this.rows = (rows.walk.size() + group - 1) / group;
        }

        Sorted run(KeyType key, long keys, long places) {
            String kind = packed == 0 ? "" : "record";
            step(kind + "tiles_" + form, TILE, keys, keys, places, places);
            long from = keys;
            long placesFrom = places;
            if (n > TILE) {
                long to = room.applyAsLong(all * bytes);
                long placesTo = places == 0 ? 0 : room.applyAsLong(all * Integer.BYTES);
                for (long run = TILE; run < n; run *= 2) {
                    step(kind + "merge_" + form, run, from, to, placesFrom, placesTo);
                    long next = from;
                    from = to;
                    to = next;
                    long nextPlaces = placesFrom;
                    placesFrom = placesTo;
                    placesTo = nextPlaces;
                }
            }
            return new Sorted(key, from, placesFrom);
        }

        private void step(String kernel, long run, long from, long to, long places, long placesTo) {
            kernels.launch(kernel, rows * ((n + TILE - 1) / TILE) * THREADS, arguments -> {
                long end = longs(arguments, rows, n, all, run, from, to, places, placesTo, each);
                if (records != null) {
                    records.write(arguments.asSlice(end), packed);
                }
            });
        }
    }

    /** Returns the address of all elements, one after the other; in the order of places, if they are given. */
    private long collected(Rows rows, long places) {
        long packed = room.applyAsLong(rows.size() * type.itemsize());
        moves("collect_", rows, packed, places, 0);
        return packed;
    }

    private void spread(Rows rows, long packed, long numbers) {
        moves("spread_", rows, packed, 0, numbers);
    }

    private void moves(String kind, Rows rows, long packed, long places, long numbers) {
        long bits = type.itemsize() | rows.stride | rows.walk.bases()[0];
        for (long stride : rows.walk.strides()[0]) {
            bits |= stride;
        }
        int width = (int) Math.min(WIDEST, Long.lowestOneBit(bits));
        long parts = type.itemsize() / width;
        kernels.launch(kind + width, rows.size() * parts, to -> rows.walk(List.of(0), 1)
                .write(to.asSlice(longs(to, rows.n, rows.stride, parts, packed, places, numbers))));
    }

    /**
     * Finds how many elements come before each value.
     *
     * @param sorter positions, or null
     */
    public void search(Operand sorted, @Nullable Operand sorter, Operand values, boolean right, Operand out) {
        Layout strip = sorted.layout();
        Walks.each(walk -> kernels.launch(
                records == null ? "search_" + KernelTable.name(type) : "searchorder_ByOrder", walk.size(), to -> {
                    long end = longs(to, first(sorted), strip.stride(0), strip.dim(0),
                            sorter == null ? 0 : first(sorter),
                            sorter == null ? 0 : sorter.layout().stride(0), right ? 1 : 0);
                    walk.write(to.asSlice(end));
                    if (records != null) {
                        records.write(to.asSlice(end + Walk.bytes(2)), 0);
                    }
                }), out, values);
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
