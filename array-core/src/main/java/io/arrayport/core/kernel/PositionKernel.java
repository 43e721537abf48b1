package io.arrayport.core.kernel;

/** Writes down where bools are true. */
@FunctionalInterface
public interface PositionKernel {
    /**
     * Writes positions as longs one after the other: {@code first} and up. Behind the last one there must be room for
     * one more; there is no writing beyond it, whatever another thread does to the bools meanwhile.
     *
     * @param stride in bytes
     * @param end where what follows the last one goes
     * @return where the next one goes
     */
    long write(long mask, long stride, long n, long first, long out, long end);
}
