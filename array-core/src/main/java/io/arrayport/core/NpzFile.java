package io.arrayport.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.io.NpzArchive;
import io.arrayport.core.ndarray.NdArray;

/**
 * An archive of arrays, open until it is closed. Arrays that were read from it stay.
 *
 * <p>For one thread at a time.
 */
public final class NpzFile implements AutoCloseable {
    private final NpzArchive archive;

    NpzFile(NpzArchive archive) {
        this.archive = archive;
    }

    /** The names of the arrays, in the order of the archive. */
    public List<String> files() {
        return archive.names();
    }

    /**
     * Reads an array: new, at each call.
     *
     * @param name with or without {@code .npy}
     * @throws IllegalArgumentException if there is none of this name
     * @throws io.arrayport.core.error.ForeignDescriptorException if its bytes are no array
     */
    public NdArray get(String name) {
        return archive.read(name);
    }

    /** All arrays by their names: new, each to be closed. */
    public Map<String, NdArray> toMap() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        boolean done = false;
        try {
            files().forEach(name -> arrays.put(name, get(name)));
            done = true;
            return arrays;
        } finally {
            if (!done) {
                arrays.values().forEach(NdArray::close);
            }
        }
    }

    @Override
    public void close() {
        archive.close();
    }

    @Override
    public String toString() {
        return "NpzFile[" + archive + ": " + String.join(", ", files()) + "]";
    }
}
