package io.arrayport.gpu.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.arrayport.gpu.emulator.Compiler;

/**
 * Writes the PTX that the module ships, by NVIDIA's compiler; see docs/decisions. To be run after a change of
 * src/main/cuda or of the table of ufuncs: {@link KernelBuildTest} says so.
 */
final class KernelBuild {
    static final Path SHIPPED = Path.of("src/main/resources/io/arrayport/gpu/ptx");
    static final Path DIGEST = SHIPPED.resolve("sources.sha256");

    private KernelBuild() {}

    static void run() throws IOException {
        Files.createDirectories(SHIPPED);
        try (var old = Files.list(SHIPPED)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        List<Path> all = Compiler.each(Path.of("target/ptx"), ".cu", ".ptx", (source, result) -> List.of("nvcc", "-ptx",
                "-arch=compute_75", "-O3", "-std=c++17", "-fmad=false", "-I", Compiler.SOURCES.toString(), "-o",
                result.toString(), source.toString()));
        for (Path ptx : all) {
            // Newer than drivers of CUDA 12 read, though nothing in it is
            String text = Files.readString(ptx).replaceFirst("\\.version [0-9.]+", ".version 7.0")
                    .replaceAll("(?m)^\\s*//.*\n", "");
            try (OutputStream packed = new GZIPOutputStream(
                    Files.newOutputStream(SHIPPED.resolve(ptx.getFileName() + ".gz")))) {
                packed.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.writeString(DIGEST, Compiler.digest() + "\n");
    }
}
