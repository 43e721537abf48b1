package io.arrayport.core.ndarray;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Options of functions that read and write files. */
public sealed interface FileOption extends Option
        permits LoadOption, MemmapOption, OpenMemmapOption, FromfileOption, TofileOption, LoadtxtOption, SavetxtOption,
        GenfromtxtOption,
        GenfromtxtOption.Usemask {
    /**
     * What begins a comment, which ends with its line.
     *
     * @param marks of a file that is written, one; empty or null for no comments
     */
    record Comments(@Nullable List<String> marks) implements LoadtxtOption, SavetxtOption, GenfromtxtOption {}

    /**
     * What stands between two columns.
     *
     * @param text null for any number of blanks
     * @param widths of the columns, where nothing stands between them; one for all; empty unless there are such
     */
    record Delimiter(@Nullable String text, List<Integer> widths)
            implements LoadtxtOption, SavetxtOption, GenfromtxtOption {}

    /**
     * Which columns are read.
     *
     * @param columns negative ones count from the end
     */
    record Usecols(List<Integer> columns) implements LoadtxtOption, GenfromtxtOption {}

    /**
     * Whether columns come as rows.
     *
     * @param columns whether they do
     */
    record Unpack(boolean columns) implements LoadtxtOption, GenfromtxtOption {}

    /**
     * How many rows are read at most.
     *
     * @param rows at least 0
     */
    record MaxRows(long rows) implements LoadtxtOption, GenfromtxtOption {}

    /**
     * The longest header of a .npy file that is read.
     *
     * @param bytes 10000 unless given
     */
    record MaxHeaderSize(int bytes) implements LoadOption, OpenMemmapOption {}
}
