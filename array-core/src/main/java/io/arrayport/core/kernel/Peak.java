package io.arrayport.core.kernel;

/** Finds the greatest, or least, of contiguous elements, as a number by which strips can be compared. */
interface Peak {
    /**
     * Returns the number that stands for the greatest (least) of {@code n} elements: it is above that of another strip
     * if the element wins against that other one. {@link Ordering} says which bits it stands for.
     *
     * @param n at least four vectors' lanes
     */
    long peak(long in, long n);
}
