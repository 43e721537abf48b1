package io.arrayport.core.kernel;

/**
 * Numbers of one lane as signed longs of the same bits' width, the greater the earlier an element wins: for what looks
 * for the greatest, and turned round for what looks for the least.
 *
 * <p>A float's bits, but for the sign bit flipped where it is set, are ordered as whole numbers, from -nan to nan. A
 * number is added that brings -infinity to the lowest place: then all of nan, of either sign, lie above infinity; or
 * one that brings infinity to the highest place, and all of nan below -infinity. 0 is above -0.
 *
 * @param lane real, whole or time, not bool
 * @param greatest whether the greatest wins, not the least
 * @param skipsNan whether nan loses against all, and does not win; for whole numbers and times it does not matter
 */
record Ordering(Lane lane, boolean greatest, boolean skipsNan) {
    /** Returns the form in which an element's bits are read and written. */
    Whole form() {
        return switch (lane.bytes()) {
            case 1 -> Whole.I8;
            case 2 -> Whole.I16;
            case 4 -> Whole.I32;
            default -> Whole.I64;
        };
    }

    /** Returns what the bits of a whole number are combined with first, by exclusive or. */
    long flip() {
        return lane.isFloat() ? 0 : (lane.isUnsigned() ? least() : 0) ^ (greatest ? 0 : -1);
    }

    /** Returns what is added then; where the least of floats wins, what the ordered bits are subtracted from. */
    long shift() {
        if (!lane.isFloat()) {
            return lane == Lane.TIME && greatest ? -1 : 0; // the least time is none, and wins
        }
        return cut(skipsNan ? ~least() - infinity() - (greatest ? 0 : 1) : least() + infinity() + (greatest ? 1 : 0));
    }

    /** Returns the highest number that does not stand for nan. */
    long top() {
        return lane.isFloat() && !skipsNan ? cut(least() + 2 * infinity() + 1) : Long.MAX_VALUE;
    }

    /** Returns the lowest number that does not stand for nan. */
    long bottom() {
        return lane.isFloat() && skipsNan ? cut(~least() - 2 * infinity() - 1) : Long.MIN_VALUE;
    }

    /** Returns the number of an element, given its bits. */
    long of(long bits) {
        if (!lane.isFloat()) {
            return cut((bits ^ flip()) + shift());
        }
        long ordered = ordered(bits);
        return cut(greatest ? ordered + shift() : shift() - ordered);
    }

    /** Returns the bits of the element that has this number. */
    long bits(long number) {
        if (!lane.isFloat()) {
            return cut(number - shift()) ^ flip();
        }
        return ordered(cut(greatest ? number - shift() : shift() - number));
    }

    /** Returns whether these bits are a float's 0 or -0. */
    boolean isZero(long bits) {
        return lane.isFloat() && (bits & magnitude()) == 0;
    }

    /** Returns all bits but the sign bit. */
    long magnitude() {
        return ~least();
    }

    private long infinity() {
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
