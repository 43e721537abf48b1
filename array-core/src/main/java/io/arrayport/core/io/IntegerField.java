package io.arrayport.core.io;

import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.element.Element;

/** Integers: a sign, which unsigned ones must not have if it is a minus, and digits; those that fit. */
final class IntegerField extends NumberField {
    /** So many digits never are too many. */
    private static final int SAFE = 18;
    private static final long MOST_TENTH = Long.divideUnsigned(-1, 10);

    private final IntegerType type;
    private final boolean signed;
    private final long most;

    IntegerField(IntegerType type) {
        this.type = type;
        signed = type.signed();
        most = -1L >>> Long.SIZE - type.bits() + (signed ? 1 : 0);
    }

    @Override
    boolean number(byte[] text, int from, int end, long to) {
        boolean negative = signed && text[from] == '-';
        int first = negative || text[from] == '+' ? from + 1 : from;
        if (first == end) {
            return false;
        }
        long limit = negative ? most + 1 : most; // read without a sign: there is one more below 0
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || i - first >= SAFE && isBeyond(value, digit)) {
                return false;
            }
            value = 10 * value + digit;
        }
        if (Long.compareUnsigned(value, limit) > 0) {
            return false;
        }
        Element.put(type.itemsize(), type.order(), to, negative ? -value : value);
        return true;
    }

    /** Whether one more digit makes it longer than 64 bits. */
    private static boolean isBeyond(long value, int digit) {
        return Long.compareUnsigned(value, MOST_TENTH) > 0 || Long.compareUnsigned(10 * value + digit, digit) < 0;
    }
}
