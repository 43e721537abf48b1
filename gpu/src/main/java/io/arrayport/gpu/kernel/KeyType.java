package io.arrayport.gpu.kernel;

import java.util.List;
import java.util.Locale;

import io.arrayport.core.dtype.DType;

/** Unsigned numbers that elements are sorted as. */
enum KeyType {
    UINT32(4), UINT64(8), KEY128(16);

    private final int bytes;

    KeyType(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the one that holds a type's elements, and then that which has room for a row as well, if one has. */
    static List<KeyType> of(DType type) {
        int own = type.itemsize() / Long.BYTES;
        return List.of(values()).subList(own, Math.min(own + 2, values().length));
    }

    int bytes() {
        return bytes;
    }

    String cuda() {
        return name().toLowerCase(Locale.ROOT);
    }
}
