package io.arrayport.core.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.ForeignDescriptorException;

/** The rows of a text that are to be read, and what stands above them. */
final class GenfromtxtRows {
    private static final int SHOWN = 10;

    private final GenfromtxtSettings wanted;
    private final SplitLine split;
    private final Texts lines = new Texts();
    private final List<String> header = new ArrayList<>();
    /** Which of the columns of a line are wanted, in what order. */
    private List<Integer> columns = List.of();
    private int rows;

    private GenfromtxtRows(GenfromtxtSettings wanted) {
        this.wanted = wanted;
        split = new SplitLine(wanted.comment, wanted.delimiter, wanted.widths, wanted.autostrip);
    }

    static GenfromtxtRows of(Lines text, GenfromtxtSettings wanted) {
        GenfromtxtRows rows = new GenfromtxtRows(wanted);
        rows.read(text);
        return rows;
    }

    /** How many rows there are. */
    int count() {
        return rows;
    }

    /** Columns that are wanted. */
    int columns() {
        return columns.size();
    }

    /** Places of the columns that are wanted among those that there are. */
    List<Integer> places() {
        return columns;
    }

    /** The fields of the first line, if it was asked for; else none. */
    List<String> header() {
        return header;
    }

    /** Goes to a row. */
    SplitLine row(int row) {
        split.split(lines.bytes(), lines.start(row), lines.end(row));
        return split;
    }

    private void read(Lines text) {
        for (int i = 0; i < wanted.skipHeader && text.advance(); i++) {
            // Whatever is in it
        }
        if (!first(text)) {
            return;
        }
        int there = wanted.namesOfHeader ? header.size() : split.count();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < (wanted.usecols.isEmpty() ? there : wanted.usecols.size()); i++) {
            int column = wanted.usecols.isEmpty() ? i : wanted.usecols.get(i);
            all.add(column < 0 ? column + there : column);
        }
        columns = all;
        List<String> invalid = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        long line = 0;
        boolean more = wanted.namesOfHeader ? text.advance() : true;
        line += wanted.namesOfHeader ? 1 : 0;
        while (more) {
            split.split(text.text(), text.start(), text.end());
            if (split.count() > 0) {
                if (isWhole()) {
                    lines.add(text.text(), text.start(), text.end());
                    rows++;
                } else {
                    places.add(line + wanted.skipHeader + 1);
                    invalid.add("line " + (line + wanted.skipHeader + 1) + " has " + split.count());
                }
            }
            line++;
            more = rows < wanted.maxRows && text.advance();
        }
        finish(invalid, places);
    }

    /** Goes to the first line that has fields. */
    private boolean first(Lines text) {
        while (text.advance()) {
            if (wanted.namesOfHeader) {
                names(text);
                if (!header.isEmpty()) {
                    return true;
                }
            } else {
                split.split(text.text(), text.start(), text.end());
                if (split.count() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Names may stand behind a comment's mark. */
    private void names(Lines text) {
        byte[] line = text.text();
        byte[] mark = wanted.comment.getBytes(StandardCharsets.UTF_8);
        int from = text.start();
        int at = mark.length == 0 ? text.end() : SplitLine.find(mark, line, from, text.end());
        split.split(line, at < text.end() ? at + mark.length : from, text.end());
        for (int i = 0; i < split.count(); i++) {
            header.add(split.field(i).strip());
        }
        if (!header.isEmpty() && mark.length > 0 && wanted.comment.contains(header.getFirst())) {
            header.removeFirst();
        }
    }

    private boolean isWhole() {
        return wanted.usecols.isEmpty() ? split.count() == columns.size()
                : columns.stream().allMatch(column -> column >= 0 && column < split.count());
    }

    /** Rows that are left out at the end need not be whole. */
    private void finish(List<String> invalid, List<Long> places) {
        long last = rows + invalid.size() - (long) wanted.skipFooter + wanted.skipHeader;
        int within = (int) places.stream().filter(place -> wanted.skipFooter == 0 || place <= last).count();
        if (within > 0 && wanted.invalidRaise) {
            throw new ForeignDescriptorException("genfromtxt: rows must have " + columns.size() + " columns: "
                    + String.join(", ", invalid.subList(0, Math.min(SHOWN, within)))
                    + (within > SHOWN ? " and " + (within - SHOWN) + " more" : "")
                    + "; name columns with usecols(...), or leave such rows out with invalidRaise(false)");
        }
        int left = wanted.skipFooter - (invalid.size() - within);
        rows = Math.max(0, rows - Math.max(0, left));
    }
}
