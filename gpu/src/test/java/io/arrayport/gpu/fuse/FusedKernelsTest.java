package io.arrayport.gpu.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Convert;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.testing.Events;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.emulator.Emulator;
import io.arrayport.gpu.library.Nvrtc;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels of expressions are compiled once, and kept on disk by processes that do not trust what lies there. */
class FusedKernelsTest {
    private static final DType F32 = DType.FLOAT32;
    private static final Signature BOTH = new Signature(List.of(F32, F32), List.of(F32));

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "compilations are counted by the emulator, which needs g++");
    }

    private static Program program(Op first, Op second) {
        return new Program(List.of(F32, F32), List.of(F32), List.of(new Apply("a", first, BOTH, List.of(0, 1)),
                new Apply("b", second, BOTH, List.of(3, 2))));
    }

    private static int compilations(Path folder, String source) {
        int before = Emulator.compiled();
        // As a new process would: nothing is in memory
        FusedKernels kernels = new FusedKernels(Nvrtc.get(), new CodeCache(folder));
        assertThat(kernels.get(Gpu.of(0), source)).isNotNull().isSameAs(kernels.get(Gpu.of(0), source));
        return Emulator.compiled() - before;
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                throw new AssertionError("more than one file: " + a + ", " + b);
            }).orElseThrow();
        }
    }

    @Test
    void aDamagedFileIsCompiledAnew(@TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("deeper").resolve("cache");
        String source = FusedSource.of(program(Op.ADD, Op.MULTIPLY));
        assertThat(compilations(folder, source)).isOne();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(compilations(folder, source)).isZero();
        Path file = only(folder);
        byte[] whole = Files.readAllBytes(file);
        for (byte[] damaged : new byte[][]{{}, {1, 2, 3}, Arrays.copyOf(whole, whole.length - 1),
                changed(whole, whole.length / 2), changed(whole, 0)}) {
            Files.write(file, damaged);
            List<RecordedEvent> events = Events.byDefault(() -> {
                assertThat(compilations(folder, source)).isOne();
                return null;
            });
            assertThat(Events.named("CudaFallback", events)).singleElement()
                    .satisfies(event -> assertThat(event.getString("reason")).contains("damaged"));
            assertThat(Files.size(only(folder))).isGreaterThan(Digests.BYTES);
            assertThat(compilations(folder, source)).isZero();
        }
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void aFolderThatCannotBeUsedHindersNothing(@TempDir Path temporary) throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        String source = FusedSource.of(program(Op.SUBTRACT, Op.MULTIPLY));
        List<RecordedEvent> events = Events.byDefault(() -> {
            assertThat(compilations(file, source)).isOne();
            assertThat(compilations(file.resolve("below"), source)).isOne();
            return null;
        });
        assertThat(Events.named("CudaFallback", events)).hasSize(2)
                .allSatisfy(event -> assertThat(event.getString("reason")).contains("not kept"));
        Files.createSymbolicLink(temporary.resolve("link"), temporary);
        assertThat(compilations(temporary.resolve("link"), source)).isOne();
        assertThat(temporary).isDirectoryNotContaining(kept -> kept.toString().endsWith(".cubin"));
    }

    @Test
    void whatFailsIsReportedOnceAndNotTriedAgain(@TempDir Path temporary) throws Exception {
        FusedKernels kernels = new FusedKernels(Nvrtc.get(), new CodeCache(temporary));
        int before = Emulator.compiled();
        List<RecordedEvent> events = Events.byDefault(() -> {
            assertThat(kernels.get(Gpu.of(0), "this is no C++")).isNull();
            assertThat(kernels.get(Gpu.of(0), "this is no C++")).isNull();
            return null;
        });
        assertThat(Emulator.compiled()).isEqualTo(before + 1);
        assertThat(Events.named("CudaFallback", events)).singleElement()
                .satisfies(event -> assertThat(event.getString("reason")).contains("error"));
        assertThat(new FusedKernels(null, new CodeCache(null)).get(Gpu.of(0), "")).isNull();
    }

    @Test
    void onlyWhatKernelsHaveIsWritten() {
        assertThat(FusedSource.has(program(Op.ADD, Op.MULTIPLY))).isTrue();
        DType text = DType.of("<U3");
        assertThat(FusedSource.has(new Program(List.of(text), List.of(),
                List.of(new Convert(F32, List.of(0)))))).isFalse();
        assertThat(FusedSource.has(new Program(Collections.nCopies(60, F32), List.of(),
                List.of(new Apply("a", Op.ADD, BOTH, List.of(0, 59)))))).isFalse();
    }

    @Test
    void codeIsForTheFamilyOfTheDevice() {
        Nvrtc compiler = Objects.requireNonNull(Nvrtc.get());
        assertThat(compiler.architecture(90)).isEqualTo("sm_90");
        assertThat(compiler.architecture(89)).isEqualTo("sm_86");
        assertThat(compiler.architecture(75)).isNull();
        assertThat(compiler.architecture(120)).isNull();
        assertThat(compiler.name()).contains("libnvrtc.so.12", "12.4", "fmad");
    }
}
