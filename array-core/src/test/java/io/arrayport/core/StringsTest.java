package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.count;
import static io.arrayport.core.Options.encoding;
import static io.arrayport.core.Options.end;
import static io.arrayport.core.Options.errors;
import static io.arrayport.core.Options.fillchar;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.start;
import static io.arrayport.core.Options.timezone;
import static io.arrayport.core.Options.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of strings: what Java has of them, their functions in Java's forms, and what is left when they refuse. */
final class StringsTest {
    private static NdArray words(String... words) {
        return np.array(List.of(words));
    }

    private static void assertRefused(Class<? extends Throwable> type, ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOf(type);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void assertOnly(String repr, Supplier<NdArray> call) {
        Ledger.Counts before = Settled.counts();
        try (NdArray result = call.get()) {
            assertThat(result.repr()).isEqualTo(repr);
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void elementsComeAndGoAsStrings() {
        try (NdArray a = np.array(new String[][]{{"ab", "\ud83d\ude00"}, {"", "abc"}})) {
            assertThat(a.dtype()).isEqualTo(DType.of("U3"));
            assertThat(a.getString(0, 1)).isEqualTo("\ud83d\ude00");
            assertThat(a.item(1, 1)).isEqualTo("abc");
            assertThat(a.tolist()).isEqualTo(List.of(List.of("ab", "\ud83d\ude00"), List.of("", "abc")));
            assertThat(a.toArray(String[][].class)).isDeepEqualTo(new String[][]{{"ab", "\ud83d\ude00"}, {"", "abc"}});
            a.setString("xyzw", 0, 0);
            a.get(1).set("q");
            assertThat(a.str()).isEqualTo("[['xyz' '\ud83d\ude00']\n ['q' 'q']]");
            a.T().set("t", Index.at(1));
            assertThat(a.getString(0, 1)).isEqualTo("t");
            assertRefused(CastingException.class, () -> a.getBytes(0, 0));
            assertRefused(CastingException.class, () -> a.getDouble(0, 0));
        }
    }

    @Test
    void elementsComeAndGoAsBytes() {
        try (NdArray a = np.array(List.of("ab".getBytes(StandardCharsets.US_ASCII), new byte[]{-1, 0, 1, 0}))) {
            assertThat(a.dtype()).isEqualTo(DType.of("S4"));
            assertThat(a.getBytes(1)).containsExactly(-1, 0, 1);
            assertThat(a.toArray(byte[][].class)).isDeepEqualTo(new byte[][]{{'a', 'b'}, {-1, 0, 1}});
            assertThat(a.getString(1)).isEqualTo("\u00ff\0\u0001");
            assertRefused(IllegalArgumentException.class, () -> a.set("\u00e9"));
            a.set(new byte[]{1, 2, 3, 4, 5});
            assertThat(a.getBytes(0)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void numbersTakeStringsThatAreSome() {
        try (NdArray a = np.zeros(shape(3))) {
            a.set("1.5");
            a.setString("-2e3", 1);
            assertThat(a.str()).isEqualTo("[ 1.5e+00 -2.0e+03  1.5e+00]");
            assertRefused(IllegalArgumentException.class, () -> a.fill("x"));
        }
    }

    @Test
    void conversionsThatAreRefusedLeaveNothing() {
        try (NdArray a = words("12", "x", "\u00e9", "99999999999999999999"); NdArray zero = np.zeros(shape())) {
            assertRefused(IllegalArgumentException.class, () -> a.astype(np.float64));
            assertRefused(IllegalArgumentException.class, () -> a.astype(np.bytes_));
            assertRefused(CastingException.class, () -> a.get(Index.slice(3, null)).astype(np.int64));
            assertRefused(IllegalArgumentException.class, () -> a.astype(DType.of("M8[s]")));
            assertRefused(DTypeException.class, () -> np.equal(a, zero));
            assertRefused(IllegalArgumentException.class, () -> np.array(List.of("\u00e9"), Options.dtype(np.bytes_)));
        }
    }

    @Test
    void viewsShareTheirCharacters() {
        try (NdArray a = words("abcd", "efgh")) {
            NdArray points = a.view(np.int32);
            points.setLong('X', 1);
            assertThat(a.getString(0)).isEqualTo("aXcd");
            a.get("::-1").setString("zz", 0);
            assertThat(a.getString(1)).isEqualTo("zz");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1", "S3", "S8", "S9", "S24", "U1", "U2", "U3", "U4", "U7", ">U5"})
    void orderIsThatOfCharacters(String type) {
        Random random = new Random(type.hashCode());
        int most = Integer.parseInt(type.replaceAll("\\D", ""));
        String[] words = IntStream.range(0, 500).mapToObj(_ -> {
            int length = random.nextInt(most + 1);
            return random.ints(length, 1, random.nextBoolean() ? 4 : 128).mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }).toArray(String[]::new);
        try (Scope _ = np.scope()) {
            NdArray a = np.array(List.of(words), Options.dtype(DType.of(type)));
            String[] sorted = words.clone();
            Arrays.sort(sorted);
            assertThat((String[]) np.sort(a).astype(np.str_).toArray()).containsExactly(sorted);
            assertThat((String[]) np.sort(a.get("::-1")).astype(np.str_).toArray()).containsExactly(sorted);
            Integer[] order = IntStream.range(0, words.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparing(i -> words[i]));
            assertThat((long[]) np.argsort(a).toArray())
                    .containsExactly(Arrays.stream(order).mapToLong(Integer::longValue).toArray());
            assertThat((long[]) np.searchsorted(np.sort(a), a).toArray()).containsExactly(Arrays.stream(words)
                    .mapToLong(word -> Arrays.stream(sorted).filter(other -> other.compareTo(word) < 0).count())
                    .toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33})
    void bytesOfAnyWidthAreMoved(int width) {
        String[] words = IntStream.range(0, 40).mapToObj(i -> Character.toString('A' + i).repeat(1 + i % width))
                .toArray(String[]::new);
        try (Scope _ = np.scope()) {
            NdArray a = np.array(List.of(words), Options.dtype(DType.of("S" + width)));
            NdArray mask = np.remainder(np.arange(40), 3).view(np.int64).astype(np.bool);
            String[] kept = IntStream.range(0, 40).filter(i -> i % 3 != 0).mapToObj(i -> words[i])
                    .toArray(String[]::new);
            assertThat(strings(a.get(mask))).containsExactly(kept);
            assertThat(strings(np.take(a, np.array(39L, 0L, 3L)))).containsExactly(words[39], words[0], words[3]);
            assertThat(strings(np.where(mask, a, a.get("::-1")))).containsExactly(IntStream.range(0, 40)
                    .mapToObj(i -> words[i % 3 != 0 ? i : 39 - i]).toArray(String[]::new));
            assertThat(strings(a.reshape(5, 8).T().copy().T().flatten())).containsExactly(words);
            NdArray target = np.zeros(shape(40), a.dtype());
            np.copyto(target, a, Options.where(mask));
            assertThat(strings(target)).containsExactly(IntStream.range(0, 40)
                    .mapToObj(i -> i % 3 != 0 ? words[i] : "").toArray(String[]::new));
            a.set(np.array(List.of("x")), np.array(1L, 2L));
            assertThat(a.getString(2)).isEqualTo("x");
        }
    }

    private static String[] strings(NdArray a) {
        return (String[]) a.astype(np.str_).toArray();
    }

    @Test
    void functionsTakeStringsOfJava() {
        try (NdArray a = words("hello", "world")) {
            assertOnly("array([2, 3])", () -> np.strings.find(a, "l"));
            assertOnly("array([ 2, -1])", () -> np.strings.find(a, "l", start(1), end(3)));
            assertOnly("array(['heLLo', 'worLd'], dtype='<U5')", () -> np.strings.replace(a, "l", "L"));
            assertOnly("array(['heLlo', 'worLd'], dtype='<U5')", () -> np.strings.replace(a, "l", "L", count(1)));
            assertOnly("array(['-hello-', '-world-'], dtype='<U7')", () -> np.strings.center(a, 7, fillchar("-")));
            assertOnly("array(['ello', 'world'], dtype='<U5')", () -> np.strings.lstrip(a, "h"));
            assertOnly("array(['hello!', 'world!'], dtype='<U6')", () -> np.strings.add(a, "!"));
            assertOnly("array([ True, False])", () -> np.strings.equal(a, "hello"));
            assertOnly("array(['he', 'wo'], dtype='<U5')", () -> np.strings.slice(a, 2));
            assertOnly("array(['olleh', 'dlrow'], dtype='<U5')", () -> np.strings.slice(a, null, null, -1L));
            assertOnly("array([5, 5])", () -> np.strings.strLen(a));
            assertOnly("array(['h-e-l-l-o', 'w-o-r-l-d'], dtype='<U9')", () -> np.char_.join("-", a));
            assertThat(np.char_.split(a, "o")).isEqualTo(List.of(List.of("hell", ""), List.of("w", "rld")));
        }
    }

    @Test
    void bytesTakeStringsOfJavaAsAscii() {
        try (NdArray a = np.array(List.of("hello".getBytes(StandardCharsets.US_ASCII)))) {
            assertOnly("array([2])", () -> np.strings.find(a, "l"));
            assertOnly("array([b'he--o'], dtype='|S5')", () -> np.strings.replace(a, "l", "-"));
            assertRefused(IllegalArgumentException.class, () -> np.strings.find(a, "\u00e9"));
        }
    }

    @Test
    void functionsThatRefuseLeaveNothing() {
        try (NdArray a = words("hello", "w\u00f6rld"); NdArray numbers = np.arange(2);
                NdArray half = np.full(shape(), 0.5);
                NdArray tab = words("\t"); NdArray two = words("%d %d");
                NdArray digits = words("%.10000000f"); NdArray bytes = np.zeros(shape(2), DType.of("S2"))) {
            assertRefused(DTypeException.class, () -> np.strings.find(numbers, a));
            assertRefused(DTypeException.class, () -> np.strings.find(a, "l", start(half)));
            assertRefused(IllegalArgumentException.class, () -> np.strings.index(a, "e"));
            assertRefused(IllegalArgumentException.class, () -> np.strings.encode(a, encoding("ascii")));
            assertRefused(IllegalArgumentException.class, () -> np.strings.encode(a, encoding("none such")));
            assertRefused(IllegalArgumentException.class, () -> np.strings.encode(a, errors("lenient")));
            assertRefused(DTypeException.class, () -> np.strings.center(a, 9, fillchar("ab")));
            assertRefused(DTypeException.class, () -> np.strings.strip(a, bytes));
            assertRefused(DTypeException.class, () -> np.strings.find(a, bytes));
            assertRefused(DTypeException.class, () -> np.strings.partition(a, bytes));
            assertRefused(MemoryBudgetException.class, () -> np.strings.multiply(a, 1L << 40));
            assertRefused(MemoryBudgetException.class, () -> np.strings.zfill(a, Long.MAX_VALUE));
            assertRefused(MemoryBudgetException.class, () -> np.strings.expandtabs(tab, Long.MAX_VALUE));
            assertRefused(CastingException.class, () -> np.strings.mod(two, numbers));
            assertRefused(IllegalArgumentException.class, () -> np.strings.mod(digits, numbers));
            assertRefused(IllegalArgumentException.class, () -> np.strings.slice(a, 0L, 1L, 0L));
        }
    }

    @Test
    void valuesStandInFormatsAsPythonWritesThem() {
        try (Scope _ = np.scope()) {
            NdArray formats = words("%#.3x|", "%c", "%05c", "%s", "%-4d|");
            assertThat(np.strings.mod(formats, np.array(65)).tolist())
                    .isEqualTo(List.of("0x041|", "A", "    A", "65", "65  |"));
            NdArray bytes = words("ab").astype(DType.of("S2"));
            assertThat(np.strings.mod(words("%s"), bytes).tolist()).isEqualTo(List.of("b'ab'"));
            NdArray intoBytes = words("%s!").astype(DType.of("S3"));
            assertThat(np.strings.mod(intoBytes, bytes).str()).isEqualTo("[b'ab!']");
            NdArray character = words("%c");
            NdArray aByte = character.astype(DType.of("S2"));
            NdArray wide = np.array(300);
            NdArray negative = np.array(-1);
            assertRefused(CastingException.class, () -> np.strings.mod(aByte, wide));
            assertRefused(CastingException.class, () -> np.strings.mod(character, negative));
        }
    }

    @Test
    void recordsAreWrittenAsRowsOfTheirFields() {
        try (Scope _ = np.scope()) {
            NdArray records = np.zeros(shape(2), DType.of("i4,f8"));
            assertOnly("array([[b'0', b'0.0'],\n       [b'0', b'0.0']], dtype='|S3')",
                    () -> np.char_.array(records));
            assertRefused(CastingException.class, () -> np.char_.array(records, Options.itemsize(3)));
        }
    }

    @Test
    void widthsBeyondAllNumbersAreWidths() {
        try (Scope _ = np.scope()) {
            NdArray a = words("a", "-5");
            for (long width : new long[]{Long.MIN_VALUE, Integer.MIN_VALUE, -1}) {
                assertThat(np.strings.zfill(a, width).tolist()).isEqualTo(List.of("a", "-5"));
                assertThat(np.strings.ljust(a, width).tolist()).isEqualTo(List.of("a", "-5"));
                assertThat(np.strings.center(a, width).tolist()).isEqualTo(List.of("a", "-5"));
            }
        }
    }

    @Test
    void partsAreThreeArrays() {
        Ledger.Counts before = Settled.counts();
        try (NdArray a = words("a-b", "c"); NdArray dash = words("-")) {
            List<NdArray> parts = np.strings.partition(a, dash);
            assertThat(parts).extracting(NdArray::str).containsExactly("['a' 'c']", "['-' '']", "['b' '']");
            parts.forEach(NdArray::close);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void emptyArraysHaveEmptyResults() {
        try (Scope _ = np.scope()) {
            NdArray none = np.zeros(shape(0), DType.of("U3"));
            assertThat(np.strings.multiply(none, 3).shape()).isEqualTo(shape(0));
            assertThat(np.strings.replace(none, "a", "b").shape()).isEqualTo(shape(0));
            assertThat(np.strings.partition(none, words("-"))).hasSize(3);
            assertThat(np.strings.mod(none, np.arange(0)).size()).isZero();
        }
    }

    @Test
    void timesAreWrittenInTheTimeOfAZone() {
        try (NdArray times = np.datetime64(List.of("2026-07-01T12:00", "2026-01-01T12:00", "NaT"))) {
            assertOnly("array(['2026-07-01T14:00+0200', '2026-01-01T13:00+0100', 'NaT'],\n      dtype='<U39')",
                    () -> np.datetimeAsString(times, timezone(ZoneId.of("Europe/Berlin"))));
            assertOnly("array(['2026-07-01T12:00Z', '2026-01-01T12:00Z', 'NaT'], dtype='<U35')",
                    () -> np.datetimeAsString(times, timezone("UTC")));
            assertRefused(CastingException.class,
                    () -> np.datetimeAsString(times, unit("D"), timezone(ZoneId.of("Asia/Tokyo"))));
            assertOnly("array(['2026-07-01', '2026-01-01', 'NaT'], dtype='<U32')",
                    () -> np.datetimeAsString(times, unit("D"), timezone(ZoneId.of("UTC")), casting(Casting.UNSAFE)));
            assertRefused(IllegalArgumentException.class, () -> np.datetimeAsString(times, timezone("Mars")));
        }
    }

    @Test
    void aZeroBetweenBlanksAtTheEndIsOneOfThem() {
        try (Scope _ = Scope.open()) {
            NdArray texts = np.array(new Object[]{"b \0 ", " \0b "});
            assertThat(np.strings.strip(texts).tolist()).isEqualTo(List.of("b", "\0b"));
            assertThat(np.strings.rstrip(texts.astype(DType.STRING)).tolist()).isEqualTo(List.of("b", " \0b"));
        }
    }
}
