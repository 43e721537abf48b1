package io.arrayport.core.kernel;

/**
 * {@link SortKernel} of what has keys. Positions are sorted together with their keys, as one number each: the key's
 * upper bits, as far as the keys differ and there is room, then the position's place in the order so far. Sorting these
 * keeps the order of equal keys; what is left is to sort anew the few whose keys differ in lower bits only.
 *
 * @param kernel the lane's keys
 * @param longs sorts keys
 * @param sides of keys
 */
record KeySort(Lane lane, KeyKernel kernel, StripSort longs, SideKernel sides) implements SortKernel {
    /** Up to here positions of like keys are sorted by insertion. */
    private static final int FEW = 16;

    /** Of longs for the keys, and of as many that sorting them takes. */
    @Override
    public long room(long n) {
        return room(n, 2);
    }

    /** Of one more, as positions whose upper bits are equal are sorted while the numbers of all are still there, and as
     * sides are those of keys in their order. */
    @Override
    public long orderRoom(long n) {
        return room(n, n >>> Integer.SIZE == 0 ? 3 : 4);
    }

    private static long room(long n, int times) {
        return Math.multiplyExact(Math.addExact(n, StripSort.SPARE), (long) times * Long.BYTES);
    }

    @Override
    public void sort(long from, long at, long n, long room) {
        int bits = lane.bytes() * Byte.SIZE;
        if (bits <= Short.SIZE && n > 1L << bits - 3) {
            count(from, at, n, 1 << bits);
            return;
        }
        kernel.collect(from, lane.bytes(), n, 0, room);
        longs.run(room, room, n, room + n * Long.BYTES);
        kernel.spread(room, n, at, lane.bytes());
    }

    /** Sorts by counting how often each of few possible keys comes. */
    private void count(long from, long at, long n, int keys) {
        int least = lane.isUnsigned() ? 0 : -keys / 2;
        long[] counts = new long[keys];
        long[] block = new long[Sieve.BLOCK];
        for (long done = 0; done < n; done += block.length) {
            int length = (int) Math.min(block.length, n - done);
            kernel.keys(from + done * lane.bytes(), lane.bytes(), length, block);
            for (int i = 0; i < length; i++) {
                counts[(int) block[i] - least]++;
            }
        }
        long to = at;
        for (int key = 0; key < keys; key++) {
            kernel.repeat(to, counts[key], key + (long) least);
            to += counts[key] * lane.bytes();
        }
    }

    @Override
    public void order(long in, long stride, long n, long places, long room) {
        Numbers numbers = numbers(in, stride, n, 0, room);
        for (long i = 0; i < n; i++) {
            Raw.i64(places + i * Long.BYTES, numbers.equal() ? i : numbers.place(room + i * Long.BYTES));
        }
        if (numbers.cut()) {
            ties(in, stride, n, places, numbers.low(), room, levels(n));
        }
    }

    @Override
    public void partOrder(long in, long stride, long n, long[] ranks, long places, long room) {
        if (ranks.length != 1) {
            order(in, stride, n, places, room);
            return;
        }
        long keys = room;
        long parted = keys + n * Long.BYTES;
        long rest = parted + n * Long.BYTES;
        kernel.collect(in, stride, n, 0, keys);
        Raw.copy(keys, parted, n * Long.BYTES);
        longs.part(parted, parted, n, ranks, rest);
        long pivot = Raw.i64(parted + ranks[0] * Long.BYTES);
        long[] to = {places, parted, rest};
        sides.run(keys, 0, n, pivot, to);
        long equal = to[SideKernel.LESS];
        long greater = equal + (to[SideKernel.EQUAL] - parted);
        Raw.copy(parted, equal, greater - equal);
        Raw.copy(rest, greater, to[SideKernel.GREATER] - rest);
    }

    /** How often positions of like upper bits can be sorted anew: by the room there is, and the bits that are left. */
    private static int levels(long n) {
        return n >>> Integer.SIZE == 0 ? 1 : 2;
    }

