package io.arrayport.core.kernel;

/**
 * How numbers of 4 or 8 bytes become whole numbers of that size which compare as {@link Keys} do, and back.
 *
 * @param floating whether numbers are floats
 * @param infinity its bits, if they are
 * @param shift what is added to others
 */
record KeyForm(boolean floating, long infinity, long shift) {
    static KeyForm of(Lane lane) {
        long least = lane.bytes() == Integer.BYTES ? Integer.MIN_VALUE : Long.MIN_VALUE;
        return new KeyForm(lane.isFloat(), lane == Lane.F32 ? 0x7F80_0000L : 0x7FF0_0000_0000_0000L,
                lane.isUnsigned() ? least : lane.isTime() ? -1 : 0);
    }

    /** Returns the strip's twin without vectors. */
    StripKeys scalar(Whole form, int bytes) {
        return new Scalar(this, form, bytes);
    }

    private record Scalar(KeyForm keys, Whole form, int bytes) implements StripKeys {
        @Override
        public void keys(long from, long to, long n) {
            int sign = bytes * Byte.SIZE - 1;
            long greatest = -1L >>> Long.SIZE - sign;
            for (long i = 0; i < n * bytes; i += bytes) {
                long bits = form.get(from + i);
                form.put(to + i, !keys.floating ? bits + keys.shift
                        : (bits & greatest) > keys.infinity ? greatest : bits ^ bits >> sign & greatest);
            }
        }

        @Override
        public void numbers(long from, long to, long n) {
            int sign = bytes * Byte.SIZE - 1;
            long greatest = -1L >>> Long.SIZE - sign;
            for (long i = 0; i < n * bytes; i += bytes) {
                long key = form.get(from + i);
                form.put(to + i, keys.floating ? key ^ key >> sign & greatest : key - keys.shift);
            }
        }
    }
}
