package io.arrayport.interop.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import io.arrayport.core.error.ArrayportException;

/** The files that come with the checkout. */
final class Examples {
    /** Set by the launcher: the checkout's folder. */
    static final String HOME = "arrayport.home";

    private Examples() {}

    static Path file(String name) {
        Path path = Path.of(System.getProperty(HOME, ""), "examples", name);
        if (!Files.isRegularFile(path)) {
            throw new ArrayportException(
                    "the bundled file " + path + " is missing; start by ./arrayport in the checkout, "
                            + "or name your own with --input and --model");
        }
        return path;
    }
}
