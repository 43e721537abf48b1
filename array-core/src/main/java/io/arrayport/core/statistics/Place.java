package io.arrayport.core.statistics;

import io.arrayport.core.ndarray.QuantileMethod;

/**
 * Where a quantile lies among n sorted elements.
 *
 * @param previous position of the element at or below it
 * @param next position of the element at or above it; the same if it is one of them
 * @param fraction how far it is from the one to the other
 * @param discrete whether it is the previous one as it is, so that nothing is computed
 */
record Place(long previous, long next, double fraction, boolean discrete) {

    /**
     * @param n at least 1
     * @param q from 0 to 1
     */
    static Place of(QuantileMethod method, long n, double q, Precision precision) {
        return switch (method) {
            case INVERTED_CDF -> {
                double index = minus(times(n, q, precision), 1, precision);
                yield step(index, index == Math.floor(index), n);
            }
            case CLOSEST_OBSERVATION -> {
                double index = minus(minus(times(n, q, precision), 1, precision), 0.5, precision);
                yield step(index, index == Math.floor(index) && Math.floorMod((long) Math.floor(index), 2) == 1, n);
            }
            case LOWER -> at(Math.floor(times(n - 1, q, precision)), n);
            case HIGHER -> at(Math.ceil(times(n - 1, q, precision)), n);
            case NEAREST -> at(Math.rint(times(n - 1, q, precision)), n);
            case LINEAR -> precision == Precision.WHOLE ? at((n - 1) * q, n)
                    : between(times(n - 1, q, precision), n, method, precision);
            case MIDPOINT -> {
                double index = times(n - 1, q, precision);
                yield between(0.5 * (Math.floor(index) + Math.ceil(index)), n, method, precision);
            }
            case AVERAGED_INVERTED_CDF -> between(minus(times(n, q, precision), 1, precision), n, method, precision);
            case INTERPOLATED_INVERTED_CDF -> between(index(n, q, 0, 1, precision), n, method, precision);
            case HAZEN -> between(index(n, q, 0.5, 0.5, precision), n, method, precision);
            case WEIBULL -> between(index(n, q, 0, 0, precision), n, method, precision);
            case MEDIAN_UNBIASED -> between(index(n, q, 1 / 3.0, 1 / 3.0, precision), n, method, precision);
            case NORMAL_UNBIASED -> between(index(n, q, 3 / 8.0, 3 / 8.0, precision), n, method, precision);
        };
    }

    private static double times(long n, double q, Precision precision) {
        return precision.round(precision.round((double) n) * q);
    }

    private static double minus(double a, double b, Precision precision) {
        return precision.round(a - b);
    }

    /** Hyndman and Fan's formula, rounded after each step. */
    private static double index(long n, double q, double alpha, double beta, Precision precision) {
        double slope = precision.round(q * precision.round(1 - alpha - beta));
        double offset = precision.round(precision.round(alpha) + slope);
        return minus(precision.round(times(n, q, precision) + offset), 1, precision);
    }

    private static Place step(double index, boolean stays, long n) {
        return at(Math.floor(index) + (stays ? 0 : 1), n);
    }

    private static Place at(double index, long n) {
        long position = Math.clamp((long) index, 0, n - 1);
        return new Place(position, position, 0, true);
    }

    private static Place between(double index, long n, QuantileMethod method, Precision precision) {
        if (index >= n - 1 || index < 0) {
            long end = index < 0 ? 0 : n - 1;
            return new Place(end, end, 0, false);
        }
        long previous = (long) Math.floor(index);
        double fraction = precision.round(index - previous);
        double fixed = switch (method) {
            case AVERAGED_INVERTED_CDF -> fraction == 0 ? 0.5 : 1;
            case MIDPOINT -> fraction == 0 ? 0 : 0.5;
            default -> fraction;
        };
        return new Place(previous, previous + 1, precision == Precision.WHOLE && isWhole(method) ? (long) fixed : fixed,
                false);
    }

    /** Whether whole parts lead to a whole index, whose fraction is then cut off. */
    static boolean isWhole(QuantileMethod method) {
        return switch (method) {
            case AVERAGED_INVERTED_CDF, INTERPOLATED_INVERTED_CDF, WEIBULL -> true;
            default -> false;
        };
    }
}
