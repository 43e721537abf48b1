package io.arrayport.core.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;

/** Every case of {@code astype_golden.tsv.gz}, which {@code src/test/python/astype_golden.py} wrote with NumPy. */
class AstypeGoldenTest {
    private static final int SHOWN = 8;

    @Test
    void makesTheBytesThatNumpyMakes() throws IOException {
        List<String> failures = new ArrayList<>();
        int pairs = 0;
        long elements = 0;
        try (BufferedReader lines = golden()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    elements += compare(fields, failures);
                    pairs++;
                }
            }
        }
        assertThat(failures.stream().limit(SHOWN)).as("%d elements differ", failures.size()).isEmpty();
        assertThat(pairs).isEqualTo(14 * 14 * 2);
        assertThat(elements).isGreaterThan(50_000);
    }

    private static long compare(String[] fields, List<String> failures) {
        DType from = DType.of(fields[0]);
        DType to = DType.of(fields[1]);
        byte[] bytes = HexFormat.of().parseHex(fields[2]);
        byte[] expected = HexFormat.of().parseHex(fields[3]);
        long size = bytes.length / from.itemsize();
        try (Storage storage = Storage.allocate(bytes.length); Storage numpy = Storage.allocate(expected.length)) {
            Memory.segment(storage.address(), bytes.length).copyFrom(MemorySegment.ofArray(bytes));
            Memory.segment(numpy.address(), expected.length)
                    .copyFrom(MemorySegment.ofArray(expected));
            try (NdArray result = NdArray.of(storage, from, contiguous(size, from)).astype(to)) {
                byte[] actual = Memory.segment(result.address(), result.nbytes()).toArray(ValueLayout.JAVA_BYTE);
                assertThat(actual).hasSameSizeAs(expected);
                NdArray given = NdArray.of(storage, from, contiguous(size, from));
                NdArray wanted = NdArray.of(numpy, to, contiguous(size, to));
                for (int i = 0; i < size; i++) {
                    if (!same(actual, expected, i, result, wanted)) {
                        failures.add("%n%s to %s: %s: numpy %s, ours %s".formatted(fields[0], fields[1], given.item(i),
                                wanted.item(i), result.item(i)));
                    }
                }
            }
        }
        return size;
    }

    /** To the bit; only a NaN has many forms. */
    private static boolean same(byte[] actual, byte[] expected, int i, NdArray result, NdArray wanted) {
        int from = i * result.itemsize();
        int to = from + result.itemsize();
        if (Arrays.equals(actual, from, to, expected, from, to)) {
            return true;
        }
        return result.item(i).toString().contains("NaN") && wanted.item(i).equals(result.item(i));
    }

    private static Layout contiguous(long size, DType type) {
        return Layout.contiguous(Shape.of(size), type.itemsize());
    }

    private static BufferedReader golden() throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Objects.requireNonNull(
                AstypeGoldenTest.class.getResourceAsStream("astype_golden.tsv.gz"), "astype_golden.tsv.gz")),
                StandardCharsets.UTF_8));
    }
}
