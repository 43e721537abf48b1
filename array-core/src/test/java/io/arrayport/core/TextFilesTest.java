package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.comments;
import static io.arrayport.core.Options.delimiter;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.fillingValues;
import static io.arrayport.core.Options.fmt;
import static io.arrayport.core.Options.format;
import static io.arrayport.core.Options.loose;
import static io.arrayport.core.Options.maxRows;
import static io.arrayport.core.Options.missingValues;
import static io.arrayport.core.Options.names;
import static io.arrayport.core.Options.ndmin;
import static io.arrayport.core.Options.quotechar;
import static io.arrayport.core.Options.sep;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.skipFooter;
import static io.arrayport.core.Options.skiprows;
import static io.arrayport.core.Options.unpack;
import static io.arrayport.core.Options.usecols;
import static io.arrayport.core.Options.usemask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.LoadtxtOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What golden cases cannot say of texts: sizes beyond a buffer, streams, packed files, messages, what is left. */
final class TextFilesTest {
    @TempDir
    Path folder;

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastBit() {
        NdArray a = np.sin(np.arange(30_000.0)).reshape(10_000, 3);
        for (String name : List.of("a.txt", "a.txt.gz")) {
            Path path = folder.resolve(name);
            np.savetxt(path, a);
            try (NdArray read = np.loadtxt(path)) {
                assertThat(np.arrayEqual(read, a)).isTrue();
            }
            try (NdArray read = np.genfromtxt(path)) {
                assertThat(np.arrayEqual(read, a)).isTrue();
            }
        }
    }

    @Test
    void linesMayLieAnywhereInTheBuffer() {
        for (int width : new int[]{1, 7, 65_530, 65_535, 65_536, 65_537, 200_000}) {
            String text = ("1" + " ".repeat(width) + "2\r\n").repeat(5) + "3 4";
            NdArray read = np.loadtxt(new ByteArrayInputStream(text.getBytes(UTF_8)) {
                @Override
                public synchronized int read(byte[] bytes, int from, int count) {
                    return super.read(bytes, from, Math.min(count, 4099)); // as much as a stream likes
                }
            });
            assertThat(read.shape()).isEqualTo(shape(6, 2));
            assertThat(read.getDouble(4, 1)).isEqualTo(2);
            assertThat(read.getDouble(5, 0)).isEqualTo(3);
        }
    }

    @Test
    void quotesMayHoldTheEndOfALine() {
        String text = "\"1\n\",2\r\n".repeat(20_000);
        NdArray read = np.loadtxt(stream(text), delimiter(","), quotechar("\""));
        assertThat(read.shape()).isEqualTo(shape(20_000, 2));
        assertThat(read.sum().toDouble()).isEqualTo(60_000);
    }

