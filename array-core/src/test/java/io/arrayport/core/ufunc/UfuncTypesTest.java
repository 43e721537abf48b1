package io.arrayport.core.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of ufuncs against NumPy's own: ufunc_types.tsv, written by src/test/python/ufunc_types.py. */
class UfuncTypesTest {
    private static final String BFLOAT16 = "E";

    record Row(String alias, String name, int nin, int nout, String identity, List<String> types) {
        private static Row of(String line) {
            String[] fields = line.split("\t");
            return new Row(fields[0], fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), fields[4],
                    List.of(fields[5].split(" ")));
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(UfuncTypesTest.class.getResourceAsStream("ufunc_types.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Row::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyUfuncHasNumpysLoopsInNumpysOrder(Row row) {
        List<UFunc> named = Stream.concat(Ufuncs.ALL.stream(), Products.ALL.stream().map(Product::row))
                .filter(ufunc -> ufunc.name().equals(row.alias()) || ufunc.aliases().contains(row.alias())).toList();
        assertThat(named).as(row.alias()).hasSize(1);
        UFunc ufunc = named.getFirst();
        assertThat(ufunc.name()).isEqualTo(row.name());
        assertThat(ufunc.nin()).isEqualTo(row.nin());
        assertThat(ufunc.nout()).isEqualTo(row.nout());
        assertThat(identity(ufunc)).isEqualTo(row.identity());
        assertThat(ufunc.types().stream().filter(type -> !type.contains(BFLOAT16)).toList()).as("without bfloat16")
                .isEqualTo(row.types());
    }

    /** Python's text: the logical ones' are bools there and numbers here. */
    private static String identity(UFunc ufunc) {
        Number value = ufunc.identity().value();
        if (value == null) {
            return "None";
        }
        if (ufunc.name().startsWith("logical")) {
            return value.intValue() == 1 ? "True" : "False";
        }
        return Double.isInfinite(value.doubleValue()) ? value.doubleValue() < 0 ? "-inf" : "inf"
                : Long.toString(value.longValue());
    }

    @Test
    void thereAreNoOthers() throws IOException {
        Set<String> numpys = rows().map(Row::alias).collect(Collectors.toSet());
        assertThat(Ufuncs.ALL.stream().flatMap(ufunc -> Stream.concat(Stream.of(ufunc.name()),
                ufunc.aliases().stream())).filter(name -> !numpys.contains(name))).isEmpty();
    }
}
