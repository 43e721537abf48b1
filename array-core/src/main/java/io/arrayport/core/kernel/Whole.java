package io.arrayport.core.kernel;

/** How whole numbers and bools lie in memory: read as a long, written from the low bits of one. */
enum Whole {
    /** Any byte but 0 reads as 1. */
    BOOL {
        @Override
        long get(long at) {
            return Raw.i8(at) != 0 ? 1 : 0;
        }

        @Override
        void put(long at, long value) {
            Raw.i8(at, (byte) value);
        }
    },
    I8 {
        @Override
        long get(long at) {
            return Raw.i8(at);
        }

        @Override
        void put(long at, long value) {
            Raw.i8(at, (byte) value);
        }

        @Override
        long cut(long value) {
            return (byte) value;
        }
    },
    I16 {
        @Override
        long get(long at) {
            return Raw.i16(at);
        }

        @Override
        void put(long at, long value) {
            Raw.i16(at, (short) value);
        }

        @Override
        long cut(long value) {
            return (short) value;
        }
    },
    I32 {
        @Override
        long get(long at) {
            return Raw.i32(at);
        }

        @Override
        void put(long at, long value) {
            Raw.i32(at, (int) value);
        }

        @Override
        long cut(long value) {
            return (int) value;
        }
    },
    /** Unsigned ones as their bits, which is all that arithmetic needs. */
    I64 {
        @Override
        long get(long at) {
            return Raw.i64(at);
        }

        @Override
        void put(long at, long value) {
            Raw.i64(at, value);
        }
    },
    U8 {
        @Override
        long get(long at) {
            return Raw.i8(at) & 0xFF;
        }

        @Override
        void put(long at, long value) {
            Raw.i8(at, (byte) value);
        }

        @Override
        long cut(long value) {
            return value & 0xFF;
        }
    },
    U16 {
        @Override
        long get(long at) {
            return Raw.i16(at) & 0xFFFF;
        }

        @Override
        void put(long at, long value) {
            Raw.i16(at, (short) value);
        }

        @Override
        long cut(long value) {
            return value & 0xFFFF;
        }
    },
    U32 {
        @Override
        long get(long at) {
            return Raw.i32(at) & 0xFFFF_FFFFL;
        }

        @Override
        void put(long at, long value) {
            Raw.i32(at, (int) value);
        }

        @Override
        long cut(long value) {
            return value & 0xFFFF_FFFFL;
        }
    },
    /** 64 bits unsigned, less 2 to the 63: in the order of longs, for what compares. */
    U64_ORDERED {
        @Override
        long get(long at) {
            return Raw.i64(at) ^ Long.MIN_VALUE;
        }

        @Override
        void put(long at, long value) {
            Raw.i64(at, value ^ Long.MIN_VALUE);
        }
    };

    abstract long get(long at);

    abstract void put(long at, long value);

    /** Returns what would be read where {@code value} has been written. */
    long cut(long value) {
        return value;
    }

    /** Returns the form of {@code lane} for arithmetic modulo 2 to the 64. */
    static Whole of(Lane lane) {
        return switch (lane) {
            case BOOL -> BOOL;
            case I8 -> I8;
            case I16 -> I16;
            case I32 -> I32;
            case I64, U64, TIME -> I64;
            case U8 -> U8;
            case U16 -> U16;
            case U32 -> U32;
            default -> throw new IllegalArgumentException("kernel: " + lane + " is not whole");
        };
    }

    /** Returns the form of {@code lane} whose longs compare as its numbers do. */
    static Whole ordered(Lane lane) {
        return lane == Lane.U64 ? U64_ORDERED : of(lane);
    }
}
