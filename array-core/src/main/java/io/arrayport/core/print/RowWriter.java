package io.arrayport.core.print;

/** Sets the texts of an array's elements in nested brackets, wrapping the rows of the last axis. */
final class RowWriter {
    private static final String ELLIPSIS = "...";

    private final StringBuilder out = new StringBuilder();
    private final Corners corners;
    private final String[] texts;
    private final String separator;
    private final String bareSeparator;
    private int next;
    private int column;

    private RowWriter(Corners corners, String[] texts, String separator) {
        this.corners = corners;
        this.texts = texts;
        this.separator = separator;
        this.bareSeparator = separator.stripTrailing();
    }

    /**
     * The bracketed text.
     *
     * @param texts of the elements of {@code corners}, in C order
     * @param separator between elements; its trailing blanks go where a line ends
     * @param indent blanks before every line but the first
     * @param linewidth characters in a line, {@code indent} included
     */
    static String write(Corners corners, String[] texts, String separator, int indent, int linewidth) {
        RowWriter writer = new RowWriter(corners, texts, separator);
        writer.axis(0, indent, linewidth);
        return writer.out.toString();
    }

    private void axis(int axis, int indent, int width) {
        if (axis == corners.shape().ndim()) {
            out.append(texts[next++]);
            return;
        }
        out.append('[');
        if (axis == corners.shape().ndim() - 1) {
            row(axis, indent + 1, width - Math.max(bareSeparator.length(), 1));
        } else {
            blocks(axis, indent + 1, width - 1);
        }
        out.append(']');
    }

    private void row(int axis, int indent, int width) {
        column = indent;
        boolean shortened = corners.isShortened(axis);
        long length = corners.length(axis);
        for (long i = 0; i < length; i++) {
            if (shortened && i == corners.leading()) {
                word(ELLIPSIS, indent, width);
                word(separator);
            }
            word(texts[next++], indent, width);
            if (i < length - 1) {
                word(separator);
            }
        }
    }

    private void word(String text, int indent, int width) {
        // A word that is too long for any line stays where it is.
        if (column + text.length() > width && column > indent) {
            while (out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n').repeat(' ', indent);
            column = indent;
        }
        word(text);
    }

    private void word(String text) {
        out.append(text);
        column += text.length();
    }

    private void blocks(int axis, int indent, int width) {
        int newlines = corners.shape().ndim() - axis - 1;
        boolean shortened = corners.isShortened(axis);
        long length = corners.length(axis);
        for (long i = 0; i < length; i++) {
            if (shortened && i == corners.leading()) {
                out.append(ELLIPSIS);
                lineEnd(newlines, indent);
            }
            axis(axis + 1, indent, width);
            if (i < length - 1) {
                lineEnd(newlines, indent);
            }
        }
    }

    private void lineEnd(int newlines, int indent) {
        out.append(bareSeparator).repeat('\n', newlines).repeat(' ', indent);
    }
}
