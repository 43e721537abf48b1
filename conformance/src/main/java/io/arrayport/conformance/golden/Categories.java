package io.arrayport.conformance.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Which files of golden cases there are: those that lie beside this class, in a folder or in a jar. */
final class Categories {
    static final List<String> ALL = find();

    private Categories() {}

    private static List<String> find() {
        try {
            URI names = Objects.requireNonNull(Categories.class.getResource("names.json.gz"), "names.json.gz").toURI();
            if (!names.getScheme().equals("jar")) {
                return list(Objects.requireNonNull(Path.of(names).getParent()));
            }
            String inside = names.toString().substring(names.toString().lastIndexOf('!') + 1);
            try (FileSystem jar = FileSystems.newFileSystem(names, Map.of())) {
                return list(Objects.requireNonNull(jar.getPath(inside).getParent()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("golden cases: cannot be listed", failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(GoldenFile.SUFFIX))
                    .map(file -> file.substring(0, file.length() - GoldenFile.SUFFIX.length())).sorted().toList();
        }
    }
}
