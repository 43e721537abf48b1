package io.arrayport.conformance.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.arrayport.core.error.ArrayportException;

/** The matrix in a page of the docs, between two marks. */
final class MatrixPage {
    static final String BEGIN = "<!-- by ./arrayport matrix --update-docs -->\n";
    static final String END = "<!-- end of the matrix -->\n";

    private MatrixPage() {}

    /** Puts the tables in; the page is replaced once it is complete. */
    static void write(Matrix matrix, Path page) throws IOException {
        Path aside = page.resolveSibling(page.getFileName() + ".new");
        Files.writeString(aside, put(Files.readString(page), text(matrix)));
        Files.move(aside, page, StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@code page} with {@code text} between the marks. */
    static String put(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new ArrayportException("matrix: the page has no lines " + BEGIN.strip() + " and " + END.strip()
                    + ", between which the tables go; put them in");
        }
        return page.substring(0, begin + BEGIN.length()) + text + page.substring(end);
    }

    /** The tables in Markdown. */
    static String text(Matrix matrix) {
        StringBuilder text = new StringBuilder();
        for (Grid grid : Grid.all(matrix)) {
            text.append("\n| ").append(grid.heading()).append(" | ").append(String.join(" | ", grid.targets()))
                    .append(" |\n|---|").append("---|".repeat(grid.targets().size())).append('\n');
            grid.lines().forEach((name, cells) -> text.append("| ").append(name).append(" | ")
                    .append(String.join(" | ", cells)).append(" |\n"));
        }
        return text.append('\n').toString();
    }
}
