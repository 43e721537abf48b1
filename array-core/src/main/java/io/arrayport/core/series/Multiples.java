package io.arrayport.core.series;

/**
 * The products of a series and the polynomials of its basis, from a degree downwards, by their recurrence: it goes
 * upwards, so that every so many are kept, and those between are made again when their turn has come. Each takes as
 * many steps as it has coefficients, and the square root of the degree of them is there at a time.
 */
final class Multiples {
    private final Arithmetic arithmetic;
    private final int every;
    /** {@code [k]} is the product with the polynomial of degree {@code k every}, and that before it. */
    private final Coefficients[] kept;
    private final Coefficients[] before;
    private final Coefficients[] block;
    private int first = -1;

    /** @param degree the highest that is asked for */
    Multiples(Basis basis, Coefficients series, int degree) {
        arithmetic = new Arithmetic(basis);
        every = Math.max(1, (int) Math.sqrt(degree));
        kept = new Coefficients[degree / every + 1];
        before = new Coefficients[kept.length];
        block = new Coefficients[every];
        Coefficients one = series;
        Coefficients two = Coefficients.zeros(series.type(), 1);
        for (int k = 0; k <= degree; k++) {
            if (k % every == 0) {
                kept[k / every] = one;
                before[k / every] = two;
            }
            Coefficients next = k == degree ? one : arithmetic.next(k, one, two);
            two = one;
            one = next;
        }
    }

    /** The product with the polynomial of a degree, which is at most one less than that before. */
    Coefficients at(int degree) {
        int start = degree - degree % every;
        if (start != first) {
            first = start;
            Coefficients two = before[start / every];
            block[0] = kept[start / every];
            for (int i = 1; i < every; i++) {
                block[i] = arithmetic.next(start + i - 1, block[i - 1], two);
                two = block[i - 1];
            }
        }
        return block[degree - start];
    }
}
