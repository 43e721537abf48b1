package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;

/** The C interfaces need no other Arrow library, not even on the class path. */
class WithoutArrowJavaTest {
    /** Run by a loader that has none of arrow-java's jars. */
    public static final class Exchange implements LongSupplier {
        @Override
        public long getAsLong() {
            try (NdArray array = np.arange(10, np.float64);
                    CStructs structs = ArrowC.structs("x").accept(array);
                    ArrowColumn column = ArrowC.column(structs.schema(), structs.array())) {
                return column.asNdArray().address() == array.address() ? ArrowC.liveExports() : -1;
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columnsAreExchangedWithoutIt() throws Exception {
        URL[] others = Arrays.stream(ForkedJvm.classPath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("arrow-vector") && !entry.contains("arrow-memory")
                        && !entry.contains("arrow-format") && !entry.contains("arrow-c-data")
                        && !entry.contains("flatbuffers"))
                .map(WithoutArrowJavaTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("org.apache.arrow.vector.FieldVector"))
                    .isInstanceOf(ClassNotFoundException.class);
            LongSupplier exchange = (LongSupplier) loader.loadClass(Exchange.class.getName()).getConstructor()
                    .newInstance();
            assertThat(exchange.getAsLong()).isEqualTo(1);
        }
    }
}
