package io.arrayport.dlpack.python;

import java.util.Arrays;

/** References to Python objects that one section holds and gives back at its end, also when it fails. */
final class Refs implements AutoCloseable {
    private long[] held = new long[8];
    private int size;

    /** Takes a reference over. */
    long own(long object) {
        if (size == held.length) {
            held = Arrays.copyOf(held, 2 * size);
        }
        held[size++] = object;
        return object;
    }

    /** Takes a reference over, if it is one and not 0. */
    long ownIfAny(long object) {
        return object == 0 ? 0 : own(object);
    }

    /** A str that lives as long as this. */
    long text(String text) {
        return own(CPythonTexts.unicodeNew(text));
    }

    @Override
    public void close() {
        while (size > 0) {
            CPython.decref(held[--size]);
        }
    }
}