    @Override
    public void reorder(long in, long stride, long n, long places, long room) {
        reorder(in, stride, n, places, room, levels(n));
    }

    private void reorder(long in, long stride, long n, long places, long room, int levels) {
        Numbers numbers = numbers(in, stride, n, places, room);
        if (numbers.equal()) {
            return;
        }
        long rest = room + n * Long.BYTES;
        Raw.copy(places, rest, n * Long.BYTES);
        for (long i = 0; i < n; i++) {
            Raw.i64(places + i * Long.BYTES, Raw.i64(rest + numbers.place(room + i * Long.BYTES) * Long.BYTES));
        }
        // Of keys that nobody changes meanwhile, no bits are left below the last level
        if (numbers.cut() && levels > 0) {
            ties(in, stride, n, places, numbers.low(), room, levels);
        }
    }

    /**
     * What is sorted for positions.
     *
     * @param low how many lower bits of a number are the place; 0 if all keys are equal, and nothing was sorted
     * @param cut whether keys may differ in bits that numbers do not have
     */
    private record Numbers(int low, boolean cut) {
        boolean equal() {
            return low == 0;
        }

        long place(long at) {
            return Raw.i64(at) & (1L << low) - 1;
        }
    }

    /** Writes numbers to {@code room}, sorted. */
    private Numbers numbers(long in, long stride, long n, long places, long room) {
        Numbers numbers = packed(in, stride, n, places, room);
        if (!numbers.equal()) {
            longs.run(room, room, n, room + n * Long.BYTES);
        }
        return numbers;
    }

    /** Writes numbers to {@code room}, in the order of the elements; none if all are equal. */
    private Numbers packed(long in, long stride, long n, long places, long room) {
        kernel.collect(in, stride, n, places, room);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long at = room; at < room + n * Long.BYTES; at += Long.BYTES) {
            long key = key(Raw.i64(at));
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        if (n < 2 || least == most) {
            return new Numbers(0, false);
        }
        int low = Long.SIZE - Long.numberOfLeadingZeros(n - 1);
        int width = Long.SIZE - Long.numberOfLeadingZeros(most - least);
        int cut = Math.max(0, width + low - Long.SIZE);
        for (long i = 0; i < n; i++) {
            long at = room + i * Long.BYTES;
            // Unsigned numbers; the sign bit turns them into longs of the same order
            Raw.i64(at, (key(Raw.i64(at)) - least >>> cut << low | i) ^ Long.MIN_VALUE);
        }
        return new Numbers(low, cut > 0);
    }

    /** Positions of equal elements stay in their order: 0 and -0 have one key. */
    private long key(long key) {
        return key == -1 && lane.isFloat() ? 0 : key;
    }

    /** Sorts each run of positions whose numbers, at {@code room}, are alike but for {@code low} bits. */
    private void ties(long in, long stride, long n, long places, int low, long room, int levels) {
        long rest = room + n * Long.BYTES;
        long i = 0;
        while (i < n) {
            long bits = Raw.i64(room + i * Long.BYTES) >>> low;
            long end = i + 1;
            while (end < n && Raw.i64(room + end * Long.BYTES) >>> low == bits) {
                end++;
            }
            if (end - i > FEW) {
                reorder(in, stride, end - i, places + i * Long.BYTES, rest, levels - 1);
            } else if (end - i > 1) {
                insert(in, stride, end - i, places + i * Long.BYTES);
            }
            i = end;
        }
    }

    private void insert(long in, long stride, long n, long places) {
        for (long i = 1; i < n; i++) {
            long place = Raw.i64(places + i * Long.BYTES);
            long key = key(kernel.key(in + place * stride));
            long to = places + i * Long.BYTES;
            while (to > places && key(kernel.key(in + Raw.i64(to - Long.BYTES) * stride)) > key) {
                Raw.i64(to, Raw.i64(to - Long.BYTES));
                to -= Long.BYTES;
            }
            Raw.i64(to, place);
        }
    }
}
