package io.arrayport.interop;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository's example files, and the models of these tests. */
public final class Examples {
    /** The repository; tests run in the module's folder. */
    public static final Path HOME = Path.of("").toAbsolutePath().getParent();

    /** 200,000 rows of delay int16, distance int16, time float32 in one batch. */
    public static final Path FLIGHTS = file("flights-200k.arrow");

    /** The model that goes with them. */
    public static final Path MODEL = file("delay.pt");

    private Examples() {}

    private static Path file(String name) {
        Path path = HOME.resolve("examples").resolve(name);
        if (!Files.exists(path)) {
            throw new AssertionError("missing: " + path);
        }
        return path;
    }

    /** A model of {@code make_models.py}. */
    public static Path model(String name) {
        try {
            return Path.of(Examples.class.getResource(name + ".pt").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
