package io.arrayport.conformance.bench.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.arrayport.conformance.bench.run.Result;
import io.arrayport.interop.cli.Json;

/** {@code bench.md}, {@code bench.json} and {@code bench.svg}, each replaced once it is complete. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes all three.
     *
     * @throws IOException if the folder cannot be made or written
     */
    public static void write(Result result, Path folder) throws IOException {
        Files.createDirectories(folder);
        StringWriter json = new StringWriter();
        Json.print(new PrintWriter(json), BenchJson.of(result));
        replace(folder.resolve("bench.json"), json.toString());
        replace(folder.resolve("bench.svg"), Chart.of(result));
        replace(folder.resolve("bench.md"), Page.of(result));
    }

    private static void replace(Path file, String text) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(aside, text);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
