package io.arrayport.gpu.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.arrayport.core.testing.Events;
import io.arrayport.gpu.emulator.Emulator;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that are there, that are not, and that are others than they seem. */
class CudaLibraryTest {
    private static final String FOLDERS = "io.arrayport.cuda.libraries";

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "the emulator's libraries need g++");
    }

    private static List<RecordedEvent> without(Path folder) throws Exception {
        String before = System.getProperty(FOLDERS);
        System.setProperty(FOLDERS, folder.toString());
        try {
            return Events.named("CudaFallback", Events.byDefault(() -> {
                assertThat(new @Nullable Object[]{Blas.find(), Fft.find(), Nvrtc.find()}).containsOnlyNulls();
                return null;
            }));
        } finally {
            System.setProperty(FOLDERS, before);
        }
    }

    @Test
    void whatIsThereIsFound() {
        assertThat(new @Nullable Object[]{Blas.get(), Fft.get(), Nvrtc.get()}).doesNotContainNull();
        assertThat(Blas.get()).isSameAs(Blas.get());
    }

    @Test
    void whatIsMissingIsReported(@TempDir Path folder) throws Exception {
        assertThat(without(folder)).extracting(event -> event.getString("operation") + ": "
                + event.getString("reason")).containsExactly(
                        "matmul: no libcublas.so of version [12] is found",
                        "fft: no libcufft.so of version [11] is found",
                        "fuse: no libnvrtc.so of version [12] is found");
    }

    @Test
    void aLibraryWithoutTheFunctionsIsNotCalled(@TempDir Path folder) throws Exception {
        Path emulated = Path.of(System.getProperty(FOLDERS));
        Files.copy(emulated.resolve("libcublas.so.12"), folder.resolve("libcufft.so.11"));
        Files.copy(emulated.resolve("libcublas.so.12"), folder.resolve("libnvrtc.so.12"));
        Files.writeString(folder.resolve("libcublas.so.12"), "no library");
        // The emulated driver runs CUDA 12
        Files.copy(emulated.resolve("libcublas.so.12"), folder.resolve("libcublas.so.13"));
        assertThat(without(folder)).extracting(event -> event.getString("reason")).containsExactly(
                "no libcublas.so of version [12] is found", "cuda: libcufft.so.11 has no function cufftCreate",
                "cuda: libnvrtc.so.12 has no function nvrtcCreateProgram");
    }
}
