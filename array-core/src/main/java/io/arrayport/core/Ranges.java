package io.arrayport.core;

import io.arrayport.core.error.ShapeException;

/** How many numbers {@code arange} makes. */
final class Ranges {
    private Ranges() {}

    static long count(double start, double stop, double step) {
        double count = Math.ceil((stop - start) / step);
        if (step == 0 || Double.isNaN(count)) {
            throw new ShapeException("arange: from " + start + " to " + stop + " by " + step + " is not a range");
        }
        if (count > 0x1p59) {
            throw new ShapeException("arange: from " + start + " to " + stop + " by " + step + " is too long");
        }
        return (long) Math.max(0, count);
    }
}
