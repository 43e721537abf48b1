package io.arrayport.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.LibUtils;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LibTorchTest {
    @TempDir
    Path empty;

    @Test
    void whatIsLocatedIsWhatDjlLoads() {
        LibTorch.Status located = LibTorch.locate();
        LibTorch.Status described = LibTorch.describe();
        assertThat(located.usable()).as(located.line()).isTrue();
        assertThat(described.usable()).as(described.line()).isTrue();
        assertThat(described.version()).isEqualTo(LibTorch.TESTED_LIBTORCH);
        assertThat(described.path()).isEqualTo(located.path()).isEqualTo(Path.of(LibUtils.getLibtorchPath()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itIsTheVeryInstanceThatDjlUses() throws IOException {
        LibTorch.Loaded library = LibTorch.require();
        long address = library.lookup().find("aoti_torch_get_dim").orElseThrow().address();
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            List<String> mapped = maps.filter(line -> line.contains("libtorch_cpu")).toList();
            assertThat(mapped).allSatisfy(line -> assertThat(line).endsWith(library.file().toRealPath().toString()));
            assertThat(mapped).as("the function lies in DJL's mapping").anySatisfy(line -> {
                String[] range = line.split("[ -]");
                assertThat(address).isBetween(Long.parseLong(range[0], 16), Long.parseLong(range[1], 16));
            });
        }
        try (NDManager manager = TorchSide.manager(); NDArray tensor = manager.create(new long[]{11, 22, 33})) {
            assertThat(Elements.values(Torch.torch(tensor).open())).containsExactly(11, 22, 33);
        }
    }

    @Test
    void aLibraryThatLacksAFunctionSaysWhichInOneLine() {
        LibTorch.Loaded found = LibTorch.require();
        LibTorch.Status status = new LibTorch.Loaded(found.lookup(), found.file(), "2.9.0",
                List.of("_ZN2at10fromDLPack")).status();
        assertThat(status.usable()).isFalse();
        assertThat(status.line()).contains("libtorch 2.9.0 at ", " lacks _ZN2at10fromDLPack; ",
                "ai.djl.pytorch:pytorch-native-cpu:2.7.1",
                "pytorch-jni:2.7.1-0.35.1").doesNotContain("\n");
    }

    /** Hides the natives' jars, as if they were not on the class path. */
    static final class WithoutNatives {
        public static void main(String[] args) {
            ClassLoader all = WithoutNatives.class.getClassLoader();
            Thread.currentThread().setContextClassLoader(new ClassLoader(all) {
                @Override
                public Enumeration<URL> getResources(String name) throws IOException {
                    return name.equals("native/lib/pytorch.properties") ? Collections.emptyEnumeration()
                            : super.getResources(name);
                }
            });
            System.out.println("locate " + LibTorch.locate().line());
            System.out.println("describe " + LibTorch.describe().usable());
            try {
                TorchScript.load(TorchSide.model("identity"));
            } catch (RuntimeException e) {
                System.out.println("load " + e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
    }

    @Test
    void withoutNativesItSaysWhatToAddAndTouchesNothing() throws IOException {
        ForkedJvm.Result child = ForkedJvm.with("-DDJL_CACHE_DIR=" + empty).start(WithoutNatives.class);
        String line = "libtorch is missing; add ai.djl.pytorch:pytorch-native-cpu:2.7.1 (classifier ";
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("locate " + line, "describe false", "load ArrayportException torch: " + line);
        try (Stream<Path> files = Files.list(empty)) {
            assertThat(files).isEmpty();
        }
    }

    static final class Loads {
        public static void main(String[] args) {
            System.out.println("describe " + LibTorch.describe().line());
        }
    }

    @Test
    void whereDjlCannotUnpackItSaysWhereAndWhatToDo() throws IOException {
        Path file = Files.createFile(empty.resolve("no-folder"));
        ForkedJvm.Result child = ForkedJvm.with("-DDJL_CACHE_DIR=" + file).start(Loads.class);
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("describe torch: DJL could not load libtorch: ",
                "; DJL unpacks it to " + file + ": make that folder writeable");
    }
}
