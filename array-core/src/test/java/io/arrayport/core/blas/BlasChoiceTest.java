package io.arrayport.core.blas;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which library is used, and that there need not be one. */
class BlasChoiceTest {
    static final class Multiplies {
        public static void main(String[] args) {
            try (NdArray a = np.ones(shape(80, 80), np.float64); NdArray product = np.matmul(a, a)) {
                System.out.println(product.get("7, 9") + " " + Blas.describe());
            }
        }
    }

    private static String said(String... flags) {
        ForkedJvm.Result result = ForkedJvm.with(flags).start(Multiplies.class);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out().strip();
    }

    @Test
    void itCanBeTurnedOff() {
        assertThat(said("-Dio.arrayport.blas=off")).isEqualTo("80.0 off: -Dio.arrayport.blas=off asks for it");
    }

    @Test
    void aLibraryThatIsNoneIsSaidAndNotUsed(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("libopenblas.so"), "no library");
        assertThat(said("-Dio.arrayport.blas=" + text)).startsWith("80.0 off: OpenBLAS is here but cannot be used: ")
                .contains("libopenblas.so");
        assertThat(said("-Dio.arrayport.blas=" + folder.resolve("nowhere"))).startsWith("80.0 off: ");
    }

    @Test
    void anotherLibraryIsNotTakenForIt() {
        Path other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("zip"));
        assertThat(said("-Dio.arrayport.blas=" + other)).isEqualTo(
                "80.0 off: OpenBLAS is here but cannot be used: it has no function openblas_get_config");
    }

    @Test
    void whereThereIsNoHomeItIsUnpackedForTheProcess(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        assertThat(said("-Duser.home=" + file, "-Djava.io.tmpdir=" + temporary)).startsWith("80.0 on: OpenBLAS");
        try (var left = Files.list(temporary)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().contains("openblas"));
        }
    }

    @Test
    void withoutTheJarOwnKernelsDoIt() {
        String without = String.join(File.pathSeparator, Arrays.stream(
                ForkedJvm.classPath().split(File.pathSeparator)).filter(part -> !part.contains("openblas"))
                .toList());
        ForkedJvm.Result result = ForkedJvm.run(Without.class, without);
        assertThat(result.out().strip()).as(result.err()).startsWith("80.0 off: org.bytedeco:openblas for ")
                .contains("is not on the class path");
    }

    /** Runs the program behind another class path. */
    static final class Without {
        public static void main(String[] args) throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String part : args[0].split(File.pathSeparator)) {
                urls.add(Path.of(part).toUri().toURL());
            }
            try (var loader = new URLClassLoader(urls.toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader())) {
                Class<?> program = loader.loadClass(Multiplies.class.getName());
                var main = program.getDeclaredMethod("main", String[].class);
                main.setAccessible(true);
                main.invoke(null, (Object) new String[0]);
            }
        }
    }
}
