package io.arrayport.core.kernel;

/** Elements as longs that compare as sorting wants them to. */
interface Keys {
    static Keys of(Lane lane) {
        if (lane == Lane.TIME) {
            return new TimeKeys();
        }
        return lane.isFloat() ? FloatKeys.of(lane) : new WholeKeys(Whole.ordered(lane));
    }

    /** Returns the key of the element at an address. */
    long get(long at);

    /** Writes the element of a key. */
    void put(long at, long key);

    /** Whole numbers and bools are their own keys. */
    record WholeKeys(Whole form) implements Keys {
        @Override
        public long get(long at) {
            return form.get(at);
        }

        @Override
        public void put(long at, long key) {
            form.put(at, key);
        }
    }

    /** Times, of which the least count, no time, wraps to the greatest key. */
    record TimeKeys() implements Keys {
        @Override
        public long get(long at) {
            return Raw.i64(at) - 1;
        }

        @Override
        public void put(long at, long key) {
            Raw.i64(at, key + 1);
        }
    }
}