    @Test
    void linesOfCommentsAreNoRowsWithQuotesEither() {
        assertThat(np.loadtxt(stream("# a\n1,2\n# b\n3,4\n"), delimiter(","), quotechar("\"")).tolist())
                .isEqualTo(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)));
    }

    @Test
    void quotesThatAreNeverClosedEndWithTheText() {
        assertThat(quoted("a,\"b\nc,d\n")).isEqualTo(List.of("a", "b\nc,d\n"));
        assertThat(quoted("\"")).isEqualTo(List.of(""));
        assertThat(quoted("\"a\"\" b")).isEqualTo(List.of("a\" b"));
        assertThat(quoted("a,\"b\r")).isEqualTo(List.of("a", "b\r"));
        assertThatThrownBy(() -> quoted("a,b\n\"c,d")).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("row 1 has 1 columns");
        // Takes for ever if each line begins anew
        String lines = "x\n".repeat(500_000);
        assertThat(quoted("\"" + lines)).isEqualTo(List.of(lines));
    }

    @Test
    void quotesBehindTheClosingOneAreText() {
        assertThat(quoted("\"a\"b\"c\",d")).isEqualTo(List.of("ab\"c\"", "d"));
        assertThat(quoted("\"\"a\"\"")).isEqualTo(List.of("a\"\""));
    }

    @Test
    void nothingStandsBetweenLinesWithoutEnds() {
        for (List<String> lines : List.of(List.of("\"a", "b\""), List.of("\"a", "b"), List.of("\"", "ab"))) {
            assertThat(np.loadtxt(lines, dtype(DType.of("U9")), quotechar("\"")).item()).isEqualTo("ab");
        }
        for (List<String> lines : List.of(List.of("\"a\n", "b\""), List.of("\"a\n", "b"))) {
            assertThat(np.loadtxt(lines, dtype(DType.of("U9")), quotechar("\"")).item()).isEqualTo("a\nb");
        }
    }

    private static Object quoted(String text) {
        return np.loadtxt(stream(text), dtype(DType.of("U")), delimiter(","), quotechar("\""), ndmin(1)).tolist();
    }

    @Test
    void aTextMayBeMarkedAsUtf8() {
        assertThat(np.loadtxt(stream("\uFEFF1 2")).tolist()).isEqualTo(List.of(1.0, 2.0));
        assertThat(np.loadtxt(stream("\uFEFF")).shape()).isEqualTo(shape(0));
    }

    @Test
    void streamsStayOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        np.savetxt(out, np.arange(4).reshape(2, 2), fmt("%d"));
        out.write('!');
        assertThat(out.toString(UTF_8)).isEqualTo("0 1\n2 3\n!");
    }

    @Test
    void refusalsSayWhere() {
        assertThatThrownBy(() -> np.loadtxt(List.of("1 2", "# c", "3 x"))).isInstanceOf(
                ForeignDescriptorException.class).hasMessageContaining("'x' in row 1, column 1");
        assertThatThrownBy(() -> np.loadtxt(List.of("1 2", "3"))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("row 1 has 1 columns");
        assertThatThrownBy(() -> np.loadtxt(List.of("1 2"), usecols(2))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("column 2");
        assertThatThrownBy(() -> np.loadtxt(List.of("1\n2"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.loadtxt(List.of("1"), dtype(DType.of("V3")))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.genfromtxt(List.of("1 2", "3", "4 5 6"))).isInstanceOf(
                ForeignDescriptorException.class).hasMessageContaining("line 2 has 1, line 3 has 3");
        assertThatThrownBy(() -> np.savetxt(folder.resolve("x"), np.ones(shape(1)), fmt("%x"))).isInstanceOf(
                CastingException.class).hasMessageContaining("%x");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void marksThatCannotBeAreRefused() {
        List<LoadtxtOption> wrong = List.of(delimiter("||"), delimiter(""), delimiter("\n"), delimiter("#"),
                delimiter(3, 4), quotechar("ab"), quotechar("#"), comments(""), comments("#", ""));
        for (LoadtxtOption option : wrong) {
            assertThatThrownBy(() -> np.loadtxt(List.of("1 2"), option)).as("%s", option)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> np.loadtxt(List.of("1"), skiprows(1), skiprows(2))).isInstanceOf(
                ArrayportException.class).hasMessageContaining("twice");
    }

    @Test
    void nothingIsLeftBesideTheResult() {
        Ledger.Counts before = Settled.counts();
        np.loadtxt(List.of("1 2", "3 4"), unpack(true)).close();
        np.genfromtxt(List.of("1 2", "3 4")).close();
        np.genfromtxt(List.of("a b", "1 2"), Options.anyDtype()).close();
        np.genfromtxt(List.of("a b", "1 2"), names(true)).close();
        np.loadtxt(List.of("ab c"), dtype(DType.of("U"))).close();
        ArrayPair pair = np.genfromtxt(List.of("1,,3"), usemask(), delimiter(","));
        assertThat(pair.second().tolist()).isEqualTo(List.of(false, true, false));
        pair.first().close();
        pair.second().close();
        assertThatThrownBy(() -> np.loadtxt(List.of("1 2", "3 x"))).isInstanceOf(ArrayportException.class);
        assertThatThrownBy(() -> np.genfromtxt(List.of("1 x"), loose(false))).isInstanceOf(ArrayportException.class);
        assertThatThrownBy(() -> np.genfromtxt(List.of("300"), dtype(np.int8))).isInstanceOf(ArrayportException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void columnsHaveMissingTextsAndFillingsOfTheirOwn() {
        NdArray read = np.genfromtxt(List.of("1,-,N/A", "-,2,3"), delimiter(","), loose(false),
                missingValues(Map.of(0, List.of("-"), 1, List.of("-", "?"), 2, List.of("N/A"))),
                fillingValues(Map.of(0, 10.0, 2, 30.0)));
        assertThat(read.tolist()).isEqualTo(List.of(List.of(1.0, Double.NaN, 30.0), List.of(10.0, 2.0, 3.0)));
        assertThatThrownBy(() -> np.genfromtxt(List.of("1"), maxRows(1), skipFooter(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recordsWithGapsHoldNothingOfWhatWasInMemory() throws IOException {
        StructType gaps = new StructType(List.of(new StructType.Field("a", DType.INT8, 3)), 9, false);
        np.full(shape(1000), 0x7777_7777_7777_7777L).close(); // so that there is something
        np.loadtxt(List.of("1", "2"), dtype(gaps)).tofile(folder.resolve("raw"));
        assertThat(Files.readAllBytes(folder.resolve("raw"))).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0,
                0, 0, 0, 0);
    }

    @Test
    void elementsAreWrittenWithTextsBetweenThem() throws IOException {
        Path path = folder.resolve("list");
        np.arange(100_000).reshape(400, 250).T().tofile(path, sep(", "), format("%06d"));
        String text = Files.readString(path);
        assertThat(text).startsWith("000000, 000250, 000500").hasSize(100_000 * 8 - 2);
        NdArray read = np.fromfile(path, sep(","), dtype(np.int64));
        assertThat(np.arrayEqual(read, np.arange(100_000).reshape(400, 250).T().ravel())).isTrue();
        assertThatThrownBy(() -> np.arange(2).tofile(path, sep(","), format("%d%d"))).isInstanceOf(
                CastingException.class);
        assertThatThrownBy(() -> np.fromfile(path, sep(";"))).isInstanceOf(ForeignDescriptorException.class);
    }
}
