package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.core.ndarray.AnyUfunc;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The generated part of the namespace says what the table of ufuncs says. After a change of the table:
 * {@code mvn -pl array-core test -Dtest=UfuncFacadeTest -Darrayport.regenerate=true}, which rewrites it.
 */
final class UfuncFacadeTest {
    private static final Path SOURCES = Path.of("src/main/java/io/arrayport/core");

    @Test
    void sourcesFollowTheTable() throws IOException {
        boolean regenerate = Boolean.getBoolean("arrayport.regenerate");
        for (Map.Entry<String, String> source : UfuncFacade.sources(Ufuncs.ALL).entrySet()) {
            Path file = SOURCES.resolve(source.getKey() + ".java");
            if (regenerate) {
                Files.writeString(file, source.getValue());
            }
            assertThat(file).as("rewritten by -Darrayport.regenerate=true").hasContent(source.getValue());
        }
    }

    // Np was compiled before its sources were written anew
    @Test
    @DisabledIfSystemProperty(named = "arrayport.regenerate", matches = "true")
    void everyNameOfEveryRowIsAFieldAndAMethod() throws ReflectiveOperationException {
        for (UFunc row : Ufuncs.ALL) {
            for (String name : Stream.concat(Stream.of(row.name()), row.aliases().stream()).toList()) {
                AnyUfunc ufunc = (AnyUfunc) Np.class.getField(Names.java(name)).get(np);
                assertThat(ufunc.name()).isEqualTo(row.name());
                assertThat(ufunc.nin()).isEqualTo(row.nin());
                assertThat(ufunc.types()).isEqualTo(row.types());
                assertThat(Arrays.stream(Np.class.getMethods()).map(Method::getName)).contains(Names.java(name));
                assertThat(np.has(name)).isTrue();
                assertThat(np.has(name + ".reduce")).isEqualTo(row.nin() == 2 && row.nout() == 1);
            }
        }
    }
}
