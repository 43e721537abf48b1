package io.arrayport.conformance.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes pages of the docs. */
final class Pages {
    private Pages() {}

    /** Replaces the page once it is complete. */
    static void write(String text, Path page) throws IOException {
        Path aside = page.resolveSibling(page.getFileName() + ".new");
        Files.writeString(aside, text);
        Files.move(aside, page, StandardCopyOption.REPLACE_EXISTING);
    }
}
