package io.arrayport.core.io;

/** Reads the texts of one column into memory. Not for two threads at once. */
interface FieldReader {
    /**
     * Reads a field.
     *
     * @param text in UTF-8
     * @param to address of the element
     * @return whether it is one of the type; if not, nothing is written
     */
    boolean read(byte[] text, int from, int end, long to);
}
