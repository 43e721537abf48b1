package io.arrayport.core;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.io.FormatFiles;
import io.arrayport.core.io.Npy;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.OpenMemmapOption;

/** {@code np.lib.format}: the .npy format itself, for those who write files of their own. */
public final class NpyFormat {
    /** The elements of a file begin at a multiple of so many bytes. */
    public final long ARRAY_ALIGN = FormatFiles.ALIGNMENT;
    /** Bytes that NumPy reads at once. */
    public final long BUFFER_SIZE = 1 << 18;
    /** Digits that the header has room for, where the array may grow in its place. */
    public final long GROWTH_AXIS_MAX_DIGITS = FormatFiles.GROWTH_DIGITS;
    /** Bytes before the length of the header. */
    public final long MAGIC_LEN = FormatFiles.MAGIC_LENGTH;

    NpyFormat() {}

    /** The text by which a header names a type. */
    public String dtypeToDescr(DType dtype) {
        return FormatFiles.descr(dtype);
    }

    /**
     * The type that a header names.
     *
     * @throws io.arrayport.core.error.DTypeException if there is none
     */
    public DType descrToDtype(String descr) {
        return FormatFiles.dtype(descr);
    }

    /** As {@link Np#load(InputStream, io.arrayport.core.ndarray.LoadOption...)}: an array may follow another one. */
    public NdArray readArray(InputStream fp) {
        return Npy.load(fp);
    }

    /** As {@link Np#save(OutputStream, NdArray)}: an array may follow another one. */
    public void writeArray(OutputStream fp, NdArray array) {
        Npy.save(fp, array);
    }

    /** As {@link #writeArray(OutputStream, NdArray)}, in a version of the format: (1, 0), (2, 0) or (3, 0). */
    public void writeArray(OutputStream fp, NdArray array, int... version) {
        FormatFiles.write(fp, array, version);
    }

    /** The array of a file, mapped: what is written goes to the file, unless another mode is given. */
    public NdArray openMemmap(Path filename, OpenMemmapOption... options) {
        return FormatFiles.open(filename, options);
    }

    /** As {@link #openMemmap(Path, OpenMemmapOption...)}. */
    public NdArray openMemmap(String filename, OpenMemmapOption... options) {
        return openMemmap(Path.of(filename), options);
    }

    /**
     * A new file of zeros, mapped: an array may be larger than memory, and takes no room on the disk before it is
     * written. With a shape there is no mode but {@code w+}.
     *
     * @param options with {@code dtype(...)}, float64 unless given
     */
    public NdArray openMemmap(Path filename, Shape shape, OpenMemmapOption... options) {
        return FormatFiles.create(filename, shape, options);
    }

    /** As {@link #openMemmap(Path, Shape, OpenMemmapOption...)}. */
    public NdArray openMemmap(String filename, Shape shape, OpenMemmapOption... options) {
        return openMemmap(Path.of(filename), shape, options);
    }
}
