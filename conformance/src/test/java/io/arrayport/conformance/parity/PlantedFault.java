package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.arrayport.core.testing.ForkedJvm;

/**
 * A fault, planted into a copy of one of our sources.
 *
 * @param source the file, from the repository's root
 * @param snippet what stands there, exactly once
 * @param instead what stands in the copy
 */
record PlantedFault(String source, String snippet, String instead) {

    /** Compiles the faulty copy into {@code folder}, to go before the sound classes on a class path. */
    void compile(Path folder) throws IOException {
        String sound = Files.readString(Path.of("..", source));
        int at = sound.indexOf(snippet);
        assertThat(at).as(source + " no longer says '" + snippet + "'; plant the fault anew").isNotNegative();
        assertThat(sound.lastIndexOf(snippet)).as(source + " says it more than once: " + snippet).isEqualTo(at);
        Path copy = folder.resolve(Path.of(source).getFileName());
        Files.writeString(copy, sound.substring(0, at) + instead + sound.substring(at + snippet.length()));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(copy);
            StringWriter messages = new StringWriter();
            boolean compiled = javac.getTask(messages, files, null, List.of("-d", folder.toString(), "-cp",
                    ForkedJvm.classPath(), "-proc:none", "-nowarn", "--add-modules", "jdk.incubator.vector"), null,
                    units).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
