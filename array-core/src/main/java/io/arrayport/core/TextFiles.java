package io.arrayport.core;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.io.Fromfile;
import io.arrayport.core.io.Fromregex;
import io.arrayport.core.io.Genfromtxt;
import io.arrayport.core.io.Loadtxt;
import io.arrayport.core.io.Savetxt;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.FromfileOption;
import io.arrayport.core.ndarray.GenfromtxtOption;
import io.arrayport.core.ndarray.GenfromtxtOption.Usemask;
import io.arrayport.core.ndarray.LoadtxtOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SavetxtOption;

/**
 * Numbers in files of text, in UTF-8, and elements alone. What is read lies in main memory and is new. A file that is
 * written appears under its name when it is whole; one whose name ends in {@code .gz} is packed, or unpacked.
 *
 * <p>Where a file cannot be read or written, that is a {@link java.io.UncheckedIOException}.
 */
public sealed interface TextFiles permits Np {
    /**
     * Reads rows of equally many fields, float64 unless told: two axes, of which those of length 1 are dropped unless
     * {@code ndmin(...)} asks for them. Fields stand between blanks unless a delimiter is given.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException naming row and column if a field is no element of the
     *         type, or a row has another number of them
     * @throws io.arrayport.core.error.ShapeException if {@code usecols(...)} names a column that is not there
     */
    default NdArray loadtxt(Path fname, LoadtxtOption... options) {
        return Loadtxt.read(fname, options);
    }

    /** As {@link #loadtxt(Path, LoadtxtOption...)}. */
    default NdArray loadtxt(String fname, LoadtxtOption... options) {
        return loadtxt(Path.of(fname), options);
    }

    /** As {@link #loadtxt(Path, LoadtxtOption...)}, of a stream, which is read to its end and stays open. */
    default NdArray loadtxt(InputStream fname, LoadtxtOption... options) {
        return Loadtxt.read(fname, options);
    }

    /** As {@link #loadtxt(Path, LoadtxtOption...)}, of lines. */
    default NdArray loadtxt(List<String> fname, LoadtxtOption... options) {
        return Loadtxt.read(fname, options);
    }

    /**
     * Reads rows of fields of which some may be missing, float64 unless told: two axes as {@link #loadtxt} has them, or
     * one of records, if there are names, a structured type, or {@code anyDtype()} finds columns of different types.
     *
     * <p>What is no element of the type counts as missing, and becomes NaN, -1, false, or what
     * {@code fillingValues(...)} says.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if rows have different numbers of fields, unless
     *         {@code invalidRaise(false)} leaves such out; with {@code loose(false)} if something is neither an element
     *         nor among {@code missingValues(...)}
     */
    default NdArray genfromtxt(Path fname, GenfromtxtOption... options) {
        return first(Genfromtxt.read(fname, options));
    }

    /** As {@link #genfromtxt(Path, GenfromtxtOption...)}. */
    default NdArray genfromtxt(String fname, GenfromtxtOption... options) {
        return genfromtxt(Path.of(fname), options);
    }

    /** As {@link #genfromtxt(Path, GenfromtxtOption...)}, of a stream, which is read to its end and stays open. */
    default NdArray genfromtxt(InputStream fname, GenfromtxtOption... options) {
        return first(Genfromtxt.read(fname, options));
    }

    /** As {@link #genfromtxt(Path, GenfromtxtOption...)}, of lines. */
    default NdArray genfromtxt(List<String> fname, GenfromtxtOption... options) {
        return first(Genfromtxt.read(fname, options));
    }

    /** As {@link #genfromtxt(Path, GenfromtxtOption...)}, and which elements are missing: bools of the same shape. */
    default ArrayPair genfromtxt(Path fname, Usemask usemask, GenfromtxtOption... options) {
        return Genfromtxt.read(fname, options);
    }

    /** As {@link #genfromtxt(Path, Usemask, GenfromtxtOption...)}. */
    default ArrayPair genfromtxt(String fname, Usemask usemask, GenfromtxtOption... options) {
        return genfromtxt(Path.of(fname), usemask, options);
    }

    /** As {@link #genfromtxt(Path, Usemask, GenfromtxtOption...)}, of lines. */
    default ArrayPair genfromtxt(List<String> fname, Usemask usemask, GenfromtxtOption... options) {
        return Genfromtxt.read(fname, options);
    }

    private static NdArray first(ArrayPair pair) {
        pair.second().close();
        return pair.first();
    }

    /**
     * Finds all places of a text that a regular expression fits, and reads their groups as records: shape (n,).
     *
     * @param regexp as Java or Python writes it
     * @param dtype structured, a field for each group
     * @throws io.arrayport.core.error.ForeignDescriptorException if what a group holds is no element of its field
     * @throws io.arrayport.core.error.DTypeException if the type is not structured
     */
    default NdArray fromregex(Path file, String regexp, DType dtype) {
        return Fromregex.read(file, regexp, dtype);
    }

    /** As {@link #fromregex(Path, String, DType)}. */
    default NdArray fromregex(String file, String regexp, DType dtype) {
        return fromregex(Path.of(file), regexp, dtype);
    }

    /**
     * Writes each row of an array as a line, each element of one with a single axis.
     *
     * @param options with {@code fmt(...)}, how a number is written, {@code "%.18e"} unless told: all digits there are
     * @throws io.arrayport.core.error.ShapeException if there are other than one or two axes
     * @throws io.arrayport.core.error.CastingException if numbers of the type are not written so
     */
    default void savetxt(Path fname, NdArray X, SavetxtOption... options) {
        Savetxt.write(fname, X, options);
    }

    /** As {@link #savetxt(Path, NdArray, SavetxtOption...)}. */
    default void savetxt(String fname, NdArray X, SavetxtOption... options) {
        savetxt(Path.of(fname), X, options);
    }

    /** As {@link #savetxt(Path, NdArray, SavetxtOption...)}, to a stream, which stays open. */
    default void savetxt(OutputStream fname, NdArray X, SavetxtOption... options) {
        Savetxt.write(fname, X, options);
    }

    /**
     * Reads elements and nothing else, as {@link NdArray#tofile} writes them, float64 unless told: shape (n,). With
     * {@code sep(...)} they are texts, which that stands between. There may be fewer than {@code count(...)} says.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if a text is no element of the type, or an offset lies
     *         behind the end
     */
    default NdArray fromfile(Path file, FromfileOption... options) {
        return Fromfile.read(file, options);
    }

    /** As {@link #fromfile(Path, FromfileOption...)}. */
    default NdArray fromfile(String file, FromfileOption... options) {
        return fromfile(Path.of(file), options);
    }
}
