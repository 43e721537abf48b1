package io.arrayport.core.ndarray;

import java.nio.file.Path;

import io.arrayport.core.file.MappedFile;

/** The array as a file. */
public sealed interface ArrayFiles permits NdArray {
    /**
     * Writes the elements to a file, in C order, as bytes and nothing else; what stood there before is replaced when all
     * is written. {@code np.fromfile} reads them, if it is told the type, byte order and all.
     *
     * @param options with {@code sep(...)} that is not empty, elements are written as text, {@code format(...)} saying
     *         how
     */
    default void tofile(Path fid, TofileOption... options) {
        Tofile.write((NdArray) this, fid, options);
    }

    /** As {@link #tofile(Path, TofileOption...)}. */
    default void tofile(String fid, TofileOption... options) {
        tofile(Path.of(fid), options);
    }

    /**
     * Brings what was written to this array to the disk, if it is a file ({@code np.memmap}); nothing otherwise. Other
     * processes see it before.
     */
    default void flush() {
        MappedFile.flush(((NdArray) this).storage());
    }
}
