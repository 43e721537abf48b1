package io.arrayport.core.kernel;

/**
 * Bools as the bits of bytes, and back, one strip at a time. A bool is true whatever is in its byte other than 0: those
 * of other programs are not always 1.
 */
public interface BitKernel {
    /**
     * Writes {@code n} bools as bits, and as many zeros as the last byte then has room for.
     *
     * @param highest whether the first of eight is a byte's highest bit, not its lowest
     */
    void pack(long bools, long n, long bytes, boolean highest);

    /**
     * Writes {@code n} bits as bytes, 0 or 1 each.
     *
     * @param highest as for {@link #pack}
     */
    void unpack(long bytes, long n, long bools, boolean highest);
}
