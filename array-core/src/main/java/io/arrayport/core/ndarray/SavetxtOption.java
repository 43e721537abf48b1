package io.arrayport.core.ndarray;

import java.util.List;

/** Options of {@code np.savetxt}. */
public sealed interface SavetxtOption extends FileOption
        permits SavetxtOption.Fmt, FileOption.Delimiter, SavetxtOption.Newline, SavetxtOption.Header,
        SavetxtOption.Footer, FileOption.Comments {
    /**
     * How numbers are written, as Python's {@code %} has it.
     *
     * @param formats one for all columns, one for each, or one of a whole row
     */
    record Fmt(List<String> formats) implements SavetxtOption {}

    /**
     * What ends a row.
     *
     * @param text a line feed unless given
     */
    record Newline(String text) implements SavetxtOption {}

    /**
     * What stands before the rows, as a comment.
     *
     * @param text may have several lines
     */
    record Header(String text) implements SavetxtOption {}

    /**
     * What stands behind the rows, as a comment.
     *
     * @param text may have several lines
     */
    record Footer(String text) implements SavetxtOption {}
}
