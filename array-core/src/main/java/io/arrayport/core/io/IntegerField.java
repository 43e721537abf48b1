package io.arrayport.core.io;

import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.element.Element;

/** Integers: a sign, which unsigned ones must not have if it is a minus, and digits; those that fit. */
final class IntegerField extends NumberField {
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
        long limit = negative ? most + 1 : most; // read without a sign: of int64 there is one more below 0
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || Long.compareUnsigned(value, Long.divideUnsigned(limit, 10)) > 0) {
                return false;
            }
            value = 10 * value + digit;
            if (Long.compareUnsigned(value, digit) < 0 || Long.compareUnsigned(value, limit) > 0) {
                return false;
            }
        }
        Element.put(type.itemsize(), type.order(), to, negative ? -value : value);
        return true;
    }
}
