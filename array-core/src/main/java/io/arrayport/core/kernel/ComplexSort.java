package io.arrayport.core.kernel;

/**
 * {@link SortKernel} of complex numbers: positions are sorted by imaginary part, then by real part, then by which of
 * the two are NaN.
 *
 * @param parts sorts the real numbers that they are made of
 */
record ComplexSort(Lane lane, SortKernel parts) implements SortKernel {
    private static final int CLASSES = 4;

    /** The order of the elements, and a copy of them or what sorting the parts takes. */
    @Override
    public long room(long n) {
        return Math.addExact(Math.multiplyExact(n, Long.BYTES), Math.max(parts.orderRoom(n), n * lane.bytes()));
    }

    @Override
    public long orderRoom(long n) {
        return parts.orderRoom(n);
    }

    @Override
    public void sort(long from, long at, long n, long room) {
        long rest = room + n * Long.BYTES;
        order(from, lane.bytes(), n, room, rest);
        Raw.copy(from, rest, n * lane.bytes());
        for (long i = 0; i < n; i++) {
            Raw.copy(rest + Raw.i64(room + i * Long.BYTES) * lane.bytes(), at + i * lane.bytes(), lane.bytes());
        }
    }

    @Override
    public void reorder(long in, long stride, long n, long places, long room) {
        parts.reorder(in + lane.part().bytes(), stride, n, places, room);
        parts.reorder(in, stride, n, places, room);
        classify(in, stride, n, places, room);
    }

    /** Numbers without NaN come first, then those with an imaginary one, then those with a real one. */
    private void classify(long in, long stride, long n, long places, long room) {
        Real form = Real.of(lane.part());
        long[] starts = new long[CLASSES + 1];
        for (long i = 0; i < n; i++) {
            long place = Raw.i64(places + i * Long.BYTES);
            int kind = kind(form, in + place * stride);
            starts[1 + kind]++;
            // Written down: it may be another one by the time that the position is moved
            Raw.i64(room + i * Long.BYTES, place * CLASSES + kind);
        }
        if (starts[1] == n) {
            return;
        }
        for (int kind = 1; kind < CLASSES; kind++) {
            starts[kind] += starts[kind - 1];
        }
        for (long i = 0; i < n; i++) {
            long place = Raw.i64(room + i * Long.BYTES);
            Raw.i64(places + starts[(int) (place % CLASSES)]++ * Long.BYTES, place / CLASSES);
        }
    }

    private int kind(Real form, long at) {
        return (Double.isNaN(form.get(at)) ? 2 : 0) + (Double.isNaN(form.get(at + lane.part().bytes())) ? 1 : 0);
    }
}
