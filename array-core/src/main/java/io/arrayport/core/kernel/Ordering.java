package io.arrayport.core.kernel;

/**
 * Numbers of one lane as signed longs of the same bits' width, the greater the earlier an element wins: for what looks
 * for the greatest, and turned round for what looks for the least.
 *
 * <p>A float's bits, but for the sign bit flipped where it is set, are ordered as whole numbers, from -nan to nan. A
 * number is added that brings -infinity to the lowest place: then all of nan, of either sign, lie above infinity. 0
 * is above -0.
 *
 * @param lane real or whole, not bool
 */
record Ordering(Lane lane, boolean greatest) {
    /** Returns the form in which an element's bits are read and written. */
    Whole form() {
        return switch (lane.bytes()) {
            case 1 -> Whole.I8;
            case 2 -> Whole.I16;
            case 4 -> Whole.I32;
            default -> Whole.I64;
        };
    }

    /** Returns what the bits of a whole number are to be combined with, by exclusive or. */
    long flip() {
        return (lane.isUnsigned() ? least() : 0) ^ (greatest ? 0 : -1);
    }

    /** Returns what is added to a float's ordered bits: or what these are subtracted from, for the least. */
    long shift() {
        return cut(least() + infinity() + (greatest ? 1 : 0));
    }

    /** Returns the number that stands for infinity, the best there is but for nan. */
    long top() {
        return cut(least() + 2 * infinity() + 1);
    }

    /** Returns the number of an element, given its bits. */
    long of(long bits) {
        if (!lane.isFloat()) {
            return bits ^ flip();
        }
        long ordered = ordered(bits);
        return cut(greatest ? ordered + shift() : shift() - ordered);
    }

    /** Returns the bits of the element that has this number. */
    long bits(long number) {
        if (!lane.isFloat()) {
            return number ^ flip();
        }
        return ordered(cut(greatest ? number - shift() : shift() - number));
    }

    /** Returns all bits but the sign bit. */
    long magnitude() {
        return ~least();
    }

    /** Returns the bits of infinity. */
    long infinity() {
        return switch (lane) {
            case F16 -> 0x7C00;
            case BF16 -> 0x7F80;
            case F32 -> 0x7F80_0000L;
            default -> 0x7FF0_0000_0000_0000L;
        };
    }

    /** There and back. */
    private long ordered(long bits) {
        return bits ^ bits >> 63 & magnitude();
    }

    private long least() {
        return -1L << lane.bytes() * 8 - 1;
    }

    private long cut(long number) {
        int spare = Long.SIZE - lane.bytes() * 8;
        return number << spare >> spare;
    }
}
