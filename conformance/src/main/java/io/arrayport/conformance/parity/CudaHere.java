package io.arrayport.conformance.parity;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.arrayport.core.error.DeviceException;
import io.arrayport.gpu.CudaDriver;
import io.arrayport.gpu.CudaStatus;
import org.jspecify.annotations.Nullable;

/** The driver of this machine or, where it has none, in a checkout, the emulator of gpu's tests. */
final class CudaHere {
    private static final String EMULATOR = "src/test/java/io/arrayport/gpu/emulator/EmulatorBuild.java";
    private static final String LIBRARY = "target/cuda/libcuda.so.1";

    private CudaHere() {}

    /**
     * Makes one ready; g++ builds the emulator anew where its sources are newer, which takes minutes.
     *
     * @param home the checkout, or null
     * @param classPath with the gpu module on it
     * @return what it is, in words
     * @throws DeviceException if there is none
     */
    static String ready(@Nullable Path home, String classPath) {
        CudaStatus status = CudaDriver.probe();
        if (!status.available() && home != null && Files.exists(home.resolve("gpu").resolve(EMULATOR))) {
            Path module = home.resolve("gpu").toAbsolutePath();
            build(module, classPath);
            // By its own name it is from now on what anyone finds who asks for the driver
            SymbolLookup.libraryLookup(module.resolve(LIBRARY), Arena.global());
            status = CudaDriver.probe();
        }
        if (!status.available()) {
            throw new DeviceException(status.detail() + "; " + status.remedy());
        }
        return status.detail();
    }

    private static void build(Path module, String classPath) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", absolute(classPath),
                EMULATOR);
        try {
            Process process = new ProcessBuilder(command).directory(module.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new DeviceException("no CUDA driver is here, and g++ does not build the emulator: "
                        + said.strip());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(java + " does not start", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeviceException("interrupted while the emulator was built", interrupted);
        }
    }

    private static String absolute(String classPath) {
        return String.join(File.pathSeparator, List.of(classPath.split(File.pathSeparator)).stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.endsWith("*") ? part : Path.of(part).toAbsolutePath().toString()).toList());
    }
}
