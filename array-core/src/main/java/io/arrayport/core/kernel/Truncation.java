package io.arrayport.core.kernel;

/**
 * The whole part of a double. What the integer cannot hold becomes what x86-64 processors make of it, as with NumPy
 * there: the lowest number of the register that they convert in, whose low bits are taken.
 */
enum Truncation {
    /** To at most 32 bits, but for uint32. */
    INT {
        @Override
        long of(double value) {
            return value > -0x1p31 - 1 && value < 0x1p31 ? (long) value : Integer.MIN_VALUE;
        }
    },
    /** To int64 and to uint32. */
    LONG {
        @Override
        long of(double value) {
            return value < 0x1p63 ? (long) value : Long.MIN_VALUE;
        }
    },
    /** To uint64, whose upper half is converted less 2 to the 63. */
    UNSIGNED {
        @Override
        long of(double value) {
            return value >= 0x1p63 ? LONG.of(value - 0x1p63) ^ Long.MIN_VALUE : LONG.of(value);
        }
    };

    abstract long of(double value);

    static Truncation of(Lane lane) {
        return lane == Lane.U64 ? UNSIGNED : lane == Lane.I64 || lane == Lane.U32 ? LONG : INT;
    }
}
