package io.arrayport.core.dtype;

/**
 * Where the bytes of long strings lie: what an array's storage keeps beside its elements. Buffers grow in number and
 * never move or shrink while the storage is held.
 */
public interface StringHeap {
    /**
     * Returns the address of bytes, after it has been seen that they lie inside of the buffer.
     *
     * @param buffer the buffer's number, which may be wrong
     * @param offset in it, which may be wrong
     * @param length at least 0
     * @throws io.arrayport.core.error.ForeignDescriptorException if there is no such buffer, or it is not so long
     */
    long address(int buffer, int offset, int length);

    /**
     * Finds room for bytes that the caller writes at once.
     *
     * @param length at least 0
     * @return the buffer's number, and above its 32 bits the place in it
     * @throws io.arrayport.core.error.MemoryBudgetException if there is none
     */
    long reserve(int length);

    /**
     * Makes room for what is going to be reserved, in one piece if it can be.
     *
     * @param bytes of all, at least 0
     */
    void expect(long bytes);
}
