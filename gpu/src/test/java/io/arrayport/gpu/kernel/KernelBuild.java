package io.arrayport.gpu.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import io.arrayport.gpu.emulator.Compiler;

/**
 * Writes the PTX that the module ships, by NVIDIA's compiler; see docs/decisions. To be run after a change of
 * src/main/cuda or of the kernels' table: {@link KernelBuildTest} says so. Each file begins with a digest of what it is
 * made from, and only those are written anew that were made from something else.
 */
final class KernelBuild {
    private static final Path SHIPPED = Path.of("src/main/resources/io/arrayport/gpu/ptx");
    private static final String SUFFIX = ".ptx.gz";
    private static final String MADE_FROM = "// made from ";

    private KernelBuild() {}

    static void run() throws IOException {
        Files.createDirectories(SHIPPED);
        Set<String> obsolete = shipped();
        obsolete.removeAll(KernelTable.sources().keySet());
        for (String module : obsolete) {
            Files.delete(file(module));
        }
        Map<String, String> stale = new TreeMap<>(KernelTable.sources());
        stale.keySet().retainAll(stale());
        Map<String, String> digests = new TreeMap<>();
        stale.forEach((module, source) -> digests.put(module, Compiler.digest(source)));
        Path folder = Path.of("target/ptx");
        Compiler.each(stale, folder, ".cu", ".ptx", (source, result) -> List.of("nvcc", "-ptx", "-arch=compute_75",
                "-O3", "-std=c++17", "-fmad=false", "-I", Compiler.SOURCES.toString(), "-o", result.toString(),
                source.toString()),
                module -> pack(module, digests.getOrDefault(module, ""), folder.resolve(module + ".ptx")));
    }

    private static void pack(String module, String madeFrom, Path ptx) {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file(module)))) {
            // Newer than drivers of CUDA 12 read, though nothing in it is
            String text = Files.readString(ptx).replaceFirst("\\.version [0-9.]+", ".version 7.0")
                    .replaceAll("(?m)^\\s*//.*\n", "");
            packed.write((MADE_FROM + madeFrom + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the modules whose PTX is missing or was made from something else than what is there. */
    static Set<String> stale() throws IOException {
        Set<String> stale = new TreeSet<>();
        for (Map.Entry<String, String> module : KernelTable.sources().entrySet()) {
            if (!madeFrom(module.getKey()).equals(Compiler.digest(module.getValue()))) {
                stale.add(module.getKey());
            }
        }
        return stale;
    }

    /** Returns the modules whose PTX is there. */
    static Set<String> shipped() throws IOException {
        try (var files = Files.list(SHIPPED)) {
            return files.map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String madeFrom(String module) throws IOException {
        if (!Files.exists(file(module))) {
            return "";
        }
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file(module)))) {
            byte[] line = packed.readNBytes(MADE_FROM.length() + 64);
            return new String(line, StandardCharsets.UTF_8).replace(MADE_FROM, "");
        }
    }

    private static Path file(String module) {
        return SHIPPED.resolve(module + SUFFIX);
    }
}
