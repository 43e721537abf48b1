package io.arrayport.core.kernel;

/**
 * The bits of floating-point numbers as keys: below zero, all but the sign are turned over. -0 sorts before 0, and
 * every NaN, whatever its sign, is one key behind infinity.
 */
enum FloatKeys implements Keys {
    F16(Short.SIZE) {
        @Override
        public long get(long at) {
            return key(Raw.i16(at), 0x7C00);
        }

        @Override
        public void put(long at, long key) {
            Raw.i16(at, (short) bits(key));
        }
    },
    BF16(Short.SIZE) {
        @Override
        public long get(long at) {
            return key(Raw.i16(at), 0x7F80);
        }

        @Override
        public void put(long at, long key) {
            Raw.i16(at, (short) bits(key));
        }
    },
    F32(Integer.SIZE) {
        @Override
        public long get(long at) {
            return key(Raw.i32(at), 0x7F80_0000);
        }

        @Override
        public void put(long at, long key) {
            Raw.i32(at, (int) bits(key));
        }
    },
    F64(Long.SIZE) {
        @Override
        public long get(long at) {
            return key(Raw.i64(at), 0x7FF0_0000_0000_0000L);
        }

        @Override
        public void put(long at, long key) {
            Raw.i64(at, bits(key));
        }
    };

    private final long magnitude;

    FloatKeys(int size) {
        magnitude = -1L >>> Long.SIZE - size + 1;
    }

    static FloatKeys of(Lane lane) {
        return switch (lane) {
            case F16 -> F16;
            case BF16 -> BF16;
            case F32 -> F32;
            case F64 -> F64;
            default -> throw new IllegalArgumentException("kernel: " + lane + " is not real");
        };
    }

    /** @param bits with the sign in all upper bits */
    final long key(long bits, long infinity) {
        return (bits & magnitude) > infinity ? magnitude : bits ^ (bits >> Long.SIZE - 1 & magnitude);
    }

    final long bits(long key) {
        return key ^ (key >> Long.SIZE - 1 & magnitude);
    }
}
