package io.arrayport.arrow;

import java.nio.file.Files;
import java.nio.file.Path;

/** The example data of the repository. */
final class Flights {
    private Flights() {}

    static Path path() {
        Path path = Path.of("..", "examples", "flights-200k.arrow");
        if (!Files.exists(path)) {
            throw new AssertionError("tests run in the module's folder; missing " + path.toAbsolutePath().normalize());
        }
        return path;
    }
}
