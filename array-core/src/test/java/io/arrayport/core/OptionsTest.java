package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.order;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.QuantileMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyword arguments: what a function does not know does not compile, what it knows is said once. */
final class OptionsTest {
    private static final Path CLASSES = classes();

    @TempDir
    private Path made;

    @ParameterizedTest
    @ValueSource(strings = {"np.sum(a, axis(1), keepdims(true), dtype(np.float32), initial(2), where(a), out(a))",
            "np.max(a, axis(0), initial(2))", "np.mean(a, axis(), dtype(np.float32))",
            "np.add(a, 1, out(a), where(true), casting(Casting.SAFE), order(Order.F), dtype(np.int8))",
            "np.add.reduce(a, allAxes())", "np.add.accumulate(a, axis(0), out(a))", "np.add.outer(a, a, out(a))",
            "np.var(a, ddof(1), mean(a), where(a))", "np.average(a, returned(), weights(a)).getFirst()",
            "np.quantile(a, 0.5, overwriteInput(true), axis(0))",
            "np.zeros(shape(2, 3), dtype(np.int8), order(Order.F))", "a.astype(np.int8, casting(Casting.SAFE))",
            "a.get(all(), slice(1, null), ellipsis(), newAxis(), index(2))", "a.sum()", "a.get(0)"})
    void whatAFunctionKnowsCompiles(String expression) {
        assertThat(errors(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"np.add(a, a, axis(0))", "np.sqrt(a, keepdims(true))", "np.max(a, dtype(np.int8))",
            "np.mean(a, initial(0))", "np.cumsum(a, keepdims(true))", "np.add.accumulate(a, where(a))",
            "np.zeros(shape(2), out(a))", "np.sum(a, casting(Casting.SAFE))", "np.sqrt.reduce(a)",
            "np.sqrt.outer(a, a)", "np.ravel(a, dtype(np.int8))", "np.add(1, 2)", "np.median(a, ddof(1))",
            "np.average(a, where(a))", "np.argmax(a, dtype(np.int8))"})
    void whatItDoesNotKnowDoesNotCompile(String expression) {
        assertThat(errors(expression)).hasSize(1).first().asString()
                .containsAnyOf("no suitable method", "cannot find symbol", "cannot be applied", "incompatible types");
    }

    @Test
    void whatIsSaidTwiceIsNamed() {
        NdArray a = np.zeros(shape(2, 3), np.float64);
        assertThatThrownBy(() -> np.sum(a, axis(0), axis(1))).isInstanceOf(ArrayportException.class)
                .hasMessage("sum: the option axis is given twice; give it once");
        assertThatThrownBy(() -> np.add(a, a, out(a), out(a))).isInstanceOf(ArrayportException.class)
                .hasMessage("add: the option out is given twice; give it once");
        assertThatThrownBy(() -> np.add.reduce(a, dtype(np.int8), axis(0), dtype(np.int8)))
                .isInstanceOf(ArrayportException.class).hasMessageContaining("dtype is given twice");
        assertThatThrownBy(() -> np.zeros(shape(2), order(Order.C), order(Order.F)))
                .isInstanceOf(ArrayportException.class).hasMessageContaining("order is given twice");
        assertThatThrownBy(() -> a.astype(np.int8, copy(true), copy(true))).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("copy is given twice");
    }

    @Test
    void everyOptionIsMadeByAFunctionOfItsName() {
        List<? extends Class<?>> options = kinds(Option.class).distinct().toList();
        assertThat(options).hasSizeGreaterThan(18);
        for (Class<?> option : options) {
            assertThat(Stream.of(Options.class.getMethods()).filter(made -> made.getReturnType() == option))
                    .as(option.getSimpleName()).isNotEmpty();
        }
        assertThat(axis(1).keyword()).isEqualTo("axis");
        assertThat(dtype(np.int8).keyword()).isEqualTo("dtype");
    }

    /** What a family permits, those of families in it by themselves. */
    private static Stream<? extends Class<?>> kinds(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }

    private List<String> errors(String expression) {
        String program = """
                import static io.arrayport.core.Np.np;
                import static io.arrayport.core.Options.*;
                import io.arrayport.core.dtype.*;
                import io.arrayport.core.ndarray.NdArray;
                class Program {
                    Object run(NdArray a) {
                        return %s;
                    }
                }
                """.formatted(expression);
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///Program.java"),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            compiler.getTask(null, files, found, List.of("-proc:none", "-cp", CLASSES.toString(), "-d",
                    made.toString()), null, List.of(source)).call();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found.getDiagnostics().stream().filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT)).toList();
    }

    private static Path classes() {
        try {
            return Path.of(Np.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whatIsNullOrMisspeltIsRefusedWhereItIsSaid() {
        assertThatThrownBy(() -> Options.casting(null)).isInstanceOf(NullPointerException.class)
                .hasMessage("casting(null): leave the option out to have its default");
        assertThat(QuantileMethod.of("median_unbiased")).isEqualTo(QuantileMethod.MEDIAN_UNBIASED);
        assertThatThrownBy(() -> QuantileMethod.of("linnear")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("method: must be one of inverted_cdf, ").hasMessageEndingWith("not 'linnear'");
    }

    @Test
    void errorsNameWhatWasCalled() {
        try (NdArray a = np.zeros(shape(2, 3))) {
            assertThatThrownBy(() -> np.sum(a, axis(5))).isInstanceOf(AxisException.class)
                    .hasMessage("sum: axis 5 is out of bounds for an array of 2 axes; give one from -2 to 1");
            assertThatThrownBy(() -> np.cumsum(a, axis(5))).hasMessageStartingWith("cumsum: axis 5");
        }
    }
}
