package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strings of any length: where their bytes are, who has them, and what wrong elements lead to. */
final class StringArraysTest {
    private static final String LONG = "a string that is longer than its element";
    private static final DType NAN = new StringType(Missing.NAN, true);

    private static NdArray words(Object... words) {
        return np.array(Arrays.asList(words), dtype(DType.STRING));
    }

    private static List<String> texts(NdArray array) {
        return Arrays.asList((String[]) array.toArray());
    }

    @Test
    void aClosedOperandLeavesTheOthersFree() {
        NdArray a = words("a-b", "c-d");
        NdArray separator = words("-", "-");
        separator.close();
        assertThatThrownBy(() -> np.strings.partition(a, separator)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> a.storage().release()).isInstanceOf(IllegalStateException.class);
        a.close();
    }

    @Test
    void bytesBesideGoWithTheStorage() {
        Ledger.Counts before = Settled.counts();
        NdArray a = words(LONG, "short");
        NdArray view = a.get("::-1");
        assertThat(texts(view)).containsExactly("short", LONG);
        assertThat(a.storage().sideBuffers().buffers()).hasSize(1);
        view.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void arraysOfShortStringsHaveNothingBeside() {
        try (NdArray a = words("", "twelve bytes", "é")) {
            assertThat(a.storage().sideBuffers().buffers()).isEmpty();
            assertThat(texts(a)).containsExactly("", "twelve bytes", "é");
        }
    }

    @Test
    void resultsLiveWithoutWhatTheyWereMadeOf() {
        NdArray a = words(LONG, "b", LONG + "!");
        List<NdArray> made = new ArrayList<>();
        try (NdArray mask = np.array(new boolean[]{true, false, true}); NdArray at = np.array(new long[]{2, 0})) {
            made.add(a.copy());
            made.add(a.get(mask));
            made.add(np.take(a, at));
            made.add(np.concatenate(List.of(a, a)));
            made.add(np.where(mask, a, a));
            made.add(np.sort(a));
            made.add(np.add(a, a));
            made.add(np.min(a));
            made.add(np.strings.upper(a));
        }
        a.close();
        assertThat(made).allSatisfy(one -> assertThat(one.repr()).containsIgnoringCase(LONG));
        made.forEach(NdArray::close);
    }

    @Test
    void aScopeThatIsOpenWhenBytesAreAddedDoesNotTakeThem() {
        try (NdArray a = words("x")) {
            try (Scope _ = Scope.open()) {
                a.setString(LONG, 0);
            }
            assertThat(a.getString(0)).isEqualTo(LONG);
        }
    }

    @Test
    void copiesAreCompact() {
        try (NdArray a = words("x", "y")) {
            for (int i = 0; i < 100; i++) {
                a.setString(LONG + i, i % 2);
            }
            try (NdArray copy = a.copy()) {
                assertThat(bytes(copy)).isLessThan(bytes(a));
                assertThat(texts(copy)).containsExactly(LONG + 98, LONG + 99);
            }
        }
    }

    private static long bytes(NdArray array) {
        return array.storage().sideBuffers().buffers().stream().mapToLong(buffer -> buffer.bytes()).sum();
    }

    @Test
    void whatIsWrittenThroughAViewIsSeenThroughAll() {
        try (NdArray a = words("a", "b", "c", "d")) {
            NdArray square = a.reshape(2, 2).T();
            square.set(LONG, Index.at(0), Index.at(1));
            assertThat(texts(a)).containsExactly("a", "b", LONG, "d");
            a.set(a.get("::-1"), Index.all());
            assertThat(texts(a)).containsExactly("d", LONG, "b", "a");
        }
    }

    @Test
    void wrongElementsAreErrors() {
        long[][] wrong = {{13, 0}, {13 | 5L << 32, 7}, {100, -1}, {13, Long.MIN_VALUE}, {Integer.MAX_VALUE, 0},
                {-1 & 0xFFFF_FFFFL, 0}, {41, 220L << 32}};
        try (NdArray a = words(LONG, "short"); NdArray one = np.array(new long[]{1})) {
            Ledger.Counts before = Settled.counts();
            for (long[] halves : wrong) {
                Memory.RAW.set(ValueLayout.JAVA_LONG, a.address() + 16, halves[0]);
                Memory.RAW.set(ValueLayout.JAVA_LONG, a.address() + 24, halves[1] == 0 ? 99L : halves[1]);
                assertThatThrownBy(() -> a.getString(1)).isInstanceOf(ForeignDescriptorException.class);
                assertThatThrownBy(a::copy).isInstanceOf(ForeignDescriptorException.class);
                assertThatThrownBy(() -> np.add(a, a)).isInstanceOf(ForeignDescriptorException.class);
                assertThatThrownBy(() -> np.strings.upper(a)).isInstanceOf(ForeignDescriptorException.class);
                assertThatThrownBy(() -> np.sum(a)).isInstanceOf(ForeignDescriptorException.class);
                assertThatThrownBy(() -> np.strings.strLen(a)).isInstanceOf(ForeignDescriptorException.class);
                assertThatThrownBy(() -> a.get(one)).isInstanceOf(ForeignDescriptorException.class);
            }
            assertThat(Ledger.counts()).isEqualTo(before);
        }
    }

    @Test
    void elementsOfAnyBitsAreStringsOrErrors() {
        Random random = new Random(7);
        try (NdArray a = words(LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG)) {
            for (int round = 0; round < 300; round++) {
                for (int i = 0; i < 2 * 8; i++) {
                    long bits = random.nextInt(3) == 0 ? random.nextLong() : random.nextLong() & 0x1F_0000_001FL;
                    Memory.RAW.set(ValueLayout.JAVA_LONG, a.address() + 8L * i, bits);
                }
                for (Runnable use : List.<Runnable>of(() -> a.copy().close(), () -> np.sort(a).close(), a::str,
                        () -> np.equal(a, a).close(), () -> np.add(a, a).close(), () -> np.unique(a).close(),
                        () -> np.multiply(a, 2).close())) {
                    try {
                        use.run();
                    } catch (ArrayportException refused) {
                        assertThat(refused).isInstanceOfAny(ForeignDescriptorException.class, CastingException.class);
                    }
                }
            }
        }
    }

    @Test
    void writersRacingWithReadersLeadNowhere() throws InterruptedException {
        AtomicReference<Throwable> unexpected = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(4);
        try (NdArray a = words("a", LONG)) {
            for (int t = 0; t < 4; t++) {
                boolean writes = t % 2 == 0;
                int seed = t;
                Thread.ofPlatform().start(() -> {
                    try {
                        for (int i = 0; i < 20_000; i++) {
                            use(a, writes, i * 7 + seed);
                        }
                    } catch (Throwable failure) {
                        unexpected.set(failure);
                    } finally {
                        done.countDown();
                    }
                });
            }
            done.await();
            assertThat(unexpected.get()).isNull();
        }
    }

    private static void use(NdArray a, boolean writes, int i) {
        try {
            if (writes) {
                a.setString(i % 3 == 0 ? "s" + i : LONG + i, i & 1);
            } else {
                assertThat(a.getString(i & 1)).isNotNull();
                a.copy().close();
            }
        } catch (ForeignDescriptorException | CastingException torn) {
            assertThat(torn.getMessage()).startsWith("strings: ");
        }
    }

    @Test
    void foreignBuffersAreLeasedUntilTheStorageGoes() {
        Ledger.Counts before = Settled.counts();
        byte[] text = LONG.getBytes(StandardCharsets.UTF_8);
        Storage data = Storage.allocate(text.length);
        for (int i = 0; i < text.length; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, data.address() + i, text[i]);
        }
        Storage elements = Storage.foreign("test", data.address(), 16, Device.CPU, Access.IMMUTABLE, () -> {});
        elements.close();
        NdArray a = np.zeros(shape(1), DType.STRING);
        assertThat(a.storage().sideBuffers().adopt(data, 0, text.length)).isZero();
        Memory.RAW.set(ValueLayout.JAVA_INT, a.address(), text.length);
        data.close();
        assertThat(a.getString(0)).isEqualTo(LONG);
        a.setString(LONG + "!", 0);
        assertThat(a.getString(0)).isEqualTo(LONG + "!");
        assertThatThrownBy(() -> a.storage().sideBuffers().adopt(a.storage(), 8, 9))
                .isInstanceOf(ForeignDescriptorException.class);
        a.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void missingStringsAreWhatTheirTypeSays() {
        try (NdArray a = np.array(Arrays.asList("x", Double.NaN, LONG), dtype(NAN));
                NdArray b = np.array(List.of("x", Missing.NONE), dtype(new StringType(Missing.NONE, true)));
                NdArray c = np.array(List.of("x", "?"), dtype(new StringType(Missing.text("?"), true)))) {
            assertThat(a.item(1)).isEqualTo(Double.NaN);
            assertThat(texts(a)).containsExactly("x", null, LONG);
            assertThat(b.item(1)).isEqualTo(Missing.NONE);
            assertThat(c.item(1)).isEqualTo("?");
            assertThat(a.getString(1)).isEqualTo("nan");
            assertThatThrownBy(() -> np.sort(b)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> np.concatenate(List.of(a, b))).isInstanceOf(DTypeException.class);
            try (NdArray joined = np.add(c, c); NdArray nan = np.isnan(a)) {
                assertThat(texts(joined)).containsExactly("xx", "??");
                assertThat(nan.tolist()).isEqualTo(List.of(false, true, false));
            }
        }
    }

    @Test
    void onlyStringsAreSetWhereNothingIsCoerced() {
        DType strict = new StringType(null, false);
        try (NdArray a = np.zeros(shape(2), strict)) {
            a.setString("x", 0);
            assertThatThrownBy(() -> a.set(1, Index.at(1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> np.array(List.of("a", 1), dtype(strict)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void halfCharactersAndOtherBytesAreRefused() {
        try (NdArray a = words("x"); NdArray bytes = np.array(List.of(new byte[]{(byte) 0xFF}))) {
            assertThatThrownBy(() -> a.setString("\uD800", 0)).isInstanceOf(CastingException.class);
            assertThatThrownBy(() -> bytes.astype(DType.STRING)).isInstanceOf(IllegalArgumentException.class);
            Memory.RAW.set(ValueLayout.JAVA_BYTE, a.address() + 4, (byte) 0xFF);
            assertThatThrownBy(() -> a.getString(0)).isInstanceOf(CastingException.class);
        }
    }

    @Test
    void bytesAreNoDoor(@TempDir Path folder) {
        try (NdArray a = words(LONG); NdArray bytes = np.zeros(shape(16), DType.UINT8)) {
            assertThatThrownBy(() -> a.view(DType.INT64)).isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> bytes.view(DType.STRING)).isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> np.frombuffer(new byte[16], dtype(DType.STRING)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> np.save(folder.resolve("a.npy"), a)).isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> a.tofile(folder.resolve("a.bin"))).isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> np.fromfile(folder.resolve("a.bin"), dtype(DType.STRING)))
                    .isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> np.memmap(folder.resolve("a.bin"), dtype(DType.STRING)))
                    .isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> DType.of("i4,T")).isInstanceOf(DTypeException.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void resultsAreWrittenToStringsThatAreThere() {
        try (NdArray a = words(LONG, "b"); NdArray into = words("", "");
                NdArray at = np.array(new long[]{1, 0})) {
            np.add(a, a, out(into));
            assertThat(texts(into)).containsExactly(LONG + LONG, "bb");
            np.take(a, at, out(into));
            assertThat(texts(into)).containsExactly("b", LONG);
            assertThat(np.add(a, a, out(a))).isSameAs(a);
            assertThat(texts(a)).containsExactly(LONG + LONG, "bb");
            try (NdArray sum = np.sum(a.reshape(2, 1), axis(0))) {
                assertThat(texts(sum)).containsExactly(LONG + LONG + "bb");
            }
        }
    }

    @Test
    void manyStringsOfAllLengthsStayWhatTheyAre() {
        Random random = new Random(3);
        Object[] words = random.ints(5000, 0, 40).mapToObj(length -> random.ints(length, 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString())
                .toArray();
        String[] sorted = Arrays.stream(words).map(String.class::cast).sorted().toArray(String[]::new);
        String[] distinct = Arrays.stream(sorted).distinct().toArray(String[]::new);
        try (NdArray a = words(words); NdArray s = np.sort(a); NdArray u = np.unique(a); NdArray order = np.argsort(a);
                NdArray taken = np.take(a, order); NdArray in = np.searchsorted(u, s);
                NdArray back = np.take(u, in); NdArray equal = np.equal(back, s)) {
            assertThat((String[]) s.toArray()).isEqualTo(sorted);
            assertThat((String[]) taken.toArray()).isEqualTo(sorted);
            assertThat((String[]) u.toArray()).isEqualTo(distinct);
            assertThat(equal.all().getBoolean()).isTrue();
        }
    }
}
