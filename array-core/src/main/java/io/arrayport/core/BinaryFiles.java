package io.arrayport.core;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.arrayport.core.io.Mapped;
import io.arrayport.core.io.Npy;
import io.arrayport.core.io.NpzArchive;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.LoadOption;
import io.arrayport.core.ndarray.MemmapOption;
import io.arrayport.core.ndarray.NdArray;

/**
 * Files of arrays: one in a .npy file, several in a .npz archive, bytes alone. What is read lies in main memory and is
 * new, unless it is mapped: then the array is the file. Files are not trusted: what is wrong with one is an error, and
 * no more memory is taken than it has bytes. A file that is written appears under its name when it is whole.
 *
 * <p>Where a file cannot be read or written, that is a {@link java.io.UncheckedIOException}.
 */
public sealed interface BinaryFiles permits Np {
    /**
     * The array in a .npy file; with {@code mmapMode(...)} a view of the file, which stays open until the array is
     * closed.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException naming what is wrong with the file: cut off, of
     *         objects, no .npy at all. An archive is opened by {@link #loadz(Path)}
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room for it
     */
    default NdArray load(Path file, LoadOption... options) {
        return Npy.load(file, options);
    }

    /** As {@link #load(Path, LoadOption...)}. */
    default NdArray load(String file, LoadOption... options) {
        return load(Path.of(file), options);
    }

    /** As {@link #load(Path, LoadOption...)}, of a stream, which is read to the end of the array and stays open. */
    default NdArray load(InputStream file, LoadOption... options) {
        return Npy.load(file, options);
    }

    /** Opens a .npz archive: what NumPy's {@code load} does with one. Its arrays are read when they are asked for. */
    default NpzFile loadz(Path file) {
        return new NpzFile(NpzArchive.open(file));
    }

    /** As {@link #loadz(Path)}. */
    default NpzFile loadz(String file) {
        return loadz(Path.of(file));
    }

    /**
     * Writes an array as a .npy file, its bytes as they are: whatever byte order, columns first where it lies so.
     *
     * @param file {@code .npy} is added to its name if it does not end so
     * @throws io.arrayport.core.error.DTypeException if NumPy has no such element type: bfloat16
     */
    default void save(Path file, NdArray arr) {
        Npy.save(file, arr);
    }

    /** As {@link #save(Path, NdArray)}. */
    default void save(String file, NdArray arr) {
        save(Path.of(file), arr);
    }

    /** As {@link #save(Path, NdArray)}, to a stream, which stays open. */
    default void save(OutputStream file, NdArray arr) {
        Npy.save(file, arr);
    }

    /**
     * Writes arrays to an archive, named {@code arr_0}, {@code arr_1} and so on.
     *
     * @param file {@code .npz} is added to its name if it does not end so
     */
    default void savez(Path file, NdArray... args) {
        NpzArchive.save(file, NpzArchive.numbered(List.of(args)), false);
    }

    /** As {@link #savez(Path, NdArray...)}. */
    default void savez(String file, NdArray... args) {
        savez(Path.of(file), args);
    }

    /** As {@link #savez(Path, NdArray...)}, under the names that are given. */
    default void savez(Path file, Map<String, NdArray> kwds) {
        NpzArchive.save(file, kwds, false);
    }

    /** As {@link #savez(Path, Map)}. */
    default void savez(String file, Map<String, NdArray> kwds) {
        savez(Path.of(file), kwds);
    }

    /** As {@link #savez(Path, NdArray...)}, compressed. */
    default void savezCompressed(Path file, NdArray... args) {
        NpzArchive.save(file, NpzArchive.numbered(List.of(args)), true);
    }

    /** As {@link #savezCompressed(Path, NdArray...)}. */
    default void savezCompressed(String file, NdArray... args) {
        savezCompressed(Path.of(file), args);
    }

    /** As {@link #savezCompressed(Path, NdArray...)}, under the names that are given. */
    default void savezCompressed(Path file, Map<String, NdArray> kwds) {
        NpzArchive.save(file, kwds, true);
    }

    /** As {@link #savezCompressed(Path, Map)}. */
    default void savezCompressed(String file, Map<String, NdArray> kwds) {
        savezCompressed(Path.of(file), kwds);
    }

    /**
     * All bytes of a file as an array of one axis, uint8 unless told, without reading them: a view of the file. Unless
     * told otherwise, what is written goes to the file; {@link NdArray#flush} brings it to the disk.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if the bytes are no whole number of elements
     */
    default NdArray memmap(Path filename, MemmapOption... options) {
        return Mapped.memmap(filename, null, options);
    }

    /** As {@link #memmap(Path, MemmapOption...)}. */
    default NdArray memmap(String filename, MemmapOption... options) {
        return memmap(Path.of(filename), options);
    }

    /**
     * As {@link #memmap(Path, MemmapOption...)}, of a shape. A file that is written is made as long as the array needs,
     * of zeros.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if a file that is only read is too short
     */
    default NdArray memmap(Path filename, Shape shape, MemmapOption... options) {
        return Mapped.memmap(filename, shape, options);
    }

    /** As {@link #memmap(Path, Shape, MemmapOption...)}. */
    default NdArray memmap(String filename, Shape shape, MemmapOption... options) {
        return memmap(Path.of(filename), shape, options);
    }
}
